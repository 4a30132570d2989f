import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Clock, systemClock } from '../clock.ts'
import { createFoyer } from '../foyer.ts'
import { type Desk, openDesk } from '../test/desk.ts'
import { Call } from './call.ts'
import type { AssistantState, JoinRoom, LineEvents } from './line.ts'
import { MicrophoneRefusal } from './microphone.ts'
import type { CallEvent } from './state.ts'

let desk: Desk
beforeEach(async () => void (desk = await openDesk()))
afterEach(() => desk.close())

/** Machines are shared. */
const soon = { timeout: 4000 }

const wanted = { recording: 'not_asked', noticeVersion: '1' } as const

/** A call whose room stands here instead of on a media server; the desk is real. */
function begin(
  around: {
    clock?: Clock
    openMicrophone?: () => Promise<MediaStreamTrack>
    sendText?: () => Promise<void>
    loaded?: Promise<void>
  } = {},
) {
  const events: CallEvent[] = []
  const tokens: string[] = []
  const room: { assistant: AssistantState | undefined; events?: LineEvents; muted: boolean; closed: number } = {
    assistant: undefined,
    muted: false,
    closed: 0,
  }
  const microphone = { stop: vi.fn() } as unknown as MediaStreamTrack
  const join: JoinRoom = async ({ token }, _microphone, lineEvents) => {
    tokens.push(token)
    room.events = lineEvents
    return {
      assistant: () => room.assistant,
      setMuted: async (muted) => void (room.muted = muted),
      sendText: around.sendText ?? (async () => {}),
      devices: async () => [],
      useDevice: async () => {},
      setVolume: () => {},
      play: async () => {},
      close: async () => void room.closed++,
    }
  }
  const foyer = createFoyer({ publishableKey: 'pk_test_1', baseUrl: desk.url })
  const call = new Call(
    foyer.conversation,
    { call: wanted, onEvent: (event) => events.push(event) },
    {
      loadRoom: async () => (await around.loaded, join),
      openMicrophone: around.openMicrophone ?? (async () => microphone),
      createMeters: () => ({ watch: () => {}, read: () => ({ level: 0, ageMs: 0 }), close: () => {} }),
      clock: around.clock ?? systemClock,
    },
  )
  const does = (state: AssistantState | undefined) => {
    room.assistant = state
    room.events?.changed()
  }
  return { call, events, tokens, room, does, microphone }
}

const inRoom = (tokens: string[], times = 1) => vi.waitFor(() => expect(tokens).toHaveLength(times), soon)
const kinds = (events: CallEvent[]) => events.flatMap((event) => (event.type === 'state' ? [event.state.kind] : []))

test('a lost line is taken up again with a new token, and the mute stays', async () => {
  const { call, events, tokens, room, does } = begin()
  await inRoom(tokens)
  does('listening')
  await call.mute()
  room.muted = false
  room.events?.closed('lost')
  await inRoom(tokens, 2)
  expect(desk.count('POST /v1/conversations/:id/calls/:id/join')).toBe(1)
  await vi.waitFor(() => expect(kinds(events)).toEqual(['connecting', 'listening', 'reconnecting', 'listening']), soon)
  expect(room.muted).toBe(true)
  call.hangUp()
})

test('a room that is gone has its reason from the service', async () => {
  const { call, tokens, room } = begin()
  await inRoom(tokens)
  await desk.calls.end(call.id, 'time_limit')
  room.events?.closed('gone')
  expect(await call.ended).toBe('time_limit')
})

test('who joined from another tab leaves the call running there', async () => {
  const { call, tokens, room } = begin()
  await inRoom(tokens)
  room.events?.closed('taken')
  expect(await call.ended).toBe('call_running')
  expect(desk.calls.find(call.id)?.record.state).toBe('opened')
})

test('hung up while the room is being made, the room is taken down and the microphone closed', async () => {
  const { promise: loaded, resolve: load } = Promise.withResolvers<void>()
  const { call, microphone, tokens } = begin({ loaded })
  await vi.waitFor(() => expect(desk.calls.begun).toHaveLength(1), soon)
  call.hangUp()
  load()
  expect(await call.ended).toBe('visitor_hung_up')
  await vi.waitFor(() => expect(desk.calls.begun[0]?.record.state).toBe('ended'), soon)
  expect(microphone.stop).toHaveBeenCalled()
  expect(tokens).toHaveLength(0)
})

test('without a microphone nothing is asked of the service', async () => {
  const { call } = begin({ openMicrophone: () => Promise.reject(new MicrophoneRefusal('microphone_busy')) })
  expect(await call.ended).toBe('microphone_busy')
  expect(desk.requests).toEqual([])
})

test('text that the room does not take goes by HTTP, once', async () => {
  const { call, tokens, does, events } = begin({ sendText: () => Promise.reject(new Error('no data channel')) })
  await inRoom(tokens)
  does('listening')
  await call.sendText('How much is a tune-up?', 'typed-1')
  expect(desk.count('POST /v1/conversations/:id/turns')).toBe(1)
  expect(events.some((event) => event.type === 'told' && event.event.type === 'turn.answered')).toBe(true)
  call.hangUp()
})

test('an assistant that never comes is not waited for for ever', async () => {
  let now = Date.now()
  const { call, tokens } = begin({ clock: { ...systemClock, now: () => now } })
  await inRoom(tokens)
  now += 60_000
  expect(await call.ended).toBe('agent_lost')
  await vi.waitFor(() => expect(desk.calls.find(call.id)?.record.state).toBe('ended'), soon)
})
