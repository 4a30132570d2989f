import { systemCtx } from './compose.ts'
import { withSystem } from './db/system.ts'
import { readSource } from './features/knowledge/ingest.ts'
import type { Job } from './ports/queue.ts'
import { readConfig } from './shared/config.ts'
import { log } from './shared/log.ts'
import type { Bindings } from './web/bindings.ts'

/** The second Worker: reads what tenants teach, so that running out of memory there cannot end anybody's turn. */
export default {
  fetch: () => new Response('The reading half of Foyer; nothing is answered here.\n', { status: 404 }),
  async queue(batch, bindings) {
    for (const message of batch.messages) {
      try {
        await onJob(bindings, message.body as Job)
        message.ack()
      } catch (error) {
        log('error', 'ingest.failed', { attempts: message.attempts, pii: { reason: reasonOf(error) } })
        message.retry({ delaySeconds: Math.min(60, 2 ** message.attempts) })
      }
    }
  },
} satisfies ExportedHandler<Bindings>

async function onJob(bindings: Bindings, job: Job): Promise<void> {
  if (job.kind !== 'read-source') throw new Error(`this queue should not carry ${job.kind}`)
  const [tenant] = await withSystem(readConfig(bindings), 'a job names its tenant').call('find_tenant', job.tenantId)
  if (tenant === undefined) return log('warn', 'ingest.tenant-unknown', { tenantId: job.tenantId })
  // Knowledge has no mode; the tenant's own decides whether a loopback site may be read.
  await readSource(systemCtx(bindings, tenant.tenant_id, tenant.mode, 'ingest'), job)
}

function reasonOf(error: unknown): string {
  const said: string[] = []
  for (let at: unknown = error; at instanceof Error; at = at.cause) said.push(at.stack ?? at.message)
  return said.join('\ncaused by ').slice(0, 4000)
}
