// The call as it was heard, stereo Ogg/Opus: the visitor left, the assistant right. Its time 0 is when the call was
// opened and every part is ten seconds long, so that another job goes on in the same stream by the part's number alone.

import { Application, createEncoder, type OpusEncoderHandle } from 'libopus-wasm'
import { EAR_RATE } from '../ears.ts'
import { type Log, wordsOf } from '../log.ts'
import { RATE, type Sink } from '../mouth.ts'
import type { Fate } from './discretion.ts'
import { GRANULES_PER_SECOND, headersOf, pageOf } from './ogg.ts'
import { Side } from './side.ts'

const BITS_PER_SECOND = 48_000
const PACKET = RATE / 50
const PACKETS_A_PAGE = 50
const PAGES_A_PART = 10
const TICK_MS = 100
/** What was heard may come this late, and the detector is sure of a voice this long after it began. */
const LAG_MS = 1000
/** Words that take longer are kept: nobody dictates for two minutes, and memory ends. */
const MOST_HELD_MS = 120_000
/** A piece of a number that nobody goes on with for so long was all of it. */
const NEXT_PIECE_MS = 20_000
/** A gap is caught up with this many packets at a time, so that nothing else waits. */
const MOST_PACKETS = 50
/** Parts that wait while the worker is away: two minutes, less than 1 MB. */
const MOST_WAITING = 12

export type RecorderOptions = {
  callId: string
  /** When the call was opened. */
  openedAt: Date
  nextPart: number
  /** Stores one part; tries until it can. @throws when the worker wants none */
  put: (part: number, bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  log: Log
}

export class Recorder {
  readonly #with: RecorderOptions
  readonly #encoder: OpusEncoderHandle
  readonly #visitor = new Side(RATE)
  readonly #assistant = new Side(RATE)
  readonly #serial: number
  readonly #preSkip: number
  readonly #timer: NodeJS.Timeout
  readonly #waiting: Uint8Array<ArrayBuffer>[] = []
  #part: number
  /** Packets since the call was opened. */
  #packets: number
  #page: Uint8Array[] = []
  #pages: Uint8Array[] = []
  #uploading: Promise<void> = Promise.resolve()
  #isPaused = false
  /** Since then somebody speaks whose words are not known yet. */
  #heldFrom: number | undefined
  /** Their words are known, but not what follows: it is kept when nothing has come by then. */
  #keptFrom: number | undefined
  #isOff = false

  private constructor(options: RecorderOptions, encoder: OpusEncoderHandle) {
    this.#with = options
    this.#encoder = encoder
    this.#part = options.nextPart
    this.#packets = options.nextPart * PAGES_A_PART * PACKETS_A_PAGE
    // The same for every job of the call: their parts are one stream.
    this.#serial = [...options.callId].reduce((sum, char) => (Math.imul(sum, 31) + char.charCodeAt(0)) >>> 0, 7)
    this.#preSkip = (encoder.getLookahead() / RATE) * GRANULES_PER_SECOND
    if (options.nextPart === 0) this.#pages = headersOf(this.#serial, 2, this.#preSkip, RATE)
    this.#timer = setInterval(() => {
      if (this.#keptFrom !== undefined && this.#now >= this.#keptFrom) this.release('keep')
      this.#encodeUpTo(this.#settled)
    }, TICK_MS)
  }

  static async begin(options: RecorderOptions): Promise<Recorder> {
    const encoder = await createEncoder({
      channels: 2,
      sampleRate: RATE,
      frameSize: PACKET,
      application: Application.Audio,
      bitrate: BITS_PER_SECOND,
      complexity: 5,
    })
    return new Recorder(options, encoder)
  }

  /** 16 kHz mono, just heard. */
  heard(samples: Int16Array): void {
    if (this.#isPaused || this.#isOff) return
    const own = upsampled(samples)
    this.#visitor.lay(own, this.#now - own.length)
  }

  /** The same sink; what is taken there and not taken back is recorded when it is played. */
  through(sink: Sink): Sink {
    const queued = (): number => (sink.queuedMs() / 1000) * RATE
    return {
      capture: (samples) => {
        if (!this.#isPaused && !this.#isOff) this.#assistant.lay(samples.slice(), Math.round(this.#now + queued()))
        return sink.capture(samples)
      },
      queuedMs: () => sink.queuedMs(),
      clear: () => {
        this.#assistant.cut(this.#now)
        sink.clear()
      },
    }
  }

  /** Silence is written meanwhile, on both sides: time stays in step. */
  pause(isPaused: boolean): void {
    if (isPaused !== this.#isPaused) this.#with.log(isPaused ? 'recording.paused' : 'recording.resumed')
    this.#isPaused = isPaused
  }

  /** Somebody began to speak: what is heard from here on is sealed once its words are known. */
  hold(): void {
    this.#heldFrom ??= this.#now - (LAG_MS / 1000) * RATE
    this.#keptFrom = undefined
  }

  /** Their words are known; those that wait share the fate of the next. @param speakOn what follows in that breath is not */
  release(fate: Fate, speakOn = false): void {
    this.#settle(fate)
    if (speakOn) this.hold()
  }

  #settle(fate: Fate): void {
    if (this.#heldFrom === undefined) return
    if (fate === 'wait') {
      this.#keptFrom = this.#now + (NEXT_PIECE_MS / 1000) * RATE
      return
    }
    if (fate === 'blank') {
      for (const side of [this.#visitor, this.#assistant]) side.blank(this.#heldFrom, this.#now)
      this.#with.log('recording.blanked')
    }
    this.#heldFrom = undefined
    this.#keptFrom = undefined
  }

  /** @param isOver nobody goes on with this call: the last part may be shorter than the others */
  async close(isOver: boolean): Promise<void> {
    clearInterval(this.#timer)
    // Words that nobody knows by now stay unknown.
    this.release(this.#keptFrom === undefined ? 'blank' : 'keep')
    if (!this.#isOff) {
      const inPart = PAGES_A_PART * PACKETS_A_PAGE
      const end = isOver ? this.#now : Math.ceil(this.#now / PACKET / inPart) * inPart * PACKET
      while (this.#encodeUpTo(end)) await new Promise((resolve) => setImmediate(resolve))
      if (isOver && !this.#isOff) this.#endPart(true)
    }
    this.#encoder.free()
    await this.#uploading
  }

  /** The sample that is heard now. */
  get #now(): number {
    return Math.round(((Date.now() - this.#with.openedAt.getTime()) / 1000) * RATE)
  }

  /** Up to here it may be sealed. */
  get #settled(): number {
    const upTo = this.#now - (LAG_MS / 1000) * RATE
    return Math.max(Math.min(upTo, this.#heldFrom ?? upTo), this.#now - (MOST_HELD_MS / 1000) * RATE)
  }

  /** @returns true when there is more to do */
  #encodeUpTo(sample: number): boolean {
    for (let n = 0; (this.#packets + 1) * PACKET <= sample && !this.#isOff; n++) {
      if (n === MOST_PACKETS) return true
      const at = this.#packets++ * PACKET
      const [left, right] = [this.#visitor.take(at, PACKET), this.#assistant.take(at, PACKET)]
      const both = new Int16Array(2 * PACKET)
      for (let i = 0; i < PACKET; i++) both.set([left[i] ?? 0, right[i] ?? 0], 2 * i)
      this.#page.push(this.#encoder.encode(both).slice())
      if (this.#page.length === PACKETS_A_PAGE) this.#endPage(false)
      if (this.#packets % (PAGES_A_PART * PACKETS_A_PAGE) === 0) this.#endPart(false)
    }
    return false
  }

  #endPage(isLast: boolean): void {
    const granule = this.#packets * (GRANULES_PER_SECOND / 50)
    // A page is full after a second; two come before the first.
    const sequence = 2 + Math.ceil(this.#packets / PACKETS_A_PAGE) - 1
    this.#pages.push(pageOf({ serial: this.#serial, sequence, granule, packets: this.#page, isLast }))
    this.#page = []
  }

  #endPart(isLast: boolean): void {
    if (isLast && this.#page.length > 0) this.#endPage(true)
    if (this.#pages.length === 0) return
    this.#waiting.push(joined(this.#pages))
    this.#pages = []
    if (this.#waiting.length > MOST_WAITING) this.#stop('the worker has been away for too long')
    this.#uploading = this.#uploading.then(() => this.#upload())
  }

  async #upload(): Promise<void> {
    for (let bytes = this.#waiting[0]; bytes !== undefined; bytes = this.#waiting[0]) {
      try {
        await this.#with.put(this.#part, bytes)
        this.#part++
        this.#waiting.shift()
      } catch (error) {
        return this.#stop(wordsOf(error))
      }
    }
  }

  #stop(why: string): void {
    if (!this.#isOff) this.#with.log('recording.stopped', { parts: this.#part, why })
    this.#isOff = true
    this.#waiting.length = 0
    clearInterval(this.#timer)
  }
}

/** Three samples for two, on the line between them. */
function upsampled(samples: Int16Array): Int16Array {
  const ratio = EAR_RATE / RATE
  const last = samples.length - 1
  return Int16Array.from({ length: Math.floor(samples.length / ratio) }, (_, i) => {
    const at = Math.min(i * ratio, last)
    const before = samples[Math.floor(at)] ?? 0
    return before + (at % 1) * ((samples[Math.min(Math.floor(at) + 1, last)] ?? 0) - before)
  })
}

function joined(pages: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pages.reduce((sum, { length }) => sum + length, 0))
  pages.reduce((at, page) => (bytes.set(page, at), at + page.length), 0)
  return bytes
}
