// The business that the scenarios call.

import { randomInt } from 'node:crypto'
import { type Admin, createAdmin } from '@foyer/sdk/admin'

/** `reach`: the group that is rung, Ana and then Tom. */
export type Desk = { foyer: Admin; number: string; trunkId: string; numberId: string; reach: string }
type Choice = {
  mode: 'test' | 'live'
  login?: { username: string; password: string }
  /** What it says to “Do you come to Rio Rancho?”. */
  says?: string
  /** How many talk at once; as many as any business has when left out. */
  lines?: number
}

export async function openDesk(operator: Admin, apiUrl: string, { mode, login, says, lines }: Choice): Promise<Desk> {
  const made = await operator.tenants.create({
    slug: `desk-${randomInt(2 ** 40).toString(36)}`,
    name: 'Saltbush',
    country: 'US',
    mode,
    location: { name: 'Main', timeZone: 'America/Denver' },
    assistant: { name: 'Robin' },
  })
  const foyer = createAdmin({ baseUrl: apiUrl, key: made.secretKey.key, timeoutMs: 60_000 })
  const { revision } = await foyer.playbook.get(made.assistantId)
  const en = says ?? 'Do your technicians get a background check?'
  const rules = [{ id: 'area', when: { phrases: { en: ['come to Rio Rancho'] } }, say: { en } }]
  const playbook = {
    ...{ name: 'Front desk', languages: ['en', 'es'], rules },
    ...{ voice: { enabled: true, ...(lines === undefined ? {} : { lines }) }, recording: { enabled: true } },
  }
  await foyer.playbook.put(made.assistantId, playbook, { revision })
  await foyer.playbook.publish(made.assistantId, { note: 'For calls' })
  const way = login === undefined ? { addresses: ['203.0.113.5'] } : { login }
  const trunk = await foyer.trunks.create({ name: 'Carrier', ...way })
  const number = `+1505555${randomInt(1000, 10_000)}`
  const people = [
    await foyer.people.add({ name: 'Ana', number: '+15055550147' }),
    await foyer.people.add({ name: 'Tom', number: '+15055550148' }),
  ]
  const group = { name: 'Desk', order: 'in_order' as const, ringMs: 60_000, people: people.map(({ id }) => id) }
  const { id: reach } = await foyer.ringGroups.add(group)
  const billing = await foyer.assistants.create({ name: 'Billing' })
  const choice = { when: { says: ['billing'], presses: '9' }, to: 'assistant' as const, assistantId: billing.id }
  const more = { blocked: ['+1900*'], rules: [choice], reach }
  const { id: numberId } = await foyer.phoneNumbers.add({ number, trunkId: trunk.id, ...more })
  return { foyer, number, trunkId: trunk.id, numberId, reach }
}
