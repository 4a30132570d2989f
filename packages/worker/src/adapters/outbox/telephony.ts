import { outbox } from '../../core/tables.ts'
import { query, withTenant, type TenantScope } from '../../db/tenant.ts'
import type { Media, Participant } from '../../ports/media.ts'
import type { Dialled, TelephonyPort } from '../../ports/telephony.ts'
import { newId } from '../../shared/ids.ts'
import { lookUntil } from '../../shared/look-until.ts'

const lookEveryMs = 200
const simulated = ['busy', 'declined', 'no_answer', 'refused'] as const satisfies Dialled[]

/**
 * Test mode's gateway: a row for each wish the owner can read, without its password, and nobody is ever rung. Calls come
 * from the simulator, and a simulated phone that stands in the room as who was rung answers, or says that it is busy.
 */
export function outboxTelephony(scope: TenantScope, media: Media | null): TelephonyPort {
  async function note(
    row: Pick<typeof outbox.$inferInsert, 'kind' | 'recipient' | 'subject' | 'idempotencyKey'>,
    text: string,
  ) {
    const body = { text, replyTo: '' }
    const [kept] = await withTenant(scope).batch(
      query
        .insert(outbox)
        .values({ id: newId('outgoing'), ...row, body })
        .onConflictDoNothing()
        .returning({ id: outbox.id }),
    )
    return kept.length > 0
  }

  async function stand(what: string, name: string, isGone: boolean, lines: readonly string[]) {
    const text = isGone ? 'No number is left on it.' : lines.join('\n')
    const subject = `${what} would have been ${isGone ? 'taken away' : 'set up'}.`
    const isNew = await note({ kind: 'trunk', recipient: name, subject, idempotencyKey: `${name} ${text}` }, text)
    return { gatewayId: isGone ? '' : `test-${name}`, mended: isNew ? (['trunk'] as const) : [] }
  }

  async function phoneIn(room: string, identity: string) {
    const people = await media?.rooms.people(room).catch(() => undefined)
    if (people === null) return 'gone'
    return people?.find(
      (who): who is Extract<Participant, { kind: 'person' }> => who.identity === identity && who.kind === 'person',
    )
  }

  return {
    keep: ({ name, numbers, login, addresses }) => {
      const lets = [...(login === null ? [] : [`who signs in as ${login.username}`]), ...addresses]
      const lines = [`Numbers: ${[numbers].flat().join(', ')}`, `Lets in: ${lets.join(', ')}`]
      return stand('A phone trunk', name, numbers.length === 0, lines)
    },
    keepWayOut: ({ name, address, numbers }) =>
      stand('A way out', name, address === '', [`By: ${address}`, `Numbers: ${numbers.join(', ')}`]),
    async dial({ room, identity, number, from, ringMs }) {
      const text = `From: ${from}\nTo: ${number}`
      const subject = 'A phone would have rung.'
      await note({ kind: 'call', recipient: number, subject, idempotencyKey: identity }, text)
      const answer = async (): Promise<Dialled | undefined> => {
        const phone = await phoneIn(room, identity)
        if (phone === 'gone') return 'no_answer'
        if (phone?.status === 'answered') return 'answered'
        return simulated.find((result) => result === phone?.result)
      }
      return (await lookUntil(answer, { everyMs: lookEveryMs, forMs: ringMs })) ?? 'no_answer'
    },
    now: () => Promise.resolve(new Date()),
    async transfer(room, identity, to) {
      const people = await media?.rooms.people(room).catch(() => null)
      const caller = people?.find((who) => who.identity === identity)
      if (caller === undefined) return 'gone'
      const subject = 'A caller would have been handed over.'
      await note({ kind: 'call', recipient: to, subject, idempotencyKey: `${room} ${to}` }, `To: ${to}`)
      const result = caller.kind === 'caller' ? caller.result : ''
      return simulated.find((each) => each === result) ?? 'transferred'
    },
  }
}
