import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type OpenedDemo, openDemo, visitorOn } from './demo.ts'

// Two platforms and a browser share the machine here.
vi.setConfig({ testTimeout: 90_000 })

let demo: OpenedDemo
beforeAll(async () => void (demo = await openDemo()), 180_000)
afterAll(() => demo.close(), 30_000)

async function violations(page: Page, options: object = {}): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async (given) => {
    const { axe } = window as unknown as {
      axe: {
        run(where: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
      }
    }
    return (await axe.run(document, given)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  }, options)
}

test('a question is answered with its price and a link that opens that page at the quote', async () => {
  const visitor = await demo.visit()
  const answer = await visitor.ask('How much is a furnace tune-up?')
  expect(await answer.innerText()).toContain('$89')
  const link = answer.locator('.sources a').first()
  expect(await link.getAttribute('href')).toMatch(new RegExp(`^${demo.site}/.*:~:text=`))
  await link.click()
  await visitor.page.waitForLoadState()
  // The page changed and the panel is still open, with what was said.
  await visitorOn(visitor.page).answers.first().waitFor()
})

test('a follow-up is understood', async () => {
  const visitor = await demo.visit()
  await visitor.ask('Are you open on Saturday?')
  expect(await (await visitor.ask('And on Sundays?')).innerText()).toMatch(/closed/i)
})

test('in Spanish and in Arabic, where the panel turns', async () => {
  const visitor = await demo.visit()
  expect(await (await visitor.ask('¿Cuánto cuesta una revisión de la calefacción?')).innerText()).toContain('$89')
  await visitor.page.getByText('Hablar con una persona').waitFor()
  await visitor.ask('كم سعر صيانة المكيف؟')
  expect(await visitor.page.locator('foyer-widget .panel').getAttribute('dir')).toBe('rtl')
})

test('the launcher stands at the left of the Arabic pages', async () => {
  const { page } = await demo.visit('/ar/')
  expect((await page.locator('foyer-widget').boundingBox())?.x).toBeLessThan(100)
})

test('the conversation is there after a reload, and a second tab follows it live', async () => {
  const first = await demo.visit()
  await first.ask('Are you a robot?')
  await first.page.reload()
  const reloaded = visitorOn(first.page)
  await reloaded.open()
  await reloaded.answers.first().waitFor()
  const second = visitorOn(await first.page.context().newPage())
  await second.page.goto(demo.site)
  await second.open()
  await second.answers.first().waitFor()
  await reloaded.ask('How much is a furnace tune-up?')
  await second.answers.nth(1).getByText('$89').first().waitFor()
  expect([await reloaded.said.count(), await second.said.count()]).toEqual([2, 2])
  expect([await reloaded.answers.count(), await second.answers.count()]).toEqual([2, 2])
})

test('a reply whose connection is cut goes on, without a doubled or lost message', async () => {
  const visitor = await demo.visit()
  // Without the live connection, which would bring the rest by itself.
  await visitor.page.routeWebSocket(/\/live/, (socket) => socket.close())
  await visitor.ask('Are you a robot?')
  let cut = 0
  await visitor.page.route('**/turns', async (route) => {
    const response = await route.fetch()
    const [hello = '', accepted = ''] = (await response.text()).split('\n\n')
    if (route.request().method() === 'OPTIONS' || cut++ > 0) return route.fulfill({ response })
    await route.fulfill({ response, body: `${hello}\n\n${accepted}\n\n` })
  })
  expect(await (await visitor.ask('How much is a furnace tune-up?')).innerText()).toContain('$89')
  expect(cut).toBe(1)
  await visitor.page.reload()
  const after = visitorOn(visitor.page)
  await after.open()
  await after.answers.nth(1).waitFor()
  expect([await after.said.count(), await after.answers.count()]).toEqual([2, 2])
})

test('what is said without a network goes out when it is back', async () => {
  const visitor = await demo.visit()
  await visitor.ask('Are you a robot?')
  await visitor.page.context().setOffline(true)
  await visitor.page.locator('foyer-widget .banner').getByText('You are offline').waitFor()
  const answered = visitor.ask('How much is a furnace tune-up?')
  await visitor.said.nth(1).waitFor()
  await visitor.page.context().setOffline(false)
  expect(await (await answered).innerText()).toContain('$89')
  expect(await visitor.said.count()).toBe(2)
})

test('what the site does not say becomes a message, and the outbox shows the mail', async () => {
  const visitor = await demo.visit()
  const answer = await visitor.ask('Do you sell grand pianos?')
  expect(await answer.innerText()).toContain('I don’t have that in writing')
  const { page } = visitor
  await page.getByRole('button', { name: 'Leave a message' }).click()
  await page.getByRole('button', { name: 'Send message' }).click()
  await page.getByText('Tell us your name.').waitFor()
  await page.getByLabel('Your name').fill('Ann Ortiz')
  await page.getByLabel('Phone').fill('505 555 0171')
  await page.getByLabel('What is it about?').fill('I would like to buy a piano')
  await page.getByRole('button', { name: 'Send message' }).click()
  await page.getByText('Your message is on its way.').waitFor()
  await page.goto(demo.outbox)
  await page.getByText('I would like to buy a piano').first().waitFor()
  expect(page.url()).not.toContain('sk_')
  expect(await violations(page)).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the trace shows why it said that, ${colorScheme}`, async () => {
    const visitor = await demo.visit('/', { colorScheme })
    const answer = await visitor.ask('How much is a furnace tune-up?')
    const [trace] = await Promise.all([visitor.page.context().waitForEvent('page'), answer.locator('.why').click()])
    await trace.getByRole('heading', { name: 'How much is a furnace tune-up?' }).waitFor()
    expect(trace.url()).toBe(`${demo.apiUrl}/trace`)
    expect(await trace.locator('mark').first().innerText()).toContain('$89')
    expect(await trace.locator('.line .answered').count()).toBe(1)
    expect(await violations(trace)).toEqual([])
    await trace.setViewportSize({ width: 360, height: 740 })
    expect(await trace.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
}

test('the trace and the outbox turn for who reads Arabic, and fit a phone', async () => {
  const visitor = await demo.visit('/ar/')
  const answer = await visitor.ask('كم سعر صيانة المكيف؟')
  const [trace] = await Promise.all([visitor.page.context().waitForEvent('page'), answer.locator('.why').click()])
  await trace.locator('.line .answered').waitFor()
  const outbox = await visitor.page.context().newPage()
  await outbox.goto(`${demo.outbox}&lang=ar`)
  await outbox.locator('.again').waitFor()
  for (const page of [trace, outbox]) {
    await page.setViewportSize({ width: 360, height: 740 })
    const seen = await page.evaluate(() => {
      const { lang, dir, scrollWidth } = document.documentElement
      return { lang, dir, isWider: scrollWidth > innerWidth }
    })
    expect(seen, page.url()).toEqual({ lang: 'ar', dir: 'rtl', isWider: false })
    expect(await violations(page)).toEqual([])
  }
})

test('the whole page with the panel open has no accessibility violation', async () => {
  const visitor = await demo.visit('/', { reducedMotion: 'reduce' })
  await visitor.ask('How much is a furnace tune-up?')
  await visitor.ask('I smell gas')
  expect(await violations(visitor.page, { exclude: [['body > :not(foyer-widget)']] })).toEqual([])
})
