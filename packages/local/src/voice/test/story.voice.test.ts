// The whole of it: the platform, its media server, its agent, and a visitor in a browser who types, speaks and goes on.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startPlatform, type Platform } from '../../launcher/platform.ts'
import { enter, type Visitor } from '../../soak/client.ts'
import { killAgents } from '../../soak/agent-kills.ts'
import type { Caller } from './caller.ts'
import { AREA, MOVE, startTalking, type Talking } from './talking.ts'

let platform: Platform
let talking: Talking
const undo: (() => unknown)[] = []

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-story-'))
  undo.push(() => rm(dataDir, { recursive: true, force: true }))
  platform = await startPlatform({ dataDir, serverUrl: '', cron: false })
  undo.push(() => platform.stop())
  talking = await startTalking(platform)
  undo.push(() => talking.close())
})

afterAll(async () => {
  for (const each of undo.toReversed()) await each()
})

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const name of ['agent', 'worker'])
    console.log((await readFile(join(platform.dataDir, 'log', `${name}.log`), 'utf8')).slice(-3000))
})

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
  const visitor = await enter(talking.service)
  const { call: opened, join: joining } = await ask<Opened>(visitor, 'POST', '/calls', {
    recording: 'not_asked',
    noticeVersion: '2026-11',
  })
  const caller = await talking.callers.call(joining.url, joining.token)
  await caller.hearsFrom(0, 30_000)
  await caller.quietFrom(0)
  return { visitor, id: opened.id, caller }
}

const messages = async (visitor: Visitor): Promise<Message[]> =>
  (await ask<{ items: Message[] }>(visitor, 'GET', '/messages')).items

async function hear(caller: Caller, from: number): Promise<string> {
  const at = await caller.hearsFrom(from, 30_000)
  const until = await caller.quietFrom(at, 2000)
  return talking.tongue.understand(await caller.heard(at - 150, until + 300))
}

test('a spoken question is answered aloud, and stands with its answer in the one transcript; the call ends in its books', async () => {
  const { visitor, id, caller } = await call()
  const asked = await caller.say(await talking.tongue.speak(AREA.asked))
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
  const asked = await caller.say(await talking.tongue.speak(AREA.asked))
  expect(await hear(caller, asked)).toBe(AREA.said)
  const killed = await caller.now()
  talking.voice.kill('agent')
  await caller.hearsFrom(killed, 60_000)
  await caller.quietFrom(killed, 2000)
  const again = await caller.say(await talking.tongue.speak(MOVE.asked))
  expect(await hear(caller, again)).toBe(MOVE.said)
  expect((await messages(visitor)).map(({ text }) => text)).toEqual([AREA.asked, AREA.said, MOVE.asked, MOVE.said])
  expect(await ask(visitor, 'GET', `/calls/${id}`)).toMatchObject({ state: 'in_conversation' })
  await caller.leave()
})

test(
  'killed again and again in the middle of calls, agents lose no turn that was acknowledged',
  { timeout: 240_000 },
  async () => {
    const seen = await killAgents({
      platform,
      service: talking.service,
      voice: talking.voice,
      call: talking.callers.call,
      question: await talking.tongue.speak(AREA.asked),
      kills: 3,
      random: Math.random,
      say: () => undefined,
    })
    expect(seen.acknowledged).toBeGreaterThan(0)
    expect(seen.lost).toEqual([])
  },
)
