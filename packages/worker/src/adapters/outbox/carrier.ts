import { and, desc, eq } from 'drizzle-orm'
import { outbox } from '../../core/tables.ts'
import { query, withTenant, type TenantScope } from '../../db/tenant.ts'
import type { CarrierNumbersPort, CarrierSetting } from '../../ports/carrier.ts'
import { newId } from '../../shared/ids.ts'

type Done = 'bought' | 'pointed' | 'restored' | 'given back'

/**
 * Test mode's carrier: fictional numbers (555-0100 to 555-0199, ATIS-0300115) that ring nowhere. What would have been
 * bought, set or given back stands in the outbox, and is all that it remembers.
 */
export function outboxCarrier(scope: TenantScope): CarrierNumbersPort {
  async function last(number: string): Promise<{ done: Done; setting: CarrierSetting } | null> {
    const [[newest]] = await withTenant(scope).batch(
      query
        .select({ body: outbox.body })
        .from(outbox)
        .where(and(eq(outbox.kind, 'number'), eq(outbox.recipient, number)))
        .orderBy(desc(outbox.id))
        .limit(1),
    )
    const body = newest?.body as { done: Done; setting: CarrierSetting } | undefined
    return body === undefined || body.done === 'given back' ? null : body
  }

  async function note(number: string, done: Done, setting: CarrierSetting): Promise<void> {
    const body = { text: `Number: ${number}\n${inWords(setting)}`, replyTo: '', done, setting }
    const id = newId('outgoing')
    const subject = `A number would have been ${done}.`
    await withTenant(scope).batch(
      query.insert(outbox).values({ id, kind: 'number', recipient: number, subject, body, idempotencyKey: id }),
    )
  }

  async function set(number: string, done: Done, setting: CarrierSetting): Promise<void> {
    const now = await last(number)
    if (now?.done === done && inWords(now.setting) === inWords(setting)) return
    await note(number, done, setting)
  }

  return {
    search({ country, areaCode, limit }) {
      const area = areaCode === '' ? '505' : areaCode
      const isKnown = country === 'US' && /^[2-9]\d\d$/.test(area)
      const found = Array.from({ length: isKnown ? Math.min(limit, 20) : 0 }, (_, at) => `+1${area}5550${100 + at}`)
      return Promise.resolve(found.map((number) => ({ number, place: 'Test number' })))
    },
    look: async (number) => (await last(number))?.setting ?? null,
    async buy(number) {
      if (!/^\+1[2-9]\d\d55501\d\d$/.test(number))
        return { kind: 'refused', why: `${number} is not for sale in test mode: only 555-0100 to 555-0199 are.` }
      if ((await last(number)) === null) await note(number, 'bought', {})
      return { kind: 'ours' }
    },
    point: (number, url) => set(number, 'pointed', { VoiceUrl: url }),
    restore: (number, setting) => set(number, 'restored', setting),
    async release(number) {
      if ((await last(number)) !== null) await note(number, 'given back', {})
    },
  }
}

const inWords = (setting: CarrierSetting): string =>
  Object.entries(setting)
    .map(([name, value]) => `${name}: ${value}`)
    .toSorted()
    .join('\n')
