import { outbox } from '../../core/tables.ts'
import { query, withTenant, type TenantScope } from '../../db/tenant.ts'
import type { TelephonyPort } from '../../ports/telephony.ts'
import { newId } from '../../shared/ids.ts'

/** Test mode's gateway: a row for each wish the owner can read, without its password; calls come from the simulator. */
export function outboxTelephony(scope: TenantScope): TelephonyPort {
  return {
    async keep({ name, numbers, login, addresses }) {
      const isGone = numbers.length === 0
      const lets = [...(login === null ? [] : [`who signs in as ${login.username}`]), ...addresses]
      const text = isGone
        ? 'No number is left on it.'
        : `Numbers: ${[numbers].flat().join(', ')}\nLets in: ${lets.join(', ')}`
      const row = {
        id: newId('outgoing'),
        kind: 'trunk' as const,
        recipient: name,
        subject: `A phone trunk would have been ${isGone ? 'taken away' : 'set up'}.`,
        body: { text, replyTo: '' },
        idempotencyKey: `${name} ${text}`,
      }
      const [kept] = await withTenant(scope).batch(
        query.insert(outbox).values(row).onConflictDoNothing().returning({ id: outbox.id }),
      )
      return { gatewayId: isGone ? '' : `test-${name}`, mended: kept.length === 0 ? [] : ['trunk'] }
    },
  }
}
