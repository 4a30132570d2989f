import type { EmailPort } from '../../ports/email.ts'
import { query, withTenant, type TenantScope } from '../../db/tenant.ts'
import { newId } from '../../shared/ids.ts'
import { outbox } from '../../core/tables.ts'

/** Test mode's mail: a row the owner can read, sent to nobody. */
export function outboxEmail(scope: TenantScope): EmailPort {
  return {
    async send({ to, subject, text, replyTo, idempotencyKey }) {
      await withTenant(scope).batch(
        query
          .insert(outbox)
          .values({
            id: newId('outgoing'),
            kind: 'email',
            recipient: to,
            subject,
            body: { text, replyTo },
            idempotencyKey,
          })
          .onConflictDoNothing(),
      )
    },
  }
}
