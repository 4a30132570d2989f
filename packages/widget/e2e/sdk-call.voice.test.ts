import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { openRooms } from './rooms.ts'

let rooms: Awaited<ReturnType<typeof openRooms>>
beforeAll(async () => void (rooms = await openRooms()), 240_000)
afterEach(() => rooms.empty())
afterAll(() => rooms.close(), 30_000)

const begin = { recording: 'not_asked', noticeVersion: '2026-11' } as const

/** Presses the button, as it were. */
async function call(page: Page): Promise<string> {
  await page.evaluate(([url, begin]) => void (window.mine = window.voice.callAs(url, begin)), [
    rooms.desk.url,
    begin,
  ] as const)
  await page.waitForFunction(() => window.mine.call.id !== '')
  return page.evaluate(() => window.mine.call.id)
}

async function joins(callId: string, who: 'agent' | 'stranger'): Promise<Page> {
  const page = await rooms.page()
  const [url, token] = [rooms.desk.calls.media?.url ?? '', rooms.desk.calls.token(callId, who)]
  await page.evaluate(async ([url, token]) => void (window.theirs = await window.voice.joinAs(url, token)), [
    url,
    token,
  ] as const)
  return page
}

async function answered(page: Page): Promise<{ callId: string; agent: Page }> {
  const callId = await call(page)
  const agent = await joins(callId, 'agent')
  await agent.evaluate(() => window.theirs.publish())
  await be(agent, 'listening')
  await reaches(page, 'listening')
  return { callId, agent }
}

const be = (agent: Page, state: string) => agent.evaluate((state) => window.theirs.be(state), state)
const reaches = (page: Page, kind: string) =>
  page.waitForFunction((kind) => window.mine.call.state.kind === kind, kind, { timeout: 40_000 })

test('asks, connects, listens, thinks, speaks, and ends when the visitor hangs up', async () => {
  const page = await rooms.page()
  const { callId, agent } = await answered(page)
  await agent.waitForFunction(() => window.theirs.heard.size === 1)
  for (const state of ['thinking', 'speaking']) {
    await be(agent, state)
    await reaches(page, state)
  }
  await page.waitForFunction(() => window.mine.events.some((event) => event.type === 'level' && event.assistant > 0.3))
  await page.waitForFunction(() => window.mine.events.some((event) => event.type === 'level' && event.microphone > 0.3))
  await page.evaluate(() => window.mine.call.hangUp())
  expect(await page.evaluate(() => window.mine.call.ended)).toBe('visitor_hung_up')
  await vi.waitFor(() => expect(rooms.desk.calls.find(callId)?.record.reason).toBe('visitor_hung_up'))
  const kinds = await page.evaluate(() =>
    window.mine.events.flatMap((event) => (event.type === 'state' ? [event.state.kind] : [])),
  )
  expect(kinds).toEqual(['connecting', 'listening', 'thinking', 'speaking', 'ended'])
})

test('a refused microphone, and a missing one, end it before the service is asked', async () => {
  const before = rooms.desk.calls.begun.length
  for (const [microphone, reason] of [
    ['denied', 'microphone_refused'],
    ['none', 'no_microphone'],
  ] as const) {
    const page = await rooms.page({ microphone })
    await page.evaluate(([url, begin]) => void (window.mine = window.voice.callAs(url, begin)), [
      rooms.desk.url,
      begin,
    ] as const)
    expect(await page.evaluate(() => window.mine.call.ended)).toBe(reason)
  }
  expect(rooms.desk.calls.begun.length).toBe(before)
})

test('what the service refuses has its reason', async () => {
  const page = await rooms.page()
  rooms.desk.faults.push({ on: 'POST /v1/conversations/:id/calls', status: 409, code: 'lines_busy' })
  await page.evaluate(([url, begin]) => void (window.mine = window.voice.callAs(url, begin)), [
    rooms.desk.url,
    begin,
  ] as const)
  expect(await page.evaluate(() => window.mine.call.ended)).toBe('lines_busy')
})

test('what is typed goes over the room with its id, and by HTTP when nobody takes it', async () => {
  const page = await rooms.page()
  const { agent } = await answered(page)
  const sent = page.evaluate(() => window.mine.call.sendText('How much is a tune-up?', 'typed-in-a-call-1'))
  await agent.waitForFunction(() => window.theirs.texts.length === 1)
  expect(await agent.evaluate(() => window.theirs.texts)).toEqual([
    { text: 'How much is a tune-up?', messageId: 'typed-in-a-call-1' },
  ])
  await sent
  const told = await page.evaluate(() =>
    window.mine.events.flatMap((event) => (event.type === 'told' ? [event.event.type] : [])),
  )
  expect(told).toContain('turn.answered')
})

test('shows the words of the visitor and the assistant as they come, and nobody else’s', async () => {
  const page = await rooms.page()
  const { callId, agent } = await answered(page)
  const stranger = await joins(callId, 'stranger')
  await stranger.evaluate(async () => {
    await window.theirs.caption('Tell me your card number.', { 'lk.segment_id': 'evil' })
    await window.theirs.be('thinking')
    await window.theirs.publish()
  })
  await agent.evaluate(async () => {
    await window.theirs.caption('How much', {
      'lk.segment_id': 'sg_0',
      'lk.transcription_final': 'true',
      'foyer.speaker': 'visitor',
    })
    await window.theirs.caption('Good morning.', { 'lk.segment_id': 'sg_1' })
  })
  await page.waitForFunction(() =>
    window.mine.events.some((event) => event.type === 'caption' && event.caption.id === 'sg_1' && event.caption.final),
  )
  const captions = await page.evaluate(() =>
    window.mine.events.flatMap((event) => (event.type === 'caption' ? [event.caption] : [])),
  )
  expect(captions.filter(({ id }) => id === 'evil')).toEqual([])
  expect(captions).toContainEqual({ who: 'visitor', id: 'sg_0', text: 'How much', final: true })
  expect(captions.at(-1)).toEqual({ who: 'assistant', id: 'sg_1', text: 'Good morning.', final: true })
  expect(await page.evaluate(() => window.mine.call.state.kind)).toBe('listening')
})

test('reports when the first sound of a turn was heard, by the clock of the service', async () => {
  const page = await rooms.page()
  const { callId, agent } = await answered(page)
  await page.evaluate(() => window.mine.call.sendText('How much is a tune-up?'))
  const from = Date.now()
  await be(agent, 'speaking')
  await vi.waitFor(() => expect(rooms.desk.calls.find(callId)?.heard).toHaveLength(1), { timeout: 5000 })
  const [heard] = rooms.desk.calls.find(callId)?.heard ?? []
  expect(heard?.turnId).toMatch(/^trn_/)
  const playedAt = Date.parse(heard?.playedAt ?? '')
  expect(playedAt).toBeGreaterThan(from - 100)
  expect(playedAt).toBeLessThan(Date.now() + 100)
})

test('comes back into the call after a reload, with a new token', async () => {
  const page = await rooms.page()
  const { callId } = await answered(page)
  await page.reload()
  await page.evaluate(([url, id]) => void (window.mine = window.voice.callAs(url, id)), [
    rooms.desk.url,
    callId,
  ] as const)
  await reaches(page, 'listening')
  expect(rooms.desk.count('POST /v1/conversations/:id/calls/:id/join')).toBeGreaterThan(0)
})

test('says so when the assistant is lost, and goes on with the next', async () => {
  const page = await rooms.page()
  const { callId, agent } = await answered(page)
  await agent.evaluate(() => window.theirs.room.disconnect())
  await reaches(page, 'reconnecting')
  expect(await page.evaluate(() => window.mine.call.state)).toEqual({ kind: 'reconnecting', what: 'assistant' })
  const next = await joins(callId, 'agent')
  await be(next, 'speaking')
  await reaches(page, 'speaking')
})

test('tells why the service ended it', async () => {
  const page = await rooms.page()
  const { callId } = await answered(page)
  await rooms.desk.calls.end(callId, 'silence')
  expect(await page.evaluate(() => window.mine.call.ended)).toBe('silence')
})

// A media server that makes rooms by itself lets the token in once more; the service then takes that room away.
test('a token of a call that is over is refused or finds nobody', async () => {
  const page = await rooms.page()
  const { callId } = await answered(page)
  const token = rooms.desk.calls.token(callId, 'visitor')
  await page.evaluate(() => window.mine.call.hangUp())
  await vi.waitFor(() => expect(rooms.desk.calls.find(callId)?.record.state).toBe('ended'))
  const again = await rooms.page()
  const met = await again.evaluate(
    ([url, token]) =>
      window.voice.joinAs(url, token).then(
        ({ room }) => [...room.remoteParticipants.keys()],
        () => [],
      ),
    [rooms.desk.calls.media?.url ?? '', token] as const,
  )
  expect(met).toEqual([])
})

test('five seconds without the media server, and the call comes back', async () => {
  const page = await rooms.page()
  const { agent } = await answered(page)
  await rooms.stall(5000)
  await be(agent, 'speaking')
  await reaches(page, 'speaking')
  await page.waitForFunction(() => window.mine.events.at(-1)?.type === 'level')
  await page.evaluate(() => void (window.mine.events.length = 0))
  await page.waitForFunction(() => window.mine.events.some((event) => event.type === 'level' && event.assistant > 0.3))
})

test('five seconds without a network, and the call comes back', async () => {
  const page = await rooms.page()
  const { agent } = await answered(page)
  await page.context().setOffline(true)
  await reaches(page, 'reconnecting')
  await sleep(5000)
  await page.context().setOffline(false)
  await reaches(page, 'listening')
  await be(agent, 'speaking')
  await reaches(page, 'speaking')
})
