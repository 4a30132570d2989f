import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { findBrowser } from '../../local/src/browser.ts'
import { usePlatform } from '../../worker/src/test/platform.ts'
import { type Business, serveBusiness } from './business.ts'
import { signUp } from './sign-up.ts'

vi.setConfig({ testTimeout: 300_000 })

const platform = usePlatform()

const goalMs = 300_000
let browser: Browser
let business: Business
beforeAll(async () => {
  const { executablePath, args } = await findBrowser()
  browser = await chromium.launch({ executablePath, args })
  business = await serveBusiness((origin) => platform.get().allowLoopback(origin))
}, 120_000)
afterAll(async () => {
  await browser.close()
  await business.close()
})

async function signedIn(width = 1280): Promise<Page> {
  const { origin } = new URL(platform.get().apiUrl)
  const context = await browser.newContext({ viewport: { width, height: 860 } })
  await context.addCookies(await signUp(platform.get()))
  const page = await context.newPage()
  await page.goto(`${origin}/dashboard/`)
  return page
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    type Run = { violations: { id: string; nodes: { html: string }[] }[] }
    const { axe: here } = window as unknown as { axe: { run(where: Document): Promise<Run> } }
    return (await here.run(document)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
  })
}

test('somebody new goes from the first form to an answer with its source, on a site of fifteen pages', async () => {
  const from = Date.now()
  const page = await signedIn()
  await page.getByLabel('Company name').fill('Saltbush <b>Heating</b>')
  await page.getByLabel('Web address').fill(business.url)
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByRole('button', { name: 'Read my site' }).click()
  await page.getByText('15 pages read.').waitFor({ timeout: 90_000 })
  expect(await violations(page)).toEqual([])
  await page.locator('.reading').getByRole('button', { name: 'Go on' }).click()

  await page.getByText('Furnace tune-up: $89', { exact: true }).first().waitFor({ timeout: 30_000 })
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'That’s right' }).click()

  await page.getByLabel('Dental practice').check()
  await page.locator('.note').getByText('HIPAA').waitFor()
  await page.getByLabel('Heating and cooling').check()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Use this playbook' }).click()

  await page.getByLabel('Name').first().fill('Ana Ruiz', { timeout: 90_000 })
  await page.getByRole('button', { name: 'Keep them' }).click()
  await page.getByText('can be reached').waitFor()
  expect(await page.getByLabel('Name').first().inputValue()).toBe('Ana Ruiz')
  await page.getByLabel('Phone').first().fill('(505) 555-0147')
  await page.getByRole('button', { name: 'Keep them' }).click()

  await page.getByLabel('Ask something of your own').fill('How much is a furnace tune-up?')
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  const answer = page.locator('.answer').first()
  await answer.waitFor({ timeout: 60_000 })
  const tookMs = Date.now() - from
  console.log(`From the first form to the first answer with its source: ${(tookMs / 1000).toFixed(1)} s.`)
  expect(await answer.innerText()).toContain('$89')
  expect(await answer.getByRole('link').first().getAttribute('href')).toBe(`${business.url}prices`)
  expect(tookMs).toBeLessThan(goalMs)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Good. Go on' }).click()

  await page.getByText('Found on your site').waitFor({ timeout: 30_000 })
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Use this colour' }).click()

  await page.getByRole('button', { name: 'Show the line of code' }).click()
  const snippet = await page.locator('.snippet code').innerText()
  await page.getByRole('button', { name: 'Check' }).click()
  await page.getByText('Not there yet').first().waitFor({ timeout: 30_000 })
  business.install(snippet)
  await page.getByRole('button', { name: 'Check' }).click()
  await page.getByText('It’s there').first().waitFor({ timeout: 30_000 })
  expect(await violations(page)).toEqual([])

  // Everything is there after a reload: no step is open.
  await page.reload()
  await page.getByText('All set.').waitFor({ timeout: 30_000 })
})

test('a site that cannot be read says why and loses nothing; every step can be skipped; it fits a phone', async () => {
  const page = await signedIn(360)
  await page.getByLabel('Company name').fill('Closed Door')
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByText('Where is your site?').waitFor()
  await page.getByLabel('Web address').fill('not an address')
  await page.getByRole('button', { name: 'Read my site' }).click()
  await page.getByText('isn’t a web address').waitFor()
  expect(await page.getByLabel('Web address').inputValue()).toBe('not an address')
  await page.getByLabel('Web address').fill('http://10.0.0.1/')
  await page.getByRole('button', { name: 'Read my site' }).click()
  await page.getByText('We couldn’t read it.').waitFor({ timeout: 90_000 })
  await page.getByRole('link', { name: 'Paste their text or upload a file' }).waitFor()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(360)
  await page.getByRole('button', { name: 'Go on' }).first().click()
  await page.getByText('No facts found yet').waitFor({ timeout: 30_000 })
  for (const title of [
    'What do you do?',
    'Whom to fetch',
    'Ask it three things',
    'In your colours',
    'Put it on your site',
  ]) {
    await page.getByRole('button', { name: 'Skip for now' }).click()
    await page.getByRole('heading', { name: title }).waitFor({ timeout: 30_000 })
  }
  expect(await violations(page)).toEqual([])
})
