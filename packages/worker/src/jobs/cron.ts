import { systemCtx } from '../compose.ts'
import { withSystem } from '../db/system.ts'
import { tidy } from '../features/life/index.ts'
import type { Job } from '../ports/queue.ts'
import { readConfig } from '../shared/config.ts'
import type { Bindings } from '../web/bindings.ts'
import { drainEvents } from './drain.ts'

const atOnce = 100

/** Every minute: events that wait, sources whose time has come, reads whose consumer died. */
export async function onMinute(bindings: Bindings): Promise<void> {
  const config = readConfig(bindings)
  const waiting = await withSystem(config, 'events wait for the jobs').call('tenants_with_events', atOnce)
  for (const { tenant_id: tenantId, mode } of waiting)
    await bindings.JOBS.send({ kind: 'drain-events', tenantId, mode } satisfies Job)
  const due = await withSystem(config, 'sources are due').call('reads_due', atOnce)
  for (const { tenant_id: tenantId, source_id: sourceId, read_id: readId } of due) {
    await bindings.INGEST.send({ kind: 'read-source', tenantId, sourceId, readId } satisfies Job)
  }
}

/** Every night: each tenant gives up what it need not keep, and goes itself when its grace is over. */
export async function onNight(bindings: Bindings): Promise<void> {
  const config = readConfig(bindings)
  for (let after = ''; ;) {
    const tenants = await withSystem(config, 'tenants are tidied at night').call('list_tenants', after, atOnce)
    if (tenants.length > 0)
      await bindings.JOBS.sendBatch(
        tenants.map(({ tenant_id: tenantId, mode }) => ({ body: { kind: 'tidy', tenantId, mode } satisfies Job })),
      )
    if (tenants.length < atOnce) return
    after = tenants.at(-1)?.tenant_id ?? ''
  }
}

export async function onJob(bindings: Bindings, job: Job): Promise<void> {
  switch (job.kind) {
    case 'drain-events':
      return drainEvents(systemCtx(bindings, job.tenantId, job.mode, job.kind))
    case 'tidy':
      return tidy(systemCtx(bindings, job.tenantId, job.mode, job.kind))
    case 'read-source':
      throw new Error('sources are read by the ingest worker; this queue should not carry them')
    default:
      return job satisfies never
  }
}
