// What comes of ringing somebody, and of handing a caller over, on a real SIP gateway (LIVEKIT_SIP_BIN): its answers are
// what the adapter reads.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RoomServiceClient } from 'livekit-server-sdk'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { startGateway } from '../../../../local/src/phone/sip/gateway.ts'
import { type Manner, type Referred, SipPhone } from '../../../../local/src/phone/sip/sip-phone.ts'
import { findLivekitServer, startLivekitServer } from '../../../../local/src/voice/livekit-server.ts'
import { chooseVoice } from '../../../../local/src/voice/settings.ts'
import { startRedis } from '../../../../local/src/voice/test/redis.ts'
import type { TelephonyPort } from '../../ports/telephony.ts'
import { readConfig } from '../../shared/config.ts'
import { testNumber } from '../../test/phoning.ts'
import { liveKitTelephony } from '../livekit/telephony.ts'

const RING_MS = 4000
const LATE = { timeout: 20_000 }
let gateway: TelephonyPort
let rooms: RoomServiceClient
const undo: (() => unknown)[] = []

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-gateway-'))
  undo.push(() => rm(dataDir, { recursive: true, force: true }))
  const redis = await startRedis()
  undo.push(redis.stop)
  const secret = 'a secret that is long enough for it'
  const settings = await chooseVoice({ livekitSecret: secret, agentKey: 'ag_a-test-agent-key' }, {})
  const started = { settings, dataDir, redis: redis.address, onCrash: () => undefined }
  const server = await startLivekitServer({
    ...{ ...started, binary: await findLivekitServer(console.log), webhookUrl: 'http://127.0.0.1:9/' },
  })
  undo.push(() => server.stop())
  const { part } = await startGateway({ ...started, binary: process.env['LIVEKIT_SIP_BIN'] ?? '' })
  undo.push(() => part.stop())
  const url = settings.media.url.replace(/^ws/, 'http')
  rooms = new RoomServiceClient(url, settings.apiKey, secret)
  const made = liveKitTelephony(
    readConfig({
      ...{ LIVEKIT_URL: url, LIVEKIT_API_KEY: settings.apiKey, LIVEKIT_API_SECRET: secret },
      ...{ DATABASE_URL: 'postgres://nobody@localhost/none', PUBLIC_URL: 'http://localhost' },
      ...{ FOYER_SECRET: secret, FOYER_OPERATOR_KEY: secret },
    }),
  )
  if (made === null) throw new Error('no gateway')
  gateway = made
})

afterAll(async () => {
  for (const each of undo.toReversed()) await each()
})

const identity = 'human'

/** Somebody who is rung, in the manner of theirs, into a room of its own. */
async function rung(manner: Manner, referred?: Referred) {
  const phone = await SipPhone.awaits(manner, referred)
  onTestFinished(() => phone.close())
  const [from, number] = [testNumber(), testNumber()]
  const name = `foyer way ${crypto.randomUUID()}`
  const address = `127.0.0.1:${phone.port}`
  const { gatewayId } = await gateway.keepWayOut({ name, address, numbers: [from], login: null })
  const room = `call-${crypto.randomUUID()}`
  await rooms.createRoom({ name: room, emptyTimeout: 60 })
  const result = await gateway.dial({ room, identity, gatewayId, number, from, ringMs: RING_MS })
  return { phone, room, result }
}

const isThere = async (room: string) => (await rooms.listParticipants(room)).some((one) => one.identity === identity)

it.each([
  [486, 'busy'],
  [600, 'busy'],
  [603, 'declined'],
  [480, 'no_answer'],
  [404, 'refused'],
  ['rings', 'no_answer'],
] as const)('a phone that answers %s is %s, and leaves the room', async (manner, result) => {
  const call = await rung(manner)
  expect(call.result).toBe(result)
  await expect.poll(() => isThere(call.room), LATE).toBe(false)
})

it('a phone that answers is in the room, hears it, and leaves when it hangs up', async () => {
  const { phone, room, result } = await rung('answers')
  expect(result).toBe('answered')
  expect(await isThere(room)).toBe(true)
  phone.press('1')
  phone.hangUp()
  await expect.poll(() => isThere(room), LATE).toBe(false)
})

it('a phone whose room goes is hung up on', async () => {
  const { phone, room } = await rung('answers')
  await rooms.deleteRoom(room)
  expect(await phone.seen.next(({ kind }) => kind === 'ended', 0, 20_000)).toMatchObject({ by: 'them' })
})

it.each([
  [{ accepts: 200 }, 'transferred', false],
  [{ refuses: 603 }, 'declined', true],
  [{ accepts: 486 }, 'busy', true],
  ['silence', 'no_answer', true],
] as const)('handing over to who answers %j: %s', async (referred, result, stays) => {
  const { phone, room } = await rung('answers', referred)
  const to = testNumber()
  expect(await gateway.transfer(room, identity, to, RING_MS)).toBe(result)
  expect(phone.referredTo).toContain(to)
  await expect.poll(() => isThere(room), LATE).toBe(stays)
})

it('who has hung up cannot be handed over', async () => {
  const { phone, room } = await rung('answers')
  phone.hangUp()
  await expect.poll(() => isThere(room), LATE).toBe(false)
  expect(await gateway.transfer(room, identity, testNumber(), RING_MS)).toBe('gone')
})
