import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manner } from './provider.ts'

/** Three quarters of an hour of speech: what the businesses say whose calls run now, and more. */
const MOST_BYTES = 128 * 2 ** 20

/** What is said in a moment must not wait behind what may be said some day. */
export type When = 'soon' | 'some day'

/** Audio of what is said often, on disk, by everything that shapes it. Safe to delete. */
export class Rendered {
  readonly #folder: string
  readonly #memory = new Map<string, Int16Array>()
  readonly #mostBytes: number
  readonly #last: Record<When, Promise<unknown>> = { soon: Promise.resolve(), 'some day': Promise.resolve() }
  #bytes = 0

  constructor(folder: string, mostBytes = MOST_BYTES) {
    this.#folder = folder
    this.#mostBytes = mostBytes
  }

  key(text: string, { lang, voice, speed }: Manner, version: string): string {
    return createHash('sha256')
      .update(JSON.stringify([text, lang, voice, speed, version]))
      .digest('hex')
      .slice(0, 40)
  }

  /** What was kept, from memory at once; from disk it is read into memory by `load`. */
  get(key: string): Int16Array | undefined {
    const samples = this.#memory.get(key)
    if (samples !== undefined) this.#hold(key, samples)
    return samples
  }

  /** True when it is there afterwards. */
  async load(key: string): Promise<boolean> {
    if (this.get(key) !== undefined) return true
    const bytes = await readFile(join(this.#folder, `${key}.pcm`)).catch(() => undefined)
    if (bytes === undefined || bytes.length < 2) return false
    this.#hold(key, new Int16Array(new Uint8Array(bytes).buffer, 0, bytes.length >> 1))
    return true
  }

  /** One after another and each once, for all calls: what is said now must not wait behind it. */
  async ensure(key: string, when: When, render: () => Promise<Int16Array>): Promise<void> {
    if (await this.load(key)) return
    const done = this.#last[when].then(async () => {
      if (!(await this.load(key))) await this.keep(key, await render())
    })
    this.#last[when] = done.catch(() => undefined)
    await done
  }

  /** Whoever comes second with the same changes nothing. */
  async keep(key: string, samples: Int16Array): Promise<void> {
    if (this.get(key) !== undefined) return
    this.#hold(key, samples)
    await mkdir(this.#folder, { recursive: true })
    const half = join(this.#folder, `${key}.${process.pid}.new`)
    await writeFile(half, new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength))
    await rename(half, join(this.#folder, `${key}.pcm`))
  }

  /** What was used longest ago is on disk alone. */
  #hold(key: string, samples: Int16Array): void {
    this.#bytes += samples.byteLength - (this.#memory.get(key)?.byteLength ?? 0)
    this.#memory.delete(key)
    this.#memory.set(key, samples)
    for (const [oldest, { byteLength }] of this.#memory) {
      if (this.#bytes <= this.#mostBytes || oldest === key) return
      this.#memory.delete(oldest)
      this.#bytes -= byteLength
    }
  }
}
