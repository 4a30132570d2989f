import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { openDesk } from '@foyer/sdk/test-desk'
import { build } from 'esbuild'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../../local/src/browser.ts'
import { findLivekitServer, startLivekitServer } from '../../local/src/voice/livekit-server.ts'
import { chooseVoice } from '../../local/src/voice/settings.ts'
import { serveBuilt } from '../build/serve-built.ts'

/** Which devices and which answer a browser has for a page that asks for the microphone. */
export type Microphone = 'granted' | 'denied' | 'none'

const flags: Record<Microphone, string[]> = {
  granted: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  denied: ['--use-fake-device-for-media-stream', '--deny-permission-prompts'],
  none: ['--disable-audio-input', '--use-fake-ui-for-media-stream'],
}

/** A real media server, a desk that makes rooms on it, the widget as built, and browsers with microphones. */
export async function openRooms() {
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-rooms-'))
  const settings = await chooseVoice({ livekitSecret: 'a-secret-of-the-tests-alone-0123456789', agentKey: '' }, {})
  const binary = await findLivekitServer((line) => console.log(line))
  const media = await startLivekitServer({
    binary,
    settings,
    dataDir,
    webhookUrl: 'http://127.0.0.1:9/',
    onCrash: () => {},
  })
  const desk = await openDesk()
  desk.calls.media = { url: settings.media.url, apiKey: settings.apiKey, apiSecret: settings.apiSecret }
  desk.config.voice = {
    languages: ['en', 'es', 'ar'],
    recording: false,
    notice: {
      version: '2026-11',
      text: {
        en: 'You will be talking to an AI; the call is not recorded.',
        es: 'Va a hablar con una inteligencia artificial; la llamada no se graba.',
        ar: 'ستتحدث إلى ذكاء اصطناعي، ولا تُسجَّل المكالمة.',
      },
    },
  }
  const built = await serveBuilt()
  const pages = await servePages({ desk: desk.url, media: settings.media.url, scripts: built.url })
  const contexts = new Set<BrowserContext>()
  const browsers = new Map<Microphone, Promise<Browser>>()
  return {
    desk,
    media,
    built,
    /** A page with the SDK, or with the widget under a strict policy, on a new device. */
    async page(
      given: { microphone?: Microphone; path?: '/' | '/widget'; options?: BrowserContextOptions } = {},
    ): Promise<Page> {
      const { microphone = 'granted', path = '/', options = {} } = given
      const browser = browsers.get(microphone) ?? launch(microphone)
      browsers.set(microphone, browser)
      const viewport = { width: 900, height: 720 }
      const context = await (await browser).newContext({ viewport, locale: 'en-US', ...options })
      contexts.add(context)
      const page = await context.newPage()
      await page.goto(`${pages.url}${path}`)
      return page
    },
    /** Everybody leaves. */
    async empty() {
      await Promise.all([...contexts].map((context) => context.close()))
      contexts.clear()
    },
    /** The media server stands still, as behind a network that is gone. */
    async stall(ms: number) {
      const { stdout } = await promisify(execFile)('pgrep', ['-f', join(dataDir, 'run', 'livekit.yaml')])
      const pids = stdout.trim().split('\n').map(Number)
      for (const pid of pids) process.kill(pid, 'SIGSTOP')
      await sleep(ms)
      for (const pid of pids) process.kill(pid, 'SIGCONT')
    },
    async close() {
      await Promise.all([...browsers.values()].map(async (browser) => (await browser).close()))
      await Promise.all([pages.close(), built.close(), desk.close(), media.stop()])
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function launch(microphone: Microphone): Promise<Browser> {
  const { executablePath, args } = await findBrowser()
  return chromium.launch({ executablePath, args: [...args, ...flags[microphone]] })
}

/** Pages on loopback, which is a secure context: the client alone, and the widget under a strict policy. */
async function servePages({ desk, media, scripts }: { desk: string; media: string; scripts: string }) {
  const entry = fileURLToPath(new URL('call-page.ts', import.meta.url))
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  const socket = (url: string) => `${url} ${url.replace(/^(http|ws)/, (scheme) => (scheme === 'ws' ? 'http' : 'ws'))}`
  const policy = `default-src 'none'; script-src 'nonce-n1'; style-src 'nonce-n1'; connect-src ${socket(desk)} ${socket(media)}; require-trusted-types-for 'script'`
  const start =
    '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Call</title><body>'
  const server = createServer((request, response) => {
    if (request.url === '/page.js')
      return void response.setHeader('content-type', 'text/javascript').end(outputFiles[0]?.text)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (request.url !== '/widget') return void response.end(`${start}<script type="module" src="/page.js"></script>`)
    response.setHeader('content-security-policy', policy)
    response.end(`${start}<script nonce="n1">
      window.violations = []
      document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective + ' ' + event.blockedURI))
      </script><script nonce="n1" src="${scripts}/foyer.js" data-key="pk_test_1" data-base-url="${desk}" async></script>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
