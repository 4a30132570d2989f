// What is being said: sentence after sentence into one sink, softer, held, gone on with or stopped at any sample, and
// always able to tell how much was heard.

/** Samples a second, mono. */
export const RATE = 24_000
/** 200 ms: each portion that is given away costs the same, and a busy moment after the first one makes no hole. */
const FRAME = RATE / 5
/** Audio given away beforehand: long enough to outlast a busy moment; taken back when something must change at once. */
const AHEAD_MS = 600
const DUCKED = 0.22

/** Where audio goes; a LiveKit AudioSource, or a test's. */
export interface Sink {
  /** Resolves when it was taken. */
  capture(samples: Int16Array): Promise<void>
  /** Milliseconds that were taken and not played. */
  queuedMs(): number
  /** Drops what was taken and not played. */
  clear(): void
}

/** Audio of one sentence, as it comes. `heardAs` is what it counts as when played; '' for words that are not an answer. */
export type Voiced = { audio: AsyncIterable<Int16Array>; text: string }

type Piece = { text: string; chunks: Int16Array[]; samples: number; whole: boolean }
export type Played = { heard: string; whole: boolean }

export type MouthEvents = {
  /** The first audio of a speech went out. */
  began?(): void
}

/** One thing said, in pieces. */
class Speech {
  readonly pieces: Piece[] = []
  readonly began: (() => void) | undefined
  readonly played: Promise<Played>
  finish: (played: Played) => void = () => undefined
  cursor = 0
  isClosed = false
  isBegun = false
  #pumping: Promise<void> = Promise.resolve()
  readonly #changed: () => void

  constructor(changed: () => void, began: (() => void) | undefined) {
    this.#changed = changed
    this.began = began
    this.played = new Promise((resolve) => (this.finish = resolve))
  }

  /** Pieces are played in the order they were given; their audio is fetched at once. */
  say({ audio, text }: Voiced): void {
    const piece: Piece = { text, chunks: [], samples: 0, whole: false }
    this.pieces.push(piece)
    const pump = async (): Promise<void> => {
      try {
        for await (const chunk of audio) {
          piece.chunks.push(chunk)
          piece.samples += chunk.length
          this.#changed()
        }
      } finally {
        piece.whole = true
        this.#changed()
      }
    }
    this.#pumping = Promise.all([this.#pumping, pump().catch(() => undefined)]).then(() => undefined)
  }

  close(): void {
    this.isClosed = true
    this.#changed()
  }

  /** Up to a frame from the cursor; undefined when nothing is there yet. */
  frame(): Int16Array | undefined {
    let from = this.cursor
    for (const piece of this.pieces) {
      if (from < piece.samples) return read(piece.chunks, from, FRAME)
      from -= piece.samples
      if (!piece.whole) return undefined
    }
    return undefined
  }

  get isOver(): boolean {
    const samples = this.pieces.reduce((sum, piece) => sum + piece.samples, 0)
    return this.isClosed && this.pieces.every(({ whole }) => whole) && this.cursor >= samples
  }

  /** The words up to a sample: whole sentences, and of the last one the words in proportion. */
  heardUpTo(sample: number): string {
    const heard: string[] = []
    let from = sample
    for (const piece of this.pieces) {
      if (from <= 0) break
      if (piece.whole && from >= piece.samples) heard.push(piece.text)
      else {
        // Of a sentence whose end has not come, the length is guessed at the pace of speech.
        const length = piece.whole ? piece.samples : Math.max(piece.samples, (piece.text.length / 15) * RATE)
        const words = piece.text.split(/\s+/)
        heard.push(words.slice(0, Math.floor((words.length * from) / length)).join(' '))
      }
      from -= piece.samples
    }
    return heard.filter((text) => text !== '').join(' ')
  }
}

export class Mouth {
  readonly #sink: Sink
  #speech: Speech | undefined
  #gain = 1
  #isHeld = false
  #wake: () => void = () => undefined

  constructor(sink: Sink) {
    this.#sink = sink
  }

  get isSpeaking(): boolean {
    return this.#speech?.isBegun === true && !this.#isHeld
  }

  /** Something is being said or about to be. */
  get isBusy(): boolean {
    return this.#speech !== undefined
  }

  /** Begins to say something, once nothing holds it; whatever was being said is stopped. */
  begin(events: MouthEvents = {}): Pick<Speech, 'say' | 'close' | 'played'> {
    this.stop()
    const speech = new Speech(() => this.#wake(), events.began)
    this.#speech = speech
    void this.#play(speech)
    return speech
  }

  /** Softer, from the very next sample. */
  duck(): void {
    this.#again(() => (this.#gain = DUCKED))
  }

  /** Silent, and nothing is lost. */
  hold(): void {
    this.#again(() => (this.#isHeld = true))
  }

  /** Goes on where it was held, at full volume. */
  release(): void {
    this.#again(() => {
      this.#gain = 1
      this.#isHeld = false
    })
  }

  /** Silent for good. @returns what was heard of it */
  stop(): string {
    const speech = this.#speech
    if (speech === undefined) return ''
    this.#takeBack(speech)
    this.#speech = undefined
    const heard = speech.heardUpTo(speech.cursor)
    speech.finish({ heard, whole: false })
    this.#wake()
    return heard
  }

  #again(change: () => void): void {
    if (this.#speech !== undefined) this.#takeBack(this.#speech)
    change()
    this.#wake()
  }

  #takeBack(speech: Speech): void {
    const queued = Math.round((this.#sink.queuedMs() / 1000) * RATE)
    this.#sink.clear()
    speech.cursor = Math.max(0, speech.cursor - queued)
  }

  async #play(speech: Speech): Promise<void> {
    while (this.#speech === speech) {
      const frame = this.#isHeld ? undefined : speech.frame()
      const earlyMs = this.#sink.queuedMs() - AHEAD_MS
      if (frame === undefined || earlyMs > 0) {
        if (frame === undefined && !this.#isHeld && speech.isOver && this.#sink.queuedMs() === 0) break
        await this.#rest(frame === undefined && this.#isHeld ? 1000 : Math.max(20, earlyMs))
        continue
      }
      speech.cursor += frame.length
      const isFirst = !speech.isBegun
      speech.isBegun = true
      await this.#sink
        .capture(this.#gain === 1 ? frame : frame.map((sample) => sample * this.#gain))
        .catch(() => undefined)
      if (isFirst) speech.began?.()
    }
    if (this.#speech !== speech) return
    this.#speech = undefined
    speech.finish({ heard: speech.heardUpTo(speech.cursor), whole: true })
  }

  #rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

/** `count` samples from `from` on, across chunks; fewer at the end. */
function read(chunks: readonly Int16Array[], from: number, count: number): Int16Array {
  const out = new Int16Array(count)
  let skip = from
  let filled = 0
  for (const chunk of chunks) {
    if (skip >= chunk.length) {
      skip -= chunk.length
      continue
    }
    const part = chunk.subarray(skip, skip + count - filled)
    out.set(part, filled)
    filled += part.length
    skip = 0
    if (filled === count) return out
  }
  return out.subarray(0, filled)
}
