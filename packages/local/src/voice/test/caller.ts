import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { chromium, type Browser, type Page } from 'playwright-core'
import { findBrowser } from '../../browser.ts'
import type { CallerPage } from './caller-page.ts'

const PAGE = fileURLToPath(new URL('./caller-page.ts', import.meta.url))
const ARGS = [
  '--autoplay-policy=no-user-gesture-required',
  '--allow-loopback-in-peer-connection',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
]

export type Sound = { samples: Int16Array; rate: number }
type Level = { at: number; level: number }
const LOUD = 0.01

/** A browser with callers in it. */
export async function openCallers(): Promise<{
  call(url: string, token: string): Promise<Caller>
  close(): Promise<void>
}> {
  const bundle = await build({ entryPoints: [PAGE], bundle: true, write: false, format: 'iife', logLevel: 'silent' })
  const script = bundle.outputFiles[0]?.text ?? ''
  const server = createServer((request, response) => {
    const isScript = request.url === '/caller.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? script : '<!doctype html><script src="/caller.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const { executablePath, args } = await findBrowser()
  const browser: Browser = await chromium.launch({ executablePath, args: [...args, ...ARGS] })
  return {
    async call(url, token) {
      const page = await browser.newPage()
      await page.goto(address)
      await page.evaluate(([url, token]) => caller.join(url, token), [url, token] as const)
      return new Caller(page)
    },
    async close() {
      await browser.close()
      server.close()
    },
  }
}

declare const caller: CallerPage

export class Caller {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  now(): Promise<number> {
    return this.#page.evaluate(() => caller.now())
  }

  /** @returns when the last sample of it was played */
  say({ samples, rate }: Sound): Promise<number> {
    const pcm = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength).toString('base64')
    return this.#page.evaluate(([pcm, rate]) => caller.say(pcm, rate), [pcm, rate] as const)
  }

  type(text: string, messageId: string): Promise<void> {
    return this.#page.evaluate(([text, id]) => caller.type(text, id), [text, messageId] as const)
  }

  levels(from: number): Promise<Level[]> {
    return this.#page.evaluate((from) => caller.levels(from), from)
  }

  captions(): Promise<string[]> {
    return this.#page.evaluate(() => caller.captions())
  }

  state(): Promise<string> {
    return this.#page.evaluate(() => caller.state())
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
      await this.#page.evaluate(([from, to]) => caller.heard(from, to), [from, to] as const),
      'base64',
    )
    return { samples: new Int16Array(new Uint8Array(pcm).buffer), rate: 16_000 }
  }

  async leave(): Promise<void> {
    await this.#page.evaluate(() => caller.leave()).catch(() => undefined)
    await this.#page.close()
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
