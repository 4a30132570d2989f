// The whole of it: the platform, its media server, its agent, and a visitor in a browser who types, speaks and goes on.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdmin } from '@foyer/sdk/admin'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startPlatform, type Platform } from '../../launcher/platform.ts'
import { freePort } from '../../launcher/ports.ts'
import { enter, type Service, type Visitor } from '../../soak/client.ts'
import { installTestVoice } from '../../speech/install.ts'
import { startTestSpeech, testSpeechVars } from '../speech-part.ts'
import { startVoice, type Voice } from '../voice.ts'
import { type Caller, openCallers } from './caller.ts'
import { tongueAt, type Tongue } from './stage.ts'

// Answers that the test recogniser can hear, and tell apart.
const AREA = { asked: 'Do you come to Rio Rancho?', said: 'Do your technicians get a background check?' }
const MOVE = { asked: 'How much is the Juniper plan?', said: 'What happens to my plan when I move?' }

let platform: Platform
let voice: Voice
let service: Service
let tongue: Tongue
let callers: Awaited<ReturnType<typeof openCallers>>
const undo: (() => unknown)[] = []

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-story-'))
  undo.push(() => rm(dataDir, { recursive: true, force: true }))
  platform = await startPlatform({ dataDir, serverUrl: '', cron: false })
  undo.push(() => platform.stop())
  const port = await freePort()
  const part = await startTestSpeech({
    voice: await installTestVoice(console.log),
    port,
    dataDir,
    onCrash: () => undefined,
  })
  undo.push(() => part.stop())
  tongue = tongueAt(`http://127.0.0.1:${port}/v1`)
  voice = startVoice({ platform, speech: testSpeechVars(port), progress: () => undefined })
  undo.push(() => voice.stop())
  expect(await voice.ready).toMatchObject({ kind: 'on' })
  callers = await openCallers()
  undo.push(() => callers.close())
  service = await openBusiness()
})

afterAll(async () => {
  for (const each of undo.toReversed()) await each()
})

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const name of ['agent', 'worker'])
    console.log((await readFile(join(platform.dataDir, 'log', `${name}.log`), 'utf8')).slice(-3000))
})

async function openBusiness(): Promise<Service> {
  const operator = createAdmin({ baseUrl: platform.apiUrl, key: platform.operatorKey, timeoutMs: 60_000 })
  const made = await operator.tenants.create({
    slug: 'story',
    name: 'Saltbush',
    country: 'US',
    mode: 'test',
    notifyEmail: 'owner@story.example',
    location: { name: 'Main', timeZone: 'America/Denver' },
    assistant: { name: 'Robin' },
  })
  const foyer = createAdmin({ baseUrl: platform.apiUrl, key: made.secretKey.key, timeoutMs: 60_000 })
  const { revision } = await foyer.playbook.get(made.assistantId)
  const rules = [AREA, MOVE].map(({ asked, said }, n) => ({
    id: `rule-${n}`,
    when: { phrases: { en: [asked.replace('?', '')] } },
    say: { en: said },
  }))
  await foyer.playbook.put(
    made.assistantId,
    { name: 'Front desk', languages: ['en'], rules, voice: { enabled: true } },
    { revision },
  )
  await foyer.playbook.publish(made.assistantId, { note: 'For calls' })
  return { apiUrl: platform.apiUrl, publishableKey: made.publishableKey.key }
}

async function ask<Reply>(
  { token, conversationId }: Visitor,
  method: string,
  path: string,
  body?: object,
): Promise<Reply> {
  const response = await fetch(`${platform.apiUrl}/v1/conversations/${conversationId}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Reply
}

type Opened = { call: { id: string; state: string; generation: number }; join: { url: string; token: string } }
type Message = { author: string; text: string; via?: string; heard?: string }

async function call(): Promise<{ visitor: Visitor; id: string; caller: Caller }> {
  const visitor = await enter(service)
  const { call: opened, join: joining } = await ask<Opened>(visitor, 'POST', '/calls', {
    recording: 'not_asked',
    noticeVersion: '2026-11',
  })
  const caller = await callers.call(joining.url, joining.token)
  await caller.hearsFrom(0, 30_000)
  await caller.quietFrom(0)
  return { visitor, id: opened.id, caller }
}

const messages = async (visitor: Visitor): Promise<Message[]> =>
  (await ask<{ items: Message[] }>(visitor, 'GET', '/messages')).items

async function hear(caller: Caller, from: number): Promise<string> {
  const at = await caller.hearsFrom(from, 30_000)
  const until = await caller.quietFrom(at, 2000)
  return tongue.understand(await caller.heard(at - 150, until + 300))
}

test('a spoken question is answered aloud, and stands with its answer in the one transcript; the call ends in its books', async () => {
  const { visitor, id, caller } = await call()
  const asked = await caller.say(await tongue.speak(AREA.asked))
  expect(await hear(caller, asked)).toBe(AREA.said)
  await expect.poll(async () => (await messages(visitor)).map(({ text }) => text)).toEqual([AREA.asked, AREA.said])
  expect((await messages(visitor))[0]).toMatchObject({ author: 'visitor', via: 'voice' })
  expect(await ask(visitor, 'GET', `/calls/${id}`)).toMatchObject({ state: 'in_conversation' })
  await ask(visitor, 'POST', `/calls/${id}/end`, {})
  await expect.poll(() => caller.state(), { timeout: 10_000 }).toBe('disconnected')
  expect(await ask(visitor, 'GET', `/calls/${id}`)).toMatchObject({ state: 'ended', reason: 'visitor_hung_up' })
  await caller.leave()
})

test('the agent is killed in the middle of a call: another takes it, says so, and knows where they were', async () => {
  const { visitor, id, caller } = await call()
  const asked = await caller.say(await tongue.speak(AREA.asked))
  expect(await hear(caller, asked)).toBe(AREA.said)
  const killed = await caller.now()
  voice.kill('agent')
  await caller.hearsFrom(killed, 60_000)
  await caller.quietFrom(killed, 2000)
  const again = await caller.say(await tongue.speak(MOVE.asked))
  expect(await hear(caller, again)).toBe(MOVE.said)
  expect((await messages(visitor)).map(({ text }) => text)).toEqual([AREA.asked, AREA.said, MOVE.asked, MOVE.said])
  expect(await ask(visitor, 'GET', `/calls/${id}`)).toMatchObject({ state: 'in_conversation' })
  await caller.leave()
})
