import type { Ctx } from '../../../core/ctx.ts'
import { log } from '../../../shared/log.ts'

/** Wakes the ingest worker. When the queue is down nothing is lost: the cron job finds reads that nobody began. */
export async function enqueueRead(
  ctx: Pick<Ctx, 'tenantId' | 'ports' | 'requestId'>,
  read: { id: string; sourceId: string },
  delaySeconds = 0,
): Promise<void> {
  const job = { kind: 'read-source', tenantId: ctx.tenantId, sourceId: read.sourceId, readId: read.id } as const
  try {
    await ctx.ports.queue.send(job, { delaySeconds })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    log('warn', 'read.not-enqueued', {
      requestId: ctx.requestId,
      tenantId: ctx.tenantId,
      readId: read.id,
      pii: { message },
    })
  }
}
