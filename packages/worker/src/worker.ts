import { app } from './app.ts'
import { onJob, onMinute } from './jobs/cron.ts'
import type { Job } from './ports/queue.ts'
import { log } from './shared/log.ts'
import type { Bindings } from './web/bindings.ts'

export { ConversationObject } from './objects/conversation.ts'
export { TenantObject } from './objects/tenant.ts'

export default {
  fetch: (request, bindings, context) => app.fetch(request, bindings, context),
  async queue(batch, bindings) {
    for (const message of batch.messages) {
      try {
        await onJob(bindings, message.body as Job)
        message.ack()
      } catch (error) {
        log('warn', 'job.failed', { attempts: message.attempts, pii: { reason: String(error) } })
        message.retry({ delaySeconds: Math.min(300, 5 * 2 ** message.attempts) })
      }
    }
  },
  scheduled: (_event, bindings, context) => context.waitUntil(onMinute(bindings)),
} satisfies ExportedHandler<Bindings>
