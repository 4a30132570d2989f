// The simulated line beside what was recorded from the real gateway (recorded.json): who stands in the room, which events
// an agent and the media server tell, and in which order.

import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AudioSource, dispose, LocalAudioTrack, Room, RoomEvent, TrackPublishOptions } from '@livekit/rtc-node'
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findLivekitServer, startLivekitServer } from '../../../local/src/voice/livekit-server.ts'
import { chooseVoice, type VoiceSettings } from '../../../local/src/voice/settings.ts'
import { type LineEvent, SimulatedLine } from './line.ts'
import { CallRoom } from '../room.ts'
import recorded from './recorded.json' with { type: 'json' }
import { GOOD } from './wire.ts'

const FROM = '+15055550177'
const AGENT = 'agent-desk'
const HUMAN = 'person-1'
const LATE = { timeout: 30_000 }
const undo: (() => unknown)[] = []
type Told = { event: string; room: { name: string }; participant?: { identity: string; disconnectReason?: string } }
const told: Told[] = []
let settings: VoiceSettings
let rooms: RoomServiceClient

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-line-'))
  undo.push(() => rm(dataDir, { recursive: true, force: true }), dispose)
  const webhooks = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      told.push(JSON.parse(body) as Told)
      response.end()
    })
  }).listen(0, '127.0.0.1')
  await once(webhooks, 'listening')
  undo.push(() => webhooks.close())
  const livekitSecret = 'a secret that is long enough for it'
  settings = await chooseVoice({ livekitSecret, agentKey: 'ag_a-test-agent-key' }, {})
  const webhookUrl = `http://127.0.0.1:${(webhooks.address() as AddressInfo).port}/`
  const binary = await findLivekitServer(console.log)
  const server = await startLivekitServer({ binary, settings, dataDir, webhookUrl, onCrash: () => undefined })
  undo.push(() => server.stop())
  rooms = new RoomServiceClient(settings.media.url.replace(/^ws/, 'http'), settings.apiKey, settings.apiSecret)
})

afterAll(async () => {
  for (const each of undo.toReversed()) await each()
})

/** Somebody rings. */
async function ring(ringingMs: number) {
  const { media, apiKey, apiSecret } = settings
  const seen: LineEvent[] = []
  const gateway = { url: media.url, apiKey, apiSecret, agentName: 'nobody', trunkId: 'ST_1', dialled: '+15055550142' }
  const line = new SimulatedLine({ ...gateway, from: FROM, ringingMs, quality: GOOD }, (event) => seen.push(event))
  await line.ring()
  const [first] = seen
  return { line, seen, room: first?.kind === 'ringing' ? first.room : '' }
}

/** An agent that comes, and writes down what it sees of the caller. */
async function desk(name: string) {
  const { media, apiKey, apiSecret } = settings
  const token = new AccessToken(apiKey, apiSecret, { identity: AGENT })
  token.kind = 'agent'
  token.addGrant({ roomJoin: true, room: name, canPublish: true, canSubscribe: true, canPublishData: true })
  const room = new Room()
  const seen: string[] = []
  room
    .on(RoomEvent.TrackSubscribed, () => seen.push('track subscribed'))
    .on(RoomEvent.TrackUnsubscribed, () => seen.push('track unsubscribed'))
    .on(RoomEvent.TrackUnpublished, () => seen.push('track unpublished'))
    .on(RoomEvent.ParticipantAttributesChanged, (changed) => {
      if ('sip.callStatus' in changed) seen.push(`callStatus ${changed['sip.callStatus']}`)
    })
    .on(RoomEvent.DtmfReceived, (code, digit) => seen.push(`key ${code} ${digit}`))
    .on(RoomEvent.ParticipantDisconnected, ({ disconnectReason }) => seen.push(`caller left ${disconnectReason}`))
    .on(RoomEvent.Disconnected, (reason) => seen.push(`closed ${reason}`))
  await room.connect(media.url, await token.toJwt(), { autoSubscribe: true, dynacast: false })
  return { room, seen }
}

async function answer({ room, seen }: Awaited<ReturnType<typeof desk>>): Promise<void> {
  await expect.poll(() => seen, LATE).toContain('track subscribed')
  const source = new AudioSource(24_000, 1)
  await room.localParticipant?.publishTrack(
    LocalAudioTrack.createAudioTrack('voice', source),
    new TrackPublishOptions(),
  )
  await expect.poll(() => seen, LATE).toContain('callStatus active')
}

/** An agent of ours on the other side. */
async function answered(name: string) {
  const { media, apiKey, apiSecret } = settings
  const token = new AccessToken(apiKey, apiSecret, { identity: AGENT })
  token.kind = 'agent'
  token.addGrant({ roomJoin: true, room: name, canPublish: true, canSubscribe: true, canPublishData: true })
  const [heard, closed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const nothing = (): void => undefined
  const deaf = { typed: nothing, pressed: nothing, person: nothing, came: nothing, went: nothing }
  const room = new CallRoom({ ...deaf, heard: () => heard.resolve(), closed: () => closed.resolve() })
  await room.join(media.url, await token.toJwt())
  await room.answer()
  return { room, heard: heard.promise, closed: closed.promise }
}

// First, while nothing else of this file can listen.
test.each(['the caller', 'the server', 'the agent'])(
  'nothing goes on listening after a call that %s ended',
  async (who) => {
    const listening = (): number => globalThis._ffiClientInstance?.listenerCount('ffi_event') ?? 0
    const before = listening()
    const { line, room: name } = await ring(60_000)
    const { room, heard, closed } = await answered(name)
    room.admit('visitor-none')
    await heard
    if (who === 'the agent') await room.close()
    if (who !== 'the server') await line.hangUp()
    if (who !== 'the agent') {
      await rooms.deleteRoom(name)
      await closed
      await room.close()
    }
    await expect.poll(listening, LATE).toBeLessThanOrEqual(before)
  },
)

test('who is to answer and sees the caller give up first leaves', async () => {
  const { line, room: name } = await ring(60_000)
  const { room, closed } = await answered(name)
  await line.hangUp()
  await closed
  await room.close()
})

/** What the media server told of somebody in a room, and of the room itself. */
const toldOf = (room: string, identity: string): string[] =>
  told
    .filter((each) => each.room.name === room && (each.participant?.identity ?? identity) === identity)
    .map(({ event, participant }) => [event, participant?.disconnectReason ?? ''].join(' ').trim())

test('the caller stands in the room as it was recorded', async () => {
  const { line, room } = await ring(60_000)
  expect(room).toMatch(/^call-_\+15055550177_[\w-]{12}$/)
  const agent = await desk(room)
  const numbered = (words: string): string => words.replace('<number>', FROM)
  const { identity, name, kind, attributes, track } = recorded.caller
  await expect.poll(() => agent.room.remoteParticipants.size, LATE).toBe(1)
  const caller = [...agent.room.remoteParticipants.values()][0]
  expect(caller).toMatchObject({ identity: numbered(identity), name: numbered(name) })
  expect(caller?.info.kind).toBe(kind)
  expect(Object.keys(caller?.attributes ?? {}).toSorted()).toEqual(attributes)
  expect(caller?.attributes['sip.callStatus']).toBe('ringing')
  const published = [...(caller?.trackPublications.values() ?? [])].map(({ name, source, kind, mimeType }) => ({
    ...{ name, source, kind, mimeType },
  }))
  expect(published).toEqual([{ ...track, name: numbered(track.name) }])
  await line.hangUp()
  await agent.room.disconnect()
})

test.each(recorded.calls.map((each) => [each.name, each] as const))('%s', async (_name, call) => {
  const { line, seen, room } = await ring(call.deeds.includes('wait') ? 3000 : 60_000)
  const agent = call.deeds.includes('answer') ? await desk(room) : undefined
  const ofCaller = (): string[] => toldOf(room, `sip_${FROM}`).filter((event) => event !== 'room_finished')
  await expect.poll(ofCaller, LATE).toContain('track_published')
  for (const deed of call.deeds) {
    const [verb, keys = ''] = deed.split(' ')
    if (deed === 'hang up') await line.hangUp()
    else if (deed === 'delete room') await rooms.deleteRoom(room)
    else if (deed === 'remove caller') await rooms.removeParticipant(room, `sip_${FROM}`)
    else if (deed === 'remove agent') {
      await rooms.removeParticipant(room, AGENT)
      await expect.poll(() => agent?.seen.at(-1), LATE).toBe('closed 4')
      expect((await rooms.listParticipants(room)).map(({ identity }) => identity)).toEqual([`sip_${FROM}`])
    } else if (verb === 'press') {
      await line.press(keys)
      await expect.poll(() => agent?.seen.filter((each) => each.startsWith('key')).length, LATE).toBe(keys.length)
    } else if (deed === 'answer' && agent !== undefined) await answer(agent)
  }
  await expect.poll(() => seen.at(-1), LATE).toMatchObject({ kind: 'ended', by: call.phone })
  // When a room goes all in it are told at once: whether an agent still hears of the caller is chance.
  const chance = call.deeds.includes('delete room') ? /^track un|^caller left/ : /^$/
  await expect.poll(() => (agent?.seen ?? []).filter((event) => !chance.test(event)), LATE).toEqual(call.room)
  await expect.poll(ofCaller, LATE).toEqual(call.webhooks)
  await agent?.room.disconnect()
})

test('whom we ring stands in the room as it was recorded: while it rings, when they answer, and when they hang up', async () => {
  const { media, apiKey, apiSecret } = settings
  const { line: caller, room: name } = await ring(60_000)
  const { room } = await desk(name)
  const rung = async (identity: string, does: 'answers' | 'busy') => {
    const who = { url: media.url, apiKey, apiSecret, quality: GOOD, room: name, identity, number: '+15055550147' }
    const phone = new SimulatedLine({ ...who, does }, () => undefined)
    await phone.ring()
    return phone
  }
  const shows = (identity: string): string[] => {
    const who = room.remoteParticipants.get(identity)
    return [`kind ${who?.info.kind}`, `is ${who?.attributes['sip.callStatus']}`, ...Object.keys(who?.attributes ?? {})]
  }
  const { kind, ringing, answered } = recorded.rung
  const busy = await rung('person-busy', 'busy')
  // What it says of itself is test mode's own.
  const standing = [`kind ${kind}`, 'is ringing', ...ringing, 'foyer.simulated'].toSorted()
  await expect.poll(() => shows('person-busy').toSorted(), LATE).toEqual(standing)
  await busy.hangUp()

  const seen: string[] = []
  room
    .on(RoomEvent.ParticipantAttributesChanged, (changed, who) => {
      const status = changed['sip.callStatus']
      // What was before may be told together with who it is: that is chance.
      if (who.identity === HUMAN && status === 'hangup') seen.push('callStatus hangup')
    })
    .on(RoomEvent.TrackUnpublished, (_track, who) => void (who.identity === HUMAN && seen.push('track unpublished')))
    .on(RoomEvent.ParticipantDisconnected, (who) => {
      if (who.identity === HUMAN) seen.push(`left ${who.disconnectReason}`)
    })
  const human = await rung(HUMAN, 'answers')
  const talking = [`kind ${kind}`, 'is active', ...ringing, ...answered].toSorted()
  await expect.poll(() => shows(HUMAN).toSorted(), LATE).toEqual(talking)
  await expect.poll(() => toldOf(name, HUMAN), LATE).toContain('track_published')
  await human.hangUp()
  await expect.poll(() => seen, LATE).toEqual(recorded.rung.room)
  const aboutThem = (): string[] => toldOf(name, HUMAN).filter((event) => !event.startsWith('room_'))
  await expect.poll(aboutThem, LATE).toEqual(recorded.rung.webhooks)
  await caller.hangUp()
  await room.disconnect()
})
