import { app } from './app.ts'
import { consume } from './jobs/consume.ts'
import { onJob, onMinute } from './jobs/cron.ts'
import type { Bindings } from './web/bindings.ts'

export { AgentsObject } from './objects/agents.ts'
export { ConversationObject } from './objects/conversation.ts'
export { TenantObject } from './objects/tenant.ts'

export default {
  fetch: (request, bindings, context) => app.fetch(request, bindings, context),
  queue: (batch, bindings) =>
    consume(batch, { name: 'job', run: (job) => onJob(bindings, job), firstS: 5, mostS: 300 }),
  scheduled: (_event, bindings, context) => context.waitUntil(onMinute(bindings)),
} satisfies ExportedHandler<Bindings>
