import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from '../../browser.ts'
import type { CallerPage } from './caller-page.ts'
import { Head } from './hearing.ts'

const PAGE = fileURLToPath(new URL('./caller-page.ts', import.meta.url))
export const CALL_ARGS = [
  '--autoplay-policy=no-user-gesture-required',
  '--allow-loopback-in-peer-connection',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
]

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
  const browser: Browser = await chromium.launch({ executablePath, args: [...args, ...CALL_ARGS] })
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

/** Somebody in a room by LiveKit's own client. */
export class Caller extends Head {
  type(text: string, messageId: string): Promise<void> {
    return this.page.evaluate(([text, id]) => caller.type(text, id), [text, messageId] as const)
  }

  captions(): Promise<string[]> {
    return this.page.evaluate(() => caller.captions())
  }

  state(): Promise<string> {
    return this.page.evaluate(() => caller.state())
  }

  async leave(): Promise<void> {
    await this.page.evaluate(() => caller.leave()).catch(() => undefined)
    await this.page.close()
  }
}
