import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manner } from './provider.ts'

/** What is said in a moment must not wait behind what may be said some day. */
export type When = 'soon' | 'some day'

/** Audio of what is said often, on disk, by everything that shapes it. Safe to delete. */
export class Rendered {
  readonly #folder: string
  readonly #memory = new Map<string, Int16Array>()
  readonly #last: Record<When, Promise<unknown>> = { soon: Promise.resolve(), 'some day': Promise.resolve() }

  constructor(folder: string) {
    this.#folder = folder
  }

  key(text: string, { lang, voice, speed }: Manner, version: string): string {
    return createHash('sha256')
      .update(JSON.stringify([text, lang, voice, speed, version]))
      .digest('hex')
      .slice(0, 40)
  }

  /** What was kept, from memory at once; from disk it is read into memory by `load`. */
  get(key: string): Int16Array | undefined {
    return this.#memory.get(key)
  }

  /** True when it is there afterwards. */
  async load(key: string): Promise<boolean> {
    if (this.#memory.has(key)) return true
    const bytes = await readFile(join(this.#folder, `${key}.pcm`)).catch(() => undefined)
    if (bytes === undefined || bytes.length < 2) return false
    this.#memory.set(key, new Int16Array(new Uint8Array(bytes).buffer, 0, bytes.length >> 1))
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

  async keep(key: string, samples: Int16Array): Promise<void> {
    this.#memory.set(key, samples)
    await mkdir(this.#folder, { recursive: true })
    const half = join(this.#folder, `${key}.${process.pid}.new`)
    await writeFile(half, new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength))
    await rename(half, join(this.#folder, `${key}.pcm`))
  }
}
