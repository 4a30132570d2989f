import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'
import { findBrowser } from '../../local/src/browser.ts'
import { type Demo, setUpDemo } from '../../local/src/demo/set-up.ts'
import { ROOT } from '../../local/src/launcher/places.ts'
import { startPlatform } from '../../local/src/launcher/platform.ts'
import { serveSite } from '../../local/src/site/site.ts'

/** The demo as `npm start` makes it, and a browser to visit it with. */
export async function openDemo() {
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-e2e-'))
  let demo: Demo | undefined
  let apiUrl = ''
  const site = await serveSite({
    folder: join(ROOT, 'examples/script-tag/site'),
    words: () => ({ FOYER_URL: apiUrl, PUBLISHABLE_KEY: demo?.publishableKey ?? '', SUBJECT: '' }),
  })
  const platform = await startPlatform({ dataDir, cron: false, serverUrl: '', loopbackOrigins: [site.url] })
  apiUrl = platform.apiUrl
  demo = await setUpDemo(platform, { siteUrl: site.url, pageUrl: site.url, progress: () => undefined })
  const browser = await chromium.launch(await findBrowser())
  return {
    site: site.url,
    apiUrl,
    outbox: demo.links.find((link) => link.label === 'Outbox')?.url ?? '',
    visit: (path = '/', options: BrowserContextOptions = {}) => visit(browser, `${site.url}${path}`, options),
    async close() {
      await browser.close()
      await platform.stop()
      await site.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export type OpenedDemo = Awaited<ReturnType<typeof openDemo>>

/** A new device on a page of the site. */
async function visit(browser: Browser, url: string, options: BrowserContextOptions): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', ...options })
  const page = await context.newPage()
  await page.goto(url)
  return visitorOn(page)
}

export interface Visitor {
  page: Page
  open(): Promise<void>
  /** Says it and waits until it is answered. */
  ask(text: string): Promise<Locator>
  answers: Locator
  said: Locator
}

export function visitorOn(page: Page): Visitor {
  const answers = page.locator('foyer-widget .answer')
  const said = page.locator('foyer-widget .said')
  const input = page.locator('foyer-composer textarea')
  // By its method: after a reload the panel may be opening already, and the launcher on its way out.
  const open = async () => {
    await page.locator('foyer-widget').evaluate((widget) => (widget as HTMLElement & { open(): Promise<void> }).open())
    await input.waitFor()
  }
  return {
    page,
    answers,
    said,
    open,
    async ask(text) {
      await open()
      const before = await answers.count()
      await input.fill(text)
      await input.press('Enter')
      const answer = answers.nth(before)
      await answer.locator('.bar').waitFor()
      return answer
    },
  }
}
