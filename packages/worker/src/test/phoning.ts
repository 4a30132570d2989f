import { atMedia, webhook } from './calling.ts'
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

interface Line {
  trunkId: string
  phoneNumber: string
  from?: string
  /** What comes of it when this phone is handed over. */
  simulated?: string
}

/** What the gateway's participant says of a call: see docs/design/phone.md. */
const attributesOf = ({ trunkId, phoneNumber, from, simulated }: Line, status: 'ringing' | 'active' | 'hangup') => ({
  'sip.callID': `SCL_${crypto.randomUUID().slice(0, 12)}`,
  'sip.callStatus': status,
  'sip.phoneNumber': from ?? '',
  'sip.trunkID': `test-foyer ${trunkId}`,
  'sip.trunkPhoneNumber': phoneNumber,
  ...(simulated === undefined ? {} : { 'foyer.simulated': simulated }),
})

/** The gateway hands over a call, as it does. `answered`: somebody picked up already. @returns its room */
export async function ring(line: Line & { answered?: boolean }): Promise<string> {
  const from = line.from ?? testNumber()
  const room = `call-_${from.slice(0, 20)}_${crypto.randomUUID().slice(0, 12)}`
  const attributes = attributesOf({ ...line, from }, line.answered === true ? 'active' : 'ringing')
  await atMedia('ring', { room, attributes, metadata: JSON.stringify({ phone: true }) })
  return room
}

/** The media server says that the caller stands in the room. */
export const came = (room: string, line: Line & { from: string }) =>
  webhook('participant_joined', room, {
    participant: { identity: `sip_${line.from}`, kind: 'SIP', attributes: attributesOf(line, 'ringing') },
  })

/** The caller is gone, and the media server says so: `hangup` when they hung up, `ringing` when nobody answered in time, `active` when the line broke. */
export async function goes(
  room: string,
  line: Line & { from: string },
  status: 'ringing' | 'active' | 'hangup' = 'hangup',
) {
  const identity = `sip_${line.from}`
  await atMedia('leave', { room, identity })
  const participant = { identity, kind: 'SIP', attributes: attributesOf(line, status) }
  return webhook('participant_left', room, { participant })
}
