import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { wavOf } from '../../local/src/voice/test/wav.ts'
import { livelyCall, withVoice } from '../../worker/src/test/calling.ts'
import { ask, call, enter } from '../../worker/src/test/foyer.ts'
import { own } from '../../worker/src/test/members.ts'
import { withNumber } from '../../worker/src/test/phoning.ts'
import { callTo } from '../../worker/src/test/reaching.ts'
import { goTo, openBrowser, pageFor, violations } from './desk.ts'

vi.setConfig({ testTimeout: 120_000 })

let browser: Browser
beforeAll(async () => void (browser = await openBrowser()), 60_000)
afterAll(() => browser.close(), 30_000)

test('a recorded call is heard in step with its transcript, from any message on; what was agreed stands beside it', async () => {
  const desk = await own('Recorded')
  await withVoice(desk, { recording: { enabled: true } })
  const visitor = await enter(desk)
  const { notice } = (await call('GET', '/v1/widget', { key: desk.pk })).body.voice
  const held = await livelyCall(visitor, { recording: 'agreed', noticeVersion: notice.version })
  await call('POST', `/v1/calls/${held.id}/transitions`, { key: held.token, body: { to: 'greeted' } })
  await ask(held.token, visitor.conversationId, 'are you a robot?', { via: 'voice' })
  await call('PUT', `/v1/calls/${held.id}/recording/0`, { key: held.token, raw: silence(60) })
  await call('POST', `/v1/conversations/${visitor.conversationId}/calls/${held.id}/end`, { key: visitor.token })

  const page = await pageFor(browser, desk)
  await goTo(page, `/dashboard/${desk.slug}/test/conversations/${visitor.conversationId}`)
  await page.getByRole('region', { name: 'Call' }).getByText('the visitor hung up').waitFor()
  await page.getByText('The visitor agreed to a recording').click()
  await page.getByText(notice.text.en).waitFor()
  expect(await page.locator('.thread .heard').count()).toBe(0)
  await page
    .getByRole('button', { name: /Listen from/ })
    .last()
    .click()
  await page.locator('.thread .heard').getByText('I am an AI').waitFor()
  expect(await page.locator('audio').evaluate((player) => (player as HTMLAudioElement).currentTime)).toBeGreaterThan(0)
  expect(await violations(page)).toEqual([])
})

test('a call by phone leads to the earlier ones of its number, which anybody may have made', async () => {
  const desk = await own('Called again')
  await withVoice(desk)
  const line = await withNumber(desk, { repeatCallers: 'recognise' })
  const called = async (text: string) => {
    const { conversation, change, said, silent } = await callTo({ tenant: desk, line }, '+15055550188')
    await change({ to: 'greeted' })
    await said(text)
    await change({ to: 'ended', reason: 'visitor_hung_up' })
    silent()
    return conversation.id as string
  }
  const first = await called('My heat pump makes a noise')
  const second = await called('It leaks now')
  const page = await pageFor(browser, desk)
  const at = `/dashboard/${desk.slug}/test/conversations`
  await goTo(page, `${at}/${second}`)
  const earlier = page.getByRole('region', { name: 'Earlier calls from this number' })
  await earlier.getByText('The number was recognised').waitFor()
  expect(await violations(page)).toEqual([])
  await earlier.getByRole('link').click()
  await page.waitForURL(`**${at}/${first}`)
  await page.locator('.thread').getByText('My heat pump makes a noise').waitFor()
  expect(await earlier.count()).toBe(0)
})

/** A browser looks at the bytes, not at their name. */
const silence = (seconds: number) => wavOf(new Int16Array(8000 * seconds), 8000)
