// What a test says through a page's microphone, and what it hears there.

import type { Page } from 'playwright-core'
import type { HeadPage } from './head.ts'

export type Sound = { samples: Int16Array; rate: number }
type Level = { at: number; level: number }
const LOUD = 0.01

declare const caller: HeadPage

/** Says and hears in a page that has a head (`head.ts`) under the name `caller`. */
export class Head {
  protected readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  now(): Promise<number> {
    return this.page.evaluate(() => caller.now())
  }

  origin(): Promise<number> {
    return this.page.evaluate(() => caller.origin())
  }

  /** @returns when the last sample of it was played */
  say({ samples, rate }: Sound): Promise<number> {
    const pcm = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength).toString('base64')
    return this.page.evaluate(([pcm, rate]) => caller.say(pcm, rate), [pcm, rate] as const)
  }

  levels(from: number): Promise<Level[]> {
    return this.page.evaluate((from) => caller.levels(from), from)
  }

  /** When something was first heard after `from`. @throws after `mostMs` */
  async hearsFrom(from: number, mostMs = 15_000): Promise<number> {
    return this.#until(from, mostMs, (levels) => levels.find(({ level }) => level > LOUD)?.at, 'Nothing was heard')
  }

  /** When it has been quiet for `forMs`, counted from the last sound after `from`. */
  async quietFrom(from: number, forMs = 1200, mostMs = 30_000): Promise<number> {
    return this.#until(
      from,
      mostMs,
      (levels) => {
        const loud = levels.findLast(({ level }) => level > LOUD)
        const last = levels.at(-1)
        return loud !== undefined && last !== undefined && last.at - loud.at >= forMs ? loud.at : undefined
      },
      'It did not fall silent',
    )
  }

  /** When the last stretch of sound before `to` began: sentences are a fifth of a second apart. */
  async beginOfLast(from: number, to: number): Promise<number> {
    let loudAt = to
    for (const { at, level } of (await this.levels(from)).toReversed()) {
      if (at > to) continue
      if (level > LOUD) loudAt = at
      else if (loudAt - at > 200) break
    }
    return loudAt - 150
  }

  async heard(from: number, to: number): Promise<Sound> {
    const pcm = Buffer.from(
      await this.page.evaluate(([from, to]) => caller.heard(from, to), [from, to] as const),
      'base64',
    )
    return { samples: new Int16Array(new Uint8Array(pcm).buffer), rate: 16_000 }
  }

  async #until(
    from: number,
    mostMs: number,
    find: (levels: Level[]) => number | undefined,
    otherwise: string,
  ): Promise<number> {
    for (const deadline = Date.now() + mostMs; Date.now() < deadline;) {
      const found = find(await this.levels(from))
      if (found !== undefined) return found
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`${otherwise} within ${mostMs} ms.`)
  }
}
