// Many callers in a process of their own, light enough to leave the machine to those who are measured: a browser takes
// more of it for one call than the agent does. Each is greeted, asks, and hears the answer out while the others do the
// same. They hear through a browser's jitter buffer (libwebrtc), and a hole is counted in samples, not by a clock.

import { AudioFrame, AudioSource, AudioStream, dispose, LocalAudioTrack, Room, RoomEvent } from '@livekit/rtc-node'
import { TrackKind, TrackPublishOptions, TrackSource } from '@livekit/rtc-node'

export type CrowdAsked = { url: string; tokens: string[]; pcm: string; rate: number }
export type CrowdHeard = { replyMs: number[]; holeMs: number; callersMs: number }

const RATE = 16_000
/** One value of loudness. */
const STEP_MS = 10
const STEP = (STEP_MS / 1000) * RATE
const LOUD = 0.02
/** Quiet for this long, and an answer is over. */
const OVER_MS = 900
const PATIENCE_MS = 30_000
/** All of them ask within this, one after the other: shorter than an answer, so that all are answered at once. */
const ASK_MS = 3000

class Caller {
  readonly #room = new Room()
  readonly #mouth: AudioSource
  readonly #rate: number
  /** Loudness of each step since the track was heard. */
  readonly #levels: number[] = []
  /** What a step's place says of its time: the promptest of all. */
  #zero = Infinity

  constructor(rate: number) {
    this.#rate = rate
    this.#mouth = new AudioSource(rate, 1, 10_000)
    this.#room.on(RoomEvent.TrackSubscribed, (track) => {
      if (track.kind !== TrackKind.KIND_AUDIO) return
      const stream = new AudioStream(track, { sampleRate: RATE, numChannels: 1, frameSizeMs: 2 * STEP_MS })
      const listen = async (): Promise<void> => {
        for await (const { data } of stream) this.#hear(data)
      }
      void listen()
    })
  }

  async join(url: string, token: string): Promise<void> {
    await this.#room.connect(url, token, { autoSubscribe: true, dynacast: false })
    const track = LocalAudioTrack.createAudioTrack('microphone', this.#mouth)
    const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE, dtx: false })
    await this.#room.localParticipant?.publishTrack(track, options)
  }

  /** @returns when the last sample of it left the mouth */
  async say(samples: Int16Array): Promise<number> {
    for (let from = 0; from < samples.length; from += this.#rate / 10) {
      const part = samples.slice(from, from + this.#rate / 10)
      await this.#mouth.captureFrame(new AudioFrame(part, this.#rate, 1, part.length))
    }
    const leftMs = this.#mouth.queuedDuration
    const endedAt = performance.now() + leftMs
    await new Promise((resolve) => setTimeout(resolve, leftMs))
    return endedAt
  }

  /** From the first sound after a time to the end of it. */
  async hears(from: number): Promise<{ at: number; holeMs: number }> {
    for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline;) {
      const steps = this.#levels.slice(Math.max(0, Math.ceil((from - this.#zero) / STEP_MS)))
      const first = steps.findIndex((level) => level > LOUD)
      const last = steps.findLastIndex((level) => level > LOUD)
      if (first >= 0 && (steps.length - last) * STEP_MS >= OVER_MS)
        return { at: from + first * STEP_MS, holeMs: longestQuiet(steps.slice(first, last)) * STEP_MS }
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    throw new Error(`Nothing was heard out within ${PATIENCE_MS / 1000} s.`)
  }

  #hear(samples: Int16Array): void {
    for (let from = 0; from + STEP <= samples.length; from += STEP) {
      let sum = 0
      for (const sample of samples.subarray(from, from + STEP)) sum += (sample / 32_768) ** 2
      this.#levels.push(Math.sqrt(sum / STEP))
    }
    this.#zero = Math.min(this.#zero, performance.now() - this.#levels.length * STEP_MS)
  }

  leave(): Promise<void> {
    return this.#room.disconnect()
  }
}

function longestQuiet(levels: readonly number[]): number {
  let longest = 0
  let running = 0
  for (const level of levels) {
    running = level > LOUD ? 0 : running + 1
    longest = Math.max(longest, running)
  }
  return longest
}

process.once('message', (asked: CrowdAsked) => void run(asked))
process.send?.('ready')

async function run({ url, tokens, pcm, rate }: CrowdAsked): Promise<void> {
  const samples = new Int16Array(new Uint8Array(Buffer.from(pcm, 'base64')).buffer)
  const callers = await Promise.all(
    tokens.map(async (token) => {
      const caller = new Caller(rate)
      await caller.join(url, token)
      return caller
    }),
  )
  await Promise.all(callers.map((caller) => caller.hears(0)))
  process.send?.('all greeted')
  const cpu = process.cpuUsage()
  const heard = await Promise.all(
    callers.map(async (caller, n) => {
      await new Promise((resolve) => setTimeout(resolve, (n * ASK_MS) / callers.length))
      const endedAt = await caller.say(samples)
      const { at, holeMs } = await caller.hears(endedAt)
      return { replyMs: at - endedAt, holeMs }
    }),
  )
  const { user, system } = process.cpuUsage(cpu)
  const told: CrowdHeard = {
    replyMs: heard.map(({ replyMs }) => replyMs),
    holeMs: Math.max(...heard.map(({ holeMs }) => holeMs)),
    callersMs: (user + system) / 1000,
  }
  await Promise.all(callers.map((caller) => caller.leave()))
  await dispose()
  process.send?.(told, undefined, undefined, () => process.exit())
}
