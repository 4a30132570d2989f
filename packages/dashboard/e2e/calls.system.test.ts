import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { wavOf } from '../../local/src/voice/test/wav.ts'
import { livelyCall, withVoice } from '../../worker/src/test/calling.ts'
import { ask, call, enter } from '../../worker/src/test/foyer.ts'
import { own } from '../../worker/src/test/members.ts'
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

/** A browser looks at the bytes, not at their name. */
const silence = (seconds: number) => wavOf(new Int16Array(8000 * seconds), 8000)
