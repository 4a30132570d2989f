import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { testNumber } from '../../worker/src/test/phoning.ts'
import { goTo, longName, openBrowser, type Owner, owner, pageFor, teach, violations } from './desk.ts'

vi.setConfig({ testTimeout: 240_000 })

/** Where the pictures go: one a page and look, outside the repository. */
const folder = process.env['FOYER_SHEET'] ?? join(tmpdir(), 'foyer-sheet')

const looks = [
  { name: 'light', colorScheme: 'light', lang: 'en', width: 1280 },
  { name: 'dark', colorScheme: 'dark', lang: 'en', width: 1280 },
  { name: 'arabic', colorScheme: 'light', lang: 'ar', width: 1280 },
  { name: 'phone', colorScheme: 'light', lang: 'es', width: 360 },
] as const

let browser: Browser
let one: Owner
/** Pages of the tenant, by name; ids are filled in when something was said. */
const pages: Record<string, string> = {
  home: '/',
  conversations: '/conversations',
  sources: '/knowledge',
  answers: '/knowledge/questions',
  facts: '/knowledge/facts',
  documents: '/knowledge/documents',
  findings: '/knowledge/findings',
  playbook: '/playbook',
  rules: '/playbook/rules',
  tone: '/playbook/tone',
  voice: '/playbook/voice',
  versions: '/playbook/versions',
  playground: '/playground',
  calls: '/calls',
  setup: '/setup/site',
  profile: '/settings/profile',
  widget: '/settings/widget',
  team: '/settings/team',
  phone: '/settings/phone',
  people: '/settings/people',
  keys: '/settings/keys',
  connections: '/settings/connections',
  outbox: '/settings/outbox',
  log: '/settings/audit',
  data: '/settings/data',
}

/** A number, and whom it rings, with all that their pages can show. */
async function phonePages(): Promise<Record<string, string>> {
  const made = async (path: string, body: object) => (await one.call('POST', path, body)).body.id as string
  const trunkId = await made('/v1/trunks', { name: longName.slice(0, 60), addresses: ['54.172.60.0/30'] })
  const hours = [{ days: ['mon', 'sat'], between: ['08:00', '17:00'] }]
  const person = await made('/v1/people', { name: longName, number: '+15055550161', languages: ['es'], hours })
  const group = await made('/v1/ring-groups', { name: longName, order: 'round_robin', people: [person] })
  const rules = [{ when: { caller: 'known', days: ['sun'], between: ['08:00', '12:00'] }, to: 'ring', reach: person }]
  const more = { answers: 'staff_first', reach: group, languages: ['en', 'es'], blocked: ['+1900*'], rules }
  const number = await made('/v1/phone-numbers', { number: testNumber(), trunkId, ...more })
  return { number: `/settings/phone/${number}` }
}

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  ;[browser, one] = await Promise.all([openBrowser(), owner(longName)])
  await teach(one, 'Flyer', 'A diagnostic visit costs $95.')
  const page = await pageFor(browser, one)
  await goTo(page, `/dashboard/${one.slug}/test/playground`)
  const input = page.locator('foyer-composer textarea')
  for (const [index, question] of [
    'How much is a furnace tune-up?',
    'Is there a warranty?',
    'Do you sell grand pianos?',
  ].entries()) {
    await input.fill(question)
    await input.press('Enter')
    await page.locator('foyer-widget .answer .bar, foyer-widget .answer').nth(index).waitFor()
    await page.locator('.turn').nth(index).waitFor()
  }
  const { body } = await one.call('GET', '/v1/insights/conversations')
  const [{ id }] = body.items
  const messages = await one.call('GET', `/v1/conversations/${id}/messages`)
  Object.assign(pages, await phonePages())
  pages['conversation'] = `/conversations/${id}`
  pages['trace'] = `/conversations/${id}/${messages.body.items[0].turnId}?again=1&playbook=draft&knowledge=now`
  await page.context().close()
}, 240_000)
afterAll(() => browser.close(), 30_000)

for (const { name, width, ...look } of looks) {
  test(`every page is accessible and fits, ${name}`, async () => {
    const page = await pageFor(browser, one, { ...look, viewport: { width, height: 860 } })
    const wrong: string[] = []
    page.on('pageerror', (error) => wrong.push(error.message))
    page.on('console', (line) => line.type() === 'error' && wrong.push(line.text()))
    for (const [place, path] of Object.entries(pages)) {
      await goTo(page, `/dashboard/${one.slug}/test${path}`)
      await page.screenshot({ path: join(folder, `${place}-${name}.png`), fullPage: true })
      // The Arabic pages have the structure and the colours of the light ones.
      if (name !== 'arabic') wrong.push(...(await violations(page)).map((violation) => `${place}: ${violation}`))
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (over > 0) wrong.push(`${place} is ${over} px too wide`)
    }
    await page.context().close()
    expect(wrong).toEqual([])
  })
}

for (const { name, width, ...look } of looks)
  test(`the door is accessible before anybody is signed in, ${name}`, async () => {
    const nobody = { person: { ...one.person, cookies: new Map() } }
    const page = await pageFor(browser, nobody, { ...look, viewport: { width, height: 740 } })
    for (const kind of ['sign-in', 'sign-up', 'magic', 'forgot', 'reset', 'verify']) {
      await goTo(page, `/dashboard/${kind}`)
      await page.screenshot({ path: join(folder, `${kind}-${name}.png`) })
      expect(await violations(page), kind).toEqual([])
    }
    await page.context().close()
  })
