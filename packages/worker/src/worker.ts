import { app } from './app.ts'
import { consume } from './jobs/consume.ts'
import { onJob, onMinute, onNight } from './jobs/cron.ts'
import type { Bindings } from './web/bindings.ts'

export { AgentsObject } from './objects/agents.ts'
export { ConversationObject } from './objects/conversation.ts'
export { TenantObject } from './objects/tenant.ts'

/** As wrangler.toml lists it beside the one of each minute. */
const nightly = '17 3 * * *'

export default {
  fetch: (request, bindings, context) => app.fetch(request, bindings, context),
  queue: (batch, bindings) =>
    consume(batch, { name: 'job', run: (job) => onJob(bindings, job), firstS: 5, mostS: 300 }),
  scheduled: ({ cron }, bindings, context) =>
    context.waitUntil(cron === nightly ? onNight(bindings) : onMinute(bindings)),
} satisfies ExportedHandler<Bindings>
