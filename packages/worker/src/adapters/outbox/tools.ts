import { outbox } from '../../core/tables.ts'
import { query, withTenant, type TenantScope } from '../../db/tenant.ts'
import type { ToolsPort } from '../../ports/tools.ts'
import { newId } from '../../shared/ids.ts'

/** Test mode's tools: a row the owner can read, and the tool's own example for an answer. The auth header is not kept. */
export function outboxTools(scope: TenantScope): ToolsPort {
  return {
    async use({ callId, name, method, url, arguments: given, example }) {
      const row = {
        id: newId('outgoing'),
        kind: 'tool' as const,
        recipient: url,
        subject: `${method} ${name}`,
        body: { text: JSON.stringify(given, null, 2), replyTo: '' },
        idempotencyKey: callId,
      }
      await withTenant(scope).batch(query.insert(outbox).values(row).onConflictDoNothing())
      return { kind: 'dry', result: example }
    },
  }
}
