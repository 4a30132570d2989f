import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { usePlatform } from '../../worker/src/test/platform.ts'
import { type Business, serveBusiness } from './business.ts'
import { openBrowser, violations } from './desk.ts'
import { signUp } from './sign-up.ts'

vi.setConfig({ testTimeout: 300_000 })

const platform = usePlatform()

const goalMs = 300_000
let browser: Browser
let business: Business
beforeAll(async () => {
  browser = await openBrowser()
  business = await serveBusiness((origin) => platform.get().allowLoopback(origin))
}, 120_000)
afterAll(async () => {
  await browser.close()
  await business.close()
})

async function signedIn(width = 1280): Promise<Page> {
  const { origin } = new URL(platform.get().apiUrl)
  const page = await newDevice(width)
  await page.context().addCookies(await signUp(platform.get()))
  await page.goto(`${origin}/dashboard/`)
  return page
}

async function newDevice(width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 860 } })
  context.setDefaultTimeout(90_000)
  return context.newPage()
}

/** The newest letter to this address on the page of this machine's mail; its link is followed, as a developer would. */
async function openLetter(page: Page, email: string, subject: RegExp): Promise<void> {
  const { mailboxUrl, mailboxSecret } = platform.get()
  await page.goto(`${mailboxUrl}/#${mailboxSecret}`)
  await page
    .locator('article')
    .filter({ hasText: email })
    .filter({ hasText: subject })
    .first()
    .getByRole('link')
    .click()
}

/** Through the form in the browser and the letter that it sends. */
async function signUpAs(page: Page, name: string, email: string): Promise<void> {
  if (page.url() === 'about:blank') await page.goto(`${new URL(platform.get().apiUrl).origin}/dashboard/sign-up`)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('a long enough password')
  await page.getByRole('button', { name: 'Make my account' }).click()
  await page.getByText('Look into your inbox').waitFor()
  await openLetter(page, email, /Confirm/)
}

const slugIn = (url: string): string => new URL(url).pathname.split('/')[2] ?? ''

/** What the service says to this member when their page asks it to change things, whatever the page offers. */
const refusedTo = (page: Page): Promise<number[]> =>
  page.evaluate(async (slug) => {
    const me = (await (await fetch('/v1/me')).json()) as { tenants: { id: string; slug: string }[] }
    const tenant = me.tenants.find((each) => each.slug === slug)?.id ?? ''
    const send = async (method: string, path: string, body: object) => {
      const headers = { 'content-type': 'application/json', 'foyer-tenant': tenant, 'foyer-mode': 'test' }
      return (await fetch(path, { method, headers, body: JSON.stringify(body) })).status
    }
    return [
      await send('POST', '/v1/sources', { kind: 'text', title: 'Mine', text: 'Everything is free.' }),
      await send('PATCH', '/v1/tenant', { name: 'Mine' }),
      await send('POST', '/v1/invitations', { email: 'friend@mail.example', role: 'viewer' }),
    ]
  }, slugIn(page.url()))

test('one person signs up, sets the business up, puts it on the site, sees why it answered, and lets somebody look', async () => {
  const from = Date.now()
  const owner = await newDevice()
  await signUpAs(owner, 'Ana Ruiz', `ana${from.toString(36)}@mail.example`)
  await owner.getByLabel('Company name').fill('Saltbush <b>Heating</b>')
  await owner.getByLabel('Web address').fill(business.url)
  await owner.getByRole('button', { name: 'Begin' }).click()
  await owner.getByRole('button', { name: 'Read my site' }).click()
  await owner.getByText('15 pages read.').waitFor()
  expect(await violations(owner)).toEqual([])
  await owner.locator('.reading').getByRole('button', { name: 'Go on' }).click()
  await owner.getByText('Furnace tune-up: $89', { exact: true }).first().waitFor()
  expect(await violations(owner)).toEqual([])
  await owner.getByRole('button', { name: 'That’s right' }).click()

  await owner.getByLabel('Dental practice').check()
  await owner.locator('.note').getByText('HIPAA').waitFor()
  await owner.getByLabel('Heating and cooling').check()
  expect(await violations(owner)).toEqual([])
  await owner.getByRole('button', { name: 'Use this playbook' }).click()
  await owner.getByLabel('Name').first().fill('Ana Ruiz')
  await owner.getByRole('button', { name: 'Keep them' }).click()
  await owner.getByText('can be reached').waitFor()
  expect(await owner.getByLabel('Name').first().inputValue()).toBe('Ana Ruiz')
  await owner.getByLabel('Phone').first().fill('(505) 555-0147')
  await owner.getByRole('button', { name: 'Keep them' }).click()

  await owner.getByLabel('Ask something of your own').fill('How much is a furnace tune-up?')
  await owner.getByRole('button', { name: 'Ask', exact: true }).click()
  const answers = owner.locator('.answer')
  await answers.first().waitFor()
  const tookMs = Date.now() - from
  console.log(`From the sign-up form to the first answer with its source: ${(tookMs / 1000).toFixed(1)} s.`)
  expect(await answers.first().innerText()).toContain('$89')
  expect(await answers.first().getByRole('link').first().getAttribute('href')).toBe(`${business.url}prices`)
  expect(tookMs).toBeLessThan(goalMs)
  for (const more of [1, 2]) {
    await owner.locator('setup-ask .row .button').first().click()
    await answers.nth(more).locator('.tag').first().waitFor()
  }
  expect(await violations(owner)).toEqual([])
  await owner.getByRole('button', { name: 'Good. Go on' }).click()
  await owner.getByText('Found on your site').waitFor()
  expect(await violations(owner)).toEqual([])
  await owner.getByRole('button', { name: 'Use this colour' }).click()
  await owner.getByRole('button', { name: 'Show the line of code' }).click()
  const snippet = await owner.locator('.snippet code').innerText()
  await owner.getByRole('button', { name: 'Check' }).click()
  await owner.getByText('Not there yet').first().waitFor()
  business.install(snippet)
  await owner.getByRole('button', { name: 'Check' }).click()
  await owner.getByText('It’s there').first().waitFor()
  expect(await violations(owner)).toEqual([])
  await owner.reload()
  await owner.getByText('All set.').waitFor()

  const asked = 'What does an AC tune-up cost?'
  const visitor = await newDevice()
  await visitor.goto(business.url)
  await visitor.locator('foyer-widget').getByRole('button').first().click()
  await visitor.locator('foyer-composer textarea').fill(asked)
  await visitor.locator('foyer-composer textarea').press('Enter')
  await visitor.locator('foyer-widget .answer').getByText('$99').first().waitFor()

  await owner.getByRole('link', { name: 'Conversations' }).click()
  await owner.locator('.rows li').getByText(asked).click()
  await owner.locator('.thread').getByText('$99').first().waitFor()
  const conversation = owner.url()
  await owner.getByRole('link', { name: 'Why?' }).click()
  await owner.locator('foyer-trace').getByRole('heading', { name: asked }).waitFor()
  const trace = owner.url()

  const slug = slugIn(trace)
  await owner.getByRole('link', { name: 'Settings' }).click()
  await owner.getByRole('link', { name: 'Team' }).click()
  const email = `vic${from.toString(36)}@mail.example`
  await owner.getByLabel('E-mail').fill(email)
  await owner.getByRole('button', { name: 'Invite' }).click()
  await owner.getByText('We sent an invitation to').waitFor()
  const viewer = await newDevice()
  await openLetter(viewer, email, /invit/)
  await viewer.getByText('Saltbush <b>Heating</b>').waitFor()
  await viewer.getByRole('link', { name: 'Make an account' }).click()
  await signUpAs(viewer, 'Vic Viewer', email)
  await viewer.getByRole('button', { name: 'Come in' }).click()
  await viewer.getByRole('heading', { name: 'Home' }).waitFor()
  await viewer.goto(trace)
  await viewer.locator('foyer-trace').getByRole('heading', { name: asked }).waitFor()
  await viewer.getByRole('link', { name: 'The conversation' }).click()
  await viewer.locator('.thread').getByText('$99').first().waitFor()
  await viewer.getByRole('link', { name: 'Knowledge' }).click()
  await viewer.getByText('Only an owner or administrator can change this.').waitFor()
  await viewer.getByRole('link', { name: business.url }).click()
  await viewer.locator('knowledge-source h2').waitFor()
  const source = viewer.url()
  expect(await viewer.locator('main').getByRole('button').allInnerTexts()).toEqual([])
  await viewer.getByRole('link', { name: 'Playbook' }).click()
  await viewer.getByText('Changing it takes an admin or the owner.').waitFor()
  expect(await viewer.getByRole('button', { name: 'Publish' }).isEnabled()).toBe(false)
  await viewer.getByRole('link', { name: 'Settings' }).click()
  await viewer.getByRole('link', { name: 'Team' }).click()
  await viewer.getByText(email).waitFor()
  expect(await viewer.getByRole('button', { name: 'Invite' }).count()).toBe(0)
  expect(await refusedTo(viewer)).toEqual([403, 403, 403])

  // Somebody else's business, beside it.
  const stranger = await signedIn()
  await stranger.getByLabel('Company name').fill('Larkmoor Dental')
  await stranger.getByRole('button', { name: 'Begin' }).click()
  await stranger.getByRole('link', { name: 'Conversations' }).click()
  await stranger.getByText('Nobody has written yet').waitFor()
  await stranger.getByRole('link', { name: 'Knowledge' }).click()
  await stranger.getByText('Nothing taught yet').waitFor()
  const own = slugIn(stranger.url())
  for (const theirs of [conversation, trace, source]) {
    await stranger.goto(theirs)
    await stranger.getByRole('heading', { name: 'There is nothing here' }).waitFor()
    await stranger.goto(theirs.replace(slug, own))
    await stranger.locator('main').getByText('This isn’t here any more, or it belongs to another business.').waitFor()
  }
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
  await page.getByText('We couldn’t read it.').waitFor()
  await page.getByRole('link', { name: 'Paste their text or upload a file' }).waitFor()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(360)
  await page.getByRole('button', { name: 'Go on' }).first().click()
  await page.getByText('No facts found yet').waitFor()
  for (const title of [
    'What do you do?',
    'Whom to fetch',
    'Ask it three things',
    'In your colours',
    'Put it on your site',
  ]) {
    await page.getByRole('button', { name: 'Skip for now' }).click()
    await page.getByRole('heading', { name: title }).waitFor()
  }
  expect(await violations(page)).toEqual([])
})
