import { setTimeout as sleep } from 'node:timers/promises'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type Microphone, openRooms } from './rooms.ts'

let rooms: Awaited<ReturnType<typeof openRooms>>
beforeAll(async () => void (rooms = await openRooms()), 240_000)
beforeEach(() => void (rooms.desk.config.voice = { ...offer, recording: false }))
afterEach(() => {
  rooms.desk.calls.begun.length = 0
  return rooms.empty()
})
afterAll(() => rooms.close(), 30_000)

const offer = {
  languages: ['en'],
  notice: { version: '2026-11', text: { en: 'You will be talking to an AI; the call is not recorded.' } },
}

async function visit(microphone: Microphone = 'granted', options = {}): Promise<Page> {
  const page = await rooms.page({ microphone, path: '/widget', options })
  await page.locator('foyer-widget').getByRole('button').click()
  return page
}

const talk = (page: Page) => page.getByRole('button', { name: 'Talk to Ada' })
const bar = (page: Page) => page.getByRole('region', { name: 'Call with Ada' })

/** The assistant comes into the newest call. */
async function answer(): Promise<Page> {
  await vi.waitFor(() => expect(rooms.desk.calls.begun.at(-1)?.record.state).toBe('opened'), { timeout: 20_000 })
  const id = rooms.desk.calls.begun.at(-1)?.record.id ?? ''
  const page = await rooms.page()
  const [url, token] = [rooms.desk.calls.media?.url ?? '', rooms.desk.calls.token(id, 'agent')]
  await page.evaluate(async ([url, token]) => void (window.theirs = await window.voice.joinAs(url, token)), [
    url,
    token,
  ] as const)
  await page.evaluate(() => window.theirs.publish())
  await be(page, 'listening')
  return page
}

const be = (agent: Page, state: string) => agent.evaluate((state) => window.theirs.be(state), state)

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(where: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run({ include: [['foyer-widget']] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
}

test('a call from the first press to the line it leaves, under a strict policy, by keyboard alone', async () => {
  const page = await visit('granted', { reducedMotion: 'reduce' })
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  await talk(page).focus()
  await page.keyboard.press('Enter')
  await page.getByText('You will be talking to an AI; the call is not recorded.').first().waitFor()
  const agent = await answer()
  await bar(page).getByText('Listening').waitFor()
  expect(loaded.filter((url) => /foyer-voice|foyer-livekit/.test(url))).toHaveLength(2)
  await be(agent, 'thinking')
  await bar(page).getByText('Thinking…').waitFor()
  await agent.evaluate(() => window.theirs.caption('Good morning, Saltbush.', { 'lk.segment_id': 's1' }))
  await be(agent, 'speaking')
  await bar(page).getByText('Speaking').waitFor()
  await bar(page).getByText('Good morning, Saltbush.').waitFor()
  expect(await violations(page)).toEqual([])
  // The focus is on "Mute", the first of the bar; arrows go on to "End call".
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Mute', pressed: true }).waitFor()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.locator('foyer-widget .call', { hasText: /Call, \d+ s/ }).waitFor()
  await expect
    .poll(() => talk(page).evaluate((button) => button === (button.getRootNode() as ShadowRoot).activeElement))
    .toBe(true)
  expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([])
})

test('a refused microphone is explained, and the way back is one press', async () => {
  const page = await visit('denied')
  await talk(page).click()
  await page.getByText('Your browser did not give us the microphone.').waitFor()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await talk(page).waitFor()
})

test('what is typed in a call goes into the call, and the transcript is one', async () => {
  const page = await visit('granted', {
    reducedMotion: 'reduce',
    colorScheme: 'dark',
    viewport: { width: 320, height: 568 },
  })
  await talk(page).click()
  const agent = await answer()
  await bar(page).getByText('Listening').waitFor()
  await page.getByRole('textbox', { name: 'Your message' }).fill('How much is a tune-up?')
  await page.keyboard.press('Enter')
  await agent.waitForFunction(() => window.theirs.texts[0]?.text === 'How much is a tune-up?')
  await page.locator('foyer-widget .answer').getByText('$129').waitFor()
  expect(await page.locator('foyer-widget .said').count()).toBe(1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  expect(await violations(page)).toEqual([])
})

test('a reload comes back into the call, and so does a network that was gone for five seconds', async () => {
  const page = await visit()
  await talk(page).click()
  const agent = await answer()
  await bar(page).getByText('Listening').waitFor()
  await page.context().grantPermissions(['microphone'])
  await page.reload()
  await page.locator('foyer-widget').evaluate((widget) => (widget as HTMLElement & { open(): Promise<void> }).open())
  await bar(page).getByText('Listening').waitFor()
  await page.context().setOffline(true)
  await bar(page).getByText('Connection lost. Coming back…').first().waitFor()
  await sleep(5000)
  await page.context().setOffline(false)
  await bar(page).getByText('Listening').waitFor()
  await be(agent, 'speaking')
  await bar(page).getByText('Speaking').waitFor()
})

test('closing the panel leaves the call on, and the launcher says so', async () => {
  const page = await visit()
  await talk(page).click()
  await answer()
  await bar(page).getByText('Listening').waitFor()
  await page.getByRole('button', { name: 'Close chat' }).click()
  await page.getByRole('button', { name: 'Your call is on. Open it' }).click()
  await bar(page).getByText('Listening').waitFor()
})
