import { atMedia } from './calling.ts'
import { call, type TestTenant } from './foyer.ts'

/** A number that no other test has. */
export const testNumber = (): string =>
  `+1${200 + chance(700)}${200 + chance(700)}${String(chance(10_000)).padStart(4, '0')}`

const chance = (below: number): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % below

/** A trunk with one number on it. */
export async function withNumber(tenant: Pick<TestTenant, 'sk'>, more: Record<string, unknown> = {}) {
  const trunk = await call('POST', '/v1/trunks', {
    key: tenant.sk,
    body: { name: 'Carrier', login: { username: 'desk', password: 'a long password' } },
  })
  const number = testNumber()
  const added = await call('POST', '/v1/phone-numbers', {
    key: tenant.sk,
    body: { number, trunkId: trunk.body.id, ...more },
  })
  if (added.status !== 201) throw new Error(`no number: ${JSON.stringify(added.body)}`)
  return { trunkId: trunk.body.id as string, numberId: added.body.id as string, phoneNumber: number }
}

/** The gateway hands over a call, as it does: see the attributes in docs/design/phone.md. @returns its room */
export async function ring(line: {
  trunkId: string
  phoneNumber: string
  from?: string
  /** Somebody picked up already. */
  answered?: boolean
}): Promise<string> {
  const from = line.from ?? testNumber()
  const room = `call-_${from.slice(0, 20)}_${crypto.randomUUID().slice(0, 12)}`
  const attributes = {
    'sip.callID': `SCL_${crypto.randomUUID().slice(0, 12)}`,
    'sip.callStatus': line.answered === true ? 'active' : 'ringing',
    'sip.phoneNumber': from,
    'sip.trunkID': `test-foyer ${line.trunkId}`,
    'sip.trunkPhoneNumber': line.phoneNumber,
  }
  await atMedia('ring', { room, attributes, metadata: JSON.stringify({ phone: true }) })
  return room
}
