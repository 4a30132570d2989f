import { systemCtx } from './compose.ts'
import { withSystem } from './db/system.ts'
import { readSource } from './features/knowledge/ingest.ts'
import { consume } from './jobs/consume.ts'
import type { Job } from './ports/queue.ts'
import { readConfig } from './shared/config.ts'
import { log } from './shared/log.ts'
import type { Bindings } from './web/bindings.ts'

/** The second Worker: reads what tenants teach, so that running out of memory there cannot end anybody's turn. */
export default {
  fetch: () => new Response('The reading half of Foyer; nothing is answered here.\n', { status: 404 }),
  queue: (batch, bindings) =>
    consume(batch, { name: 'ingest', run: (job) => onJob(bindings, job), firstS: 1, mostS: 60 }),
} satisfies ExportedHandler<Bindings>

async function onJob(bindings: Bindings, job: Job): Promise<void> {
  if (job.kind !== 'read-source') throw new Error(`this queue should not carry ${job.kind}`)
  const [tenant] = await withSystem(readConfig(bindings), 'a job names its tenant').call('find_tenant', job.tenantId)
  if (tenant === undefined) return log('warn', 'ingest.tenant-unknown', { tenantId: job.tenantId })
  // Knowledge has no mode; the tenant's own decides whether a loopback site may be read.
  await readSource(systemCtx(bindings, tenant.tenant_id, tenant.mode, 'ingest'), job)
}
