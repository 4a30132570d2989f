// `node packages/widget/e2e/bar.ts [rounds]`: what the widget costs a page, beside a blank one and a bare Lit stub.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { openDesk } from '@foyer/sdk/test-desk'
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../../local/src/browser.ts'
import { serveBuilt } from '../build/serve-built.ts'

const rounds = Math.min(15, Number(process.argv[2] ?? 7))

interface Visit {
  scriptKb: number
  visibleMs: number
  blockingMs: number
  heapMb: number
  idleMsPerS: number
  stored: number
}

/** Runs before anything of the page: when the launcher is first painted, and how long tasks blocked. */
const watch = (selector: string) => {
  const seen = { visibleMs: 0, blockingMs: 0 }
  Object.assign(window, { seen })
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) seen.blockingMs += task.duration - 50
  }).observe({ type: 'longtask', buffered: true })
  const look = () => {
    const element = document.querySelector(selector)
    const shown = (element?.shadowRoot?.querySelector('button') ?? element)?.getBoundingClientRect()
    if (shown !== undefined && shown.width > 0) seen.visibleMs = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

async function visit(browser: Browser, url: string, selector: string): Promise<Visit> {
  const context = await browser.newContext()
  const page = await context.newPage()
  let bytes = 0
  page.on('response', async (response) => {
    if (/\.js$/.test(new URL(response.url()).pathname))
      bytes += gzipSync(await response.body(), { level: 9 }).byteLength
  })
  await page.addInitScript(watch, selector)
  await page.goto(url)
  await page.waitForFunction(() => (window as unknown as { seen: { visibleMs: number } }).seen.visibleMs > 0)
  await page.waitForLoadState('networkidle')
  const seen = await page.evaluate(
    () => (window as unknown as { seen: { visibleMs: number; blockingMs: number } }).seen,
  )
  const stored = await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length)
  const { heapMb, idleMsPerS } = await atRest(page)
  await context.close()
  return { scriptKb: bytes / 1024, ...seen, heapMb, idleMsPerS, stored }
}

async function atRest(page: Page): Promise<{ heapMb: number; idleMsPerS: number }> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.send('Performance.enable')
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
  const before = await busy()
  await page.waitForTimeout(2000)
  return { heapMb: usedSize / 2 ** 20, idleMsPerS: ((await busy()) - before) / 2 }
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const desk = await openDesk()
const built = await serveBuilt()
const entry = fileURLToPath(new URL('stub.ts', import.meta.url))
const stub = await build({
  entryPoints: [entry],
  bundle: true,
  minify: true,
  format: 'esm',
  conditions: ['production'],
  write: false,
})
const bodies: Record<string, string> = {
  blank: '<p id="here">A shop</p>',
  'bare Lit stub': '<bare-stub></bare-stub><script type="module" src="/stub.js"></script>',
  foyer: `<script src="${built.url}/foyer.js" data-key="pk_test_1" data-base-url="${desk.url}" async></script>`,
}
const selectors: Record<string, string> = { blank: '#here', 'bare Lit stub': 'bare-stub', foyer: 'foyer-widget' }
const server = createServer((request, response) => {
  const name = decodeURIComponent((request.url ?? '').slice(1))
  if (name === 'stub.js')
    return void response.setHeader('content-type', 'text/javascript').end(stub.outputFiles[0]?.text)
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(
    `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Shop</title><body>${bodies[name] ?? ''}`,
  )
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const browser = await chromium.launch(await findBrowser())
try {
  const visits: Record<string, Visit[]> = Object.fromEntries(Object.keys(bodies).map((name) => [name, []]))
  // In turns, so that a busy moment of the machine meets all of them; the first round warms up.
  for (let round = 0; round <= rounds; round++)
    for (const [name, made] of Object.entries(visits)) {
      const one = await visit(browser, `${root}/${encodeURIComponent(name)}`, selectors[name] ?? '')
      if (round > 0) made.push(one)
    }
  console.log(
    `| page | JS before the launcher, KB gzip | launcher visible ms | blocking ms | heap MB | idle ms/s | stored |`,
  )
  console.log('|---|---|---|---|---|---|---|')
  for (const [name, made] of Object.entries(visits)) {
    const of = (key: keyof Visit, digits: number) => median(made.map((one) => one[key])).toFixed(digits)
    console.log(
      `| ${name} | ${of('scriptKb', 1)} | ${of('visibleMs', 0)} | ${of('blockingMs', 0)} | ${of('heapMb', 2)} | ${of('idleMsPerS', 2)} | ${of('stored', 0)} |`,
    )
  }
  const shown = (name: string) => median((visits[name] ?? []).map(({ visibleMs }) => visibleMs))
  console.log(`\nfoyer / bare Lit stub: ${(shown('foyer') / shown('bare Lit stub')).toFixed(2)} (medians of ${rounds})`)
} finally {
  await browser.close()
  server.closeAllConnections()
  server.close()
  await Promise.all([built.close(), desk.close()])
}
