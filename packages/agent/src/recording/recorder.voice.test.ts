import { createDecoder } from 'libopus-wasm'
import type { CallReachStep } from '@foyer/sdk/agent'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Attention } from '../attention.ts'
import { EAR_RATE } from '../ears.ts'
import { Fetching } from '../fetching.ts'
import { RATE } from '../mouth.ts'
import { Recorder } from './recorder.ts'

const openedAt = new Date('2026-03-02T10:00:00Z')
beforeEach(() => void vi.useFakeTimers({ now: openedAt, toFake: ['setInterval', 'clearInterval', 'Date'] }))
afterEach(() => void vi.useRealTimers())

const FRAME_MS = 20
const tone = (hz: number, rate: number, n: number): Int16Array =>
  Int16Array.from({ length: (rate * FRAME_MS) / 1000 }, (_, i) =>
    Math.round(8000 * Math.sin((2 * Math.PI * hz * (n * ((rate * FRAME_MS) / 1000) + i)) / rate)),
  )

/** A call in which the visitor hums low and the assistant high; `put` keeps or refuses the parts. */
async function stage({ nextPart = 0, put }: { nextPart?: number; put?: () => Promise<void> } = {}) {
  const parts = new Map<number, Uint8Array>()
  const steps: string[] = []
  const keep = async (part: number, bytes: Uint8Array): Promise<void> => {
    await put?.()
    parts.set(part, bytes)
  }
  const log = (step: string): void => void steps.push(step)
  const recorder = await Recorder.begin({ callId: 'call_1', openedAt, nextPart, put: keep, log })
  let queuedMs = 0
  const sink = recorder.through({
    capture: async (samples) => void (queuedMs += (samples.length / RATE) * 1000),
    queuedMs: () => queuedMs,
    clear: () => (queuedMs = 0),
  })
  let n = 0
  return {
    recorder,
    sink,
    parts,
    steps,
    async goOn(
      forMs: number,
      { visitor = false, assistant = false, hears = recorder as Pick<Recorder, 'heard'> } = {},
    ): Promise<void> {
      for (const until = Date.now() + forMs; Date.now() < until; n++) {
        if (assistant) await sink.capture(tone(1500, RATE, n))
        await vi.advanceTimersByTimeAsync(FRAME_MS)
        queuedMs = Math.max(0, queuedMs - FRAME_MS)
        if (visitor) hears.heard(tone(300, EAR_RATE, n))
      }
    },
  }
}

type Page = { sequence: number; granule: number; flags: number; packets: Uint8Array[] }

function pagesIn(bytes: Uint8Array): Page[] {
  const pages: Page[] = []
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  for (let at = 0; at < bytes.length;) {
    expect(new TextDecoder().decode(bytes.subarray(at, at + 4))).toBe('OggS')
    const lacing = bytes.subarray(at + 27, at + 27 + (bytes[at + 26] ?? 0))
    let from = at + 27 + lacing.length
    let length = 0
    const packets: Uint8Array[] = []
    for (const each of lacing) {
      length += each
      if (each === 255) continue
      packets.push(bytes.subarray(from, from + length))
      from += length
      length = 0
    }
    const granule = Number(view.getBigUint64(at + 6, true))
    pages.push({ sequence: view.getUint32(at + 18, true), granule, flags: bytes[at + 5] ?? 0, packets })
    at = from
  }
  return pages
}

/** What is heard of a tone on each side, in tenths of a second: '.' for silence. */
async function heardIn(pages: readonly Page[]): Promise<{ left: string; right: string }> {
  using decoder = await createDecoder({ channels: 2, sampleRate: RATE })
  const pcm = pages.flatMap(({ packets }) => packets.flatMap((packet) => [...decoder.decode(packet)]))
  const tenth = RATE / 10
  const side = (channel: 0 | 1): string =>
    Array.from({ length: Math.floor(pcm.length / 2 / tenth) }, (_, n) => {
      const loudness = (hz: number): number => {
        let [sin, cos] = [0, 0]
        for (let i = 0; i < tenth; i++) {
          const sample = pcm[2 * (n * tenth + i) + channel] ?? 0
          sin += sample * Math.sin((2 * Math.PI * hz * i) / RATE)
          cos += sample * Math.cos((2 * Math.PI * hz * i) / RATE)
        }
        return Math.hypot(sin, cos) / tenth
      }
      return `${loudness(300) > 1000 ? 'v' : ''}${loudness(1500) > 1000 ? 'a' : ''}` || '.'
    }).join('')
  return { left: side(0), right: side(1) }
}

const all = (parts: ReadonlyMap<number, Uint8Array>): Page[] =>
  pagesIn(Uint8Array.from([...parts.values()].flatMap((part) => [...part])))

test('the parts joined are one stream: the visitor left, the assistant right, each at its time', async () => {
  const { recorder, parts, goOn } = await stage()
  await goOn(2000)
  await goOn(3000, { visitor: true })
  await goOn(1000)
  await goOn(5000, { assistant: true })
  await goOn(900)
  await recorder.close(true)
  const [head, tags, ...pages] = all(parts)
  expect([...parts.keys()]).toEqual([0, 1])
  expect(new TextDecoder().decode(head?.packets[0]?.subarray(0, 8))).toBe('OpusHead')
  expect(new TextDecoder().decode(tags?.packets[0]?.subarray(0, 8))).toBe('OpusTags')
  expect([head?.flags, pages.at(-1)?.flags]).toEqual([2, 4])
  expect(pages.map(({ sequence }) => sequence)).toEqual(pages.map((_, n) => n + 2))
  expect(pages.at(-1)?.granule).toBe(11.9 * 48_000)
  const { left, right } = await heardIn(pages)
  expect(left).toMatch(/^\.{20,21}v{29,31}\.{68,70}$/)
  expect(right).toMatch(/^\.{60,61}a{49,51}\.{8,10}$/)
})

test('what was given away and taken back was never heard', async () => {
  const { recorder, sink, parts, goOn } = await stage()
  for (let n = 0; n < 30; n++) await sink.capture(tone(1500, RATE, n))
  await goOn(200)
  sink.clear()
  await goOn(800)
  await recorder.close(true)
  expect((await heardIn(all(parts).slice(2))).right).toMatch(/^a{2,3}\.{7,8}$/)
})

test('while it is paused silence is written, and time goes on', async () => {
  const { recorder, parts, steps, goOn } = await stage()
  await goOn(1000, { visitor: true, assistant: true })
  recorder.pause(true)
  await goOn(2000, { visitor: true, assistant: true })
  recorder.pause(false)
  await goOn(1000, { visitor: true, assistant: true })
  await recorder.close(true)
  const { left, right } = await heardIn(all(parts).slice(2))
  expect(left).toMatch(/^v{10,11}\.{18,20}v{10,11}$/)
  expect(right).toMatch(/^a{10,11}\.{18,20}a{10,11}$/)
  expect(steps).toEqual(['recording.paused', 'recording.resumed'])
})

test('of who waits for a person and talks to them nothing is recorded, and it goes on when they are back', async () => {
  const { recorder, parts, goOn } = await stage()
  const hears = new Attention({ hear: () => undefined, record: (samples) => recorder.heard(samples) })
  const together = Promise.withResolvers<void>()
  const ana = { legId: 'leg_1', identity: 'person-leg_1' }
  const steps: Record<string, CallReachStep> = {
    asked: { kind: 'ring', say: [], next: [] },
    ring: { kind: 'whisper', ...ana, aside: [], withinMs: 60_000 },
    accepted: { kind: 'connected', ...ana, say: [] },
    left: { kind: 'back', say: [] },
  }
  const fetching = new Fetching({
    line: {
      reach: async ({ event }) => {
        if (event === 'ring') await goOn(3000, { visitor: true, hears })
        return steps[event] ?? { kind: 'back', say: [] }
      },
    },
    purpose: 'transfer',
    ...{ say: async () => undefined, sayAside: async () => undefined, openAside: async () => undefined },
    hold: () => undefined,
    prepare: () => undefined,
    hears: (what) => {
      hears.turn(what)
      if (what === 'nothing') together.resolve()
    },
    log: () => undefined,
  })
  await goOn(2000, { visitor: true, hears })
  const fetched = fetching.run({ event: 'asked', purpose: 'transfer', turnId: 'trn_1' })
  fetching.person(ana.identity, { kind: 'pressed', key: '1' })
  await together.promise
  await goOn(4000, { visitor: true, hears })
  fetching.person(ana.identity, { kind: 'left' })
  expect(await fetched).toBe('parted')
  await goOn(2000, { visitor: true, hears })
  await recorder.close(true)
  expect((await heardIn(all(parts).slice(2))).left).toMatch(/^v{19,20}\.{69,72}v{18,20}\.?$/)
})

test('what somebody says is sealed once its words are known, and blank when they are to stay off', async () => {
  const { recorder, parts, steps, goOn } = await stage()
  await goOn(3000, { visitor: true })
  await goOn(2000)
  recorder.hold()
  await goOn(6000, { visitor: true })
  await goOn(3000)
  expect(parts.size, 'ten seconds are over, but not known').toBe(0)
  recorder.release('blank')
  recorder.hold()
  await goOn(2000, { visitor: true })
  recorder.release('keep')
  await goOn(1000)
  await recorder.close(true)
  expect((await heardIn(all(parts).slice(2))).left).toMatch(/^v{29,30}\.{110,112}v{19,20}\.{8,11}$/)
  expect(steps).toEqual(['recording.blanked'])
})

test('who speaks on when what was heard is done with is waited for too', async () => {
  const { recorder, parts, goOn } = await stage()
  await goOn(2000)
  recorder.hold()
  await goOn(3000, { visitor: true })
  recorder.release('keep', true)
  await goOn(3000, { visitor: true })
  recorder.release('blank')
  await goOn(1000)
  await recorder.close(true)
  expect((await heardIn(all(parts).slice(2))).left).toMatch(/^\.{20,21}v{19,20}\.{48,51}$/)
})

test('a piece of a number waits for the next one: both stay off, or it is kept when none comes', async () => {
  const { recorder, parts, steps, goOn } = await stage()
  await goOn(2000)
  for (const fate of ['wait', 'blank', 'wait'] as const) {
    recorder.hold()
    await goOn(2000, { visitor: true })
    recorder.release(fate)
    await goOn(6000)
  }
  expect(parts.size, 'the last one is still waited for').toBe(1)
  await goOn(17_000)
  expect(parts.size).toBe(4)
  recorder.hold()
  await goOn(1000, { visitor: true })
  recorder.release('wait')
  await goOn(1000)
  await recorder.close(true)
  const { left } = await heardIn(all(parts).slice(2))
  expect(left).toMatch(/^\.{178,182}v{19,21}\.{228,232}v{9,11}\.{8,11}$/)
  expect(steps).toEqual(['recording.blanked'])
})

test('words that nobody knows when the call ends stay off it', async () => {
  const { recorder, parts, goOn } = await stage()
  await goOn(2000, { visitor: true })
  await goOn(1500)
  recorder.hold()
  await goOn(1500, { visitor: true })
  await recorder.close(true)
  expect((await heardIn(all(parts).slice(2))).left).toMatch(/^v{19,20}\.{29,31}$/)
})

test('a voice that goes on for minutes is kept, so that memory does not end', async () => {
  const { recorder, parts } = await stage()
  recorder.hold()
  await vi.advanceTimersByTimeAsync(132_000)
  expect([...parts.keys()]).toEqual([0])
  void recorder.close(true)
})

test('another job goes on in the same stream, with silence for the time between', async () => {
  const first = await stage()
  await first.goOn(14_000, { visitor: true })
  // Killed: what was not put is lost.
  expect([...first.parts.keys()]).toEqual([0])
  const second = await stage({ nextPart: 1 })
  await second.goOn(2000, { visitor: true })
  await second.recorder.close(true)
  const pages = all(new Map([...first.parts, ...second.parts]))
  expect(pages.map(({ sequence }) => sequence)).toEqual(pages.map((_, n) => n))
  expect(pages.at(-1)?.granule).toBe(16 * 48_000)
  expect((await heardIn(pages.slice(2))).left).toMatch(/^v{99,100}\.{40,41}v{19,20}$/)
})

test('a job that leaves a call to another one fills its last part, so that the next begins in time', async () => {
  const { recorder, parts, goOn } = await stage()
  await goOn(3000, { visitor: true })
  await recorder.close(false)
  expect(all(parts).at(-1)).toMatchObject({ granule: 10 * 48_000, flags: 0 })
})

test('when the worker wants none it stops, and keeps nothing', async () => {
  const refuse = () => Promise.reject(new Error('not recorded'))
  const { recorder, parts, steps, goOn } = await stage({ put: refuse })
  await goOn(25_000, { visitor: true })
  await recorder.close(true)
  expect([parts.size, steps]).toEqual([0, ['recording.stopped']])
})

test('a worker that is away for minutes stops it before memory is full, and nothing waits for it', async () => {
  const { recorder, steps } = await stage({ put: () => new Promise(() => undefined) })
  await vi.advanceTimersByTimeAsync(140_000)
  expect(steps).toEqual(['recording.stopped'])
  void recorder.close(true)
})
