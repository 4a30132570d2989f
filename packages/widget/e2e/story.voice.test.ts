// The whole of it: the platform, its media server, its agent, and a visitor who presses the microphone in the widget.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '../../local/src/browser.ts'
import { startPlatform, type Platform } from '../../local/src/launcher/platform.ts'
import { get } from '../../local/src/soak/client.ts'
import { holderOf, killAgents } from '../../local/src/soak/agent-kills.ts'
import { CALL_ARGS } from '../../local/src/voice/test/caller.ts'
import { Head } from '../../local/src/voice/test/hearing.ts'
import { AREA, CHECK, MOVE, PARKING, startTalking, type Talking } from '../../local/src/voice/test/talking.ts'

const undo: (() => unknown)[] = []
let platform: Platform
let talking: Talking
let page: Page
let visitor: Head

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-story-'))
  undo.push(() => rm(dataDir, { recursive: true, force: true }))
  platform = await startPlatform({ dataDir, serverUrl: '', cron: false })
  undo.push(() => platform.stop())
  talking = await startTalking(platform)
  undo.push(() => talking.close())
  page = await visit()
  visitor = new Head(page)
})

afterAll(async () => {
  for (const each of undo.toReversed()) await each()
})

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  console.log((await page.evaluate(() => window.story.text())).replace(/\s+/g, ' '))
  for (const name of ['agent', 'worker'])
    console.log((await readFile(join(platform.dataDir, 'log', `${name}.log`), 'utf8')).slice(-3000))
})

/** A page of the business, in a browser whose microphone says what the test wants. */
async function visit(): Promise<Page> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="en"><title>Saltbush</title><body>
      <script src="${platform.apiUrl}/foyer.js" data-key="${talking.service.publishableKey}" async></script>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  undo.push(() => (server.closeAllConnections(), server.close()))
  const { executablePath, args } = await findBrowser()
  const device = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
  const browser = await chromium.launch({ executablePath, args: [...args, ...CALL_ARGS, ...device] })
  undo.push(() => browser.close())
  const opened = await browser.newPage({ viewport: { width: 900, height: 720 }, locale: 'en-US' })
  const entry = fileURLToPath(new URL('story-page.ts', import.meta.url))
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', write: false })
  await opened.addInitScript({ content: outputFiles[0]?.text ?? '' })
  await opened.goto(`http://localhost:${(server.address() as AddressInfo).port}`)
  return opened
}

const widget = () => page.locator('foyer-widget')
const said = (text: string) => widget().locator('.said', { hasText: text }).first()
const answer = (text: string) => widget().locator('.answer', { hasText: text }).first()
const bar = () => page.getByRole('region', { name: 'Call with Robin' })

async function hear(from: number): Promise<string> {
  const at = await visitor.hearsFrom(from, 30_000)
  const until = await visitor.quietFrom(at, 1200, 60_000)
  return talking.tongue.understand(await visitor.heard(at - 150, until + 300))
}

/** Says it, and it is recognised as that. @returns when the last sound of it was played */
async function speak(text: string, recognised: { words?: string; lang?: string } = { words: text }): Promise<number> {
  Object.assign(talking.speech.injected, recognised)
  const at = await visitor.say(await talking.tongue.speak(text))
  return at
}

/** The same, and waits until it is answered in writing and aloud. */
async function ask(text: string, shown: string, recognised?: { words?: string; lang?: string }): Promise<void> {
  const at = await speak(text, recognised)
  await answer(shown).waitFor({ timeout: 30_000 })
  await hear(at)
  talking.speech.heal()
}

async function type(text: string): Promise<void> {
  await page.locator('foyer-composer textarea').fill(text)
  await page.keyboard.press('Enter')
}

test(
  'a visitor presses, speaks, interrupts, types, dictates, loses the agent, changes the language and goes on in text: one conversation',
  { timeout: 300_000 },
  async () => {
    await widget().getByRole('button').click()
    await page.getByRole('button', { name: 'Talk to Robin' }).click()
    await bar().getByText('Speaking').waitFor({ timeout: 60_000 })
    expect(await page.evaluate(() => window.story.toldBefore)).toContain(
      'You will be talking to an AI; the call is not recorded.',
    )
    await hear(0)

    // The answer is understood by the test recogniser as it comes out of the room.
    const asked = await speak(AREA.asked)
    await said(AREA.asked).waitFor({ timeout: 30_000 })
    await answer(AREA.said).waitFor({ timeout: 30_000 })
    expect(await hear(asked)).toBe(AREA.said)

    const typed = await visitor.now()
    await type(CHECK.asked)
    await answer(CHECK.said).locator('.sources').waitFor({ timeout: 30_000 })
    await hear(typed)

    // Spoken over: it stops, and asks what the interruption is about.
    const long = await speak(MOVE.asked)
    await visitor.hearsFrom(long, 30_000)
    await ask('Could you take a message please?', 'What is your name?')

    await ask('My name is David Smith', 'What number can we reach you on?')

    // Slowly: a second of silence in the middle is no end, because a number is not whole yet.
    const [first, rest] = [
      await talking.tongue.speak('five oh five'),
      await talking.tongue.speak('five five five oh one four two'),
    ]
    const samples = Int16Array.from([...first.samples, ...new Int16Array(first.rate), ...rest.samples])
    const seconds = samples.length / first.rate
    talking.speech.injected.words = (heard) =>
      heard < seconds - 0.3 ? 'five oh five' : 'five oh five five five five oh one four two'
    const dictated = await visitor.say({ samples, rate: first.rate })
    await said('five oh five five five five oh one four two').waitFor({ timeout: 30_000 })
    await answer('I have (505) 555-0142. Is that right?').waitFor({ timeout: 30_000 })
    await hear(dictated)
    await ask('no, four three, not four two', 'I have (505) 555-0143. Is that right?')
    await ask('yes that is right', 'What should I tell them?')
    await ask('Please call about the boiler', 'I have passed that on to Saltbush.')

    const killed = await visitor.now()
    talking.voice.kill(holderOf(platform.dataDir, (await record()).call?.id ?? ''))
    await visitor.hearsFrom(killed + 500, 60_000)
    await visitor.quietFrom(killed + 500)
    await ask(PARKING.asked, PARKING.said, { words: PARKING.asked, lang: 'es' })

    await page.getByRole('button', { name: 'Colgar' }).click()
    await widget().locator('.call').waitFor()
    await type(AREA.asked)
    await expect.poll(() => widget().locator('.answer', { hasText: AREA.said }).count(), { timeout: 30_000 }).toBe(2)

    const { call, messages, traces, leads } = await record()
    expect(call).toMatchObject({ state: 'ended', reason: 'visitor_hung_up', generation: 2 })
    const ours = messages.filter(({ author }) => author === 'visitor')
    expect(ours.map(({ text, via }) => [text, via])).toEqual([
      [AREA.asked, 'voice'],
      [CHECK.asked, 'keys'],
      [MOVE.asked, 'voice'],
      ['Could you take a message please?', 'voice'],
      ['My name is David Smith', 'voice'],
      ['five oh five five five five oh one four two', 'voice'],
      ['no, four three, not four two', 'voice'],
      ['yes that is right', 'voice'],
      ['Please call about the boiler', 'voice'],
      [PARKING.asked, 'voice'],
      [AREA.asked, undefined],
    ])
    expect(leads).toMatchObject([{ name: 'David Smith', phone: '+15055550143', text: 'Please call about the boiler' }])
    const { heard = '' } = messages.find(({ text }) => text === MOVE.said) ?? {}
    expect(MOVE.said.startsWith(heard.trim())).toBe(true)
    expect(heard.length).toBeLessThan(MOVE.said.length)
    expect(traces[2]?.voice?.heard).toBe(heard)
    const spoken = traces.filter((_, at) => ours[at]?.via === 'voice')
    for (const { voice } of spoken) expect(voice?.stages.map(({ name }) => name)).toContain('published')
    expect(spoken.filter(({ voice }) => voice?.stages.some(({ name }) => name === 'played')).length).toBeGreaterThan(5)
  },
)

type Message = { author: string; turnId: string; text: string; via?: string; heard?: string }
type Trace = { voice: { stages: { name: string }[]; heard?: string } | null }

/** What the owner has of the one call. */
async function record() {
  const { apiUrl, secretKey } = talking.service
  const list = async <Item>(path: string) => (await get<{ items: Item[] }>(apiUrl, path, secretKey)).items
  const [call] = await list<{ id: string; conversationId: string }>('/v1/calls')
  const messages = await list<Message>(`/v1/conversations/${call?.conversationId}/messages?limit=200`)
  const turns = messages.filter(({ author }) => author === 'visitor').map(({ turnId }) => turnId)
  const traces = await Promise.all(turns.map((id) => get<Trace>(apiUrl, `/v1/turns/${id}/trace`, secretKey)))
  return { call, messages, traces, leads: await list<object>('/v1/leads') }
}

test(
  'killed again and again in the middle of calls, agents lose no turn that was acknowledged',
  { timeout: 240_000 },
  async () => {
    talking.speech.heal()
    const seen = await killAgents({
      platform,
      service: talking.service,
      voice: talking.voice,
      call: talking.callers.call,
      question: await talking.tongue.speak(AREA.asked),
      kills: 3,
      mostMs: 120_000,
      random: Math.random,
      say: () => undefined,
    })
    expect(seen.acknowledged).toBeGreaterThan(0)
    expect([seen.lost, seen.doubled]).toEqual([[], []])
  },
)
