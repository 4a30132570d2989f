// kill -9 of the agent, again and again, in the middle of calls. What the worker acknowledged must be there, and answered.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Platform } from '../launcher/platform.ts'
import type { Caller } from '../voice/test/caller.ts'
import type { Sound } from '../voice/test/hearing.ts'
import type { Voice } from '../voice/voice.ts'
import { enter, get, type Service, type Visitor } from './client.ts'

export type AgentKills = {
  kills: number
  calls: number
  /** Turns that the worker acknowledged in these calls. */
  acknowledged: number
  /** Acknowledged and without a reply, in words; and those with two. */
  lost: string[]
  doubled: string[]
  /** Milliseconds from each kill to the assistant's next word. */
  speakingAfterMs: number[]
  /** Kills after which nobody spoke again in that call. */
  silent: number
}

export type AgentKillOptions = {
  platform: Pick<Platform, 'apiUrl' | 'dataDir'>
  service: Service & { secretKey: string }
  /** With two agents: one is killed, the other takes the call. */
  voice: Pick<Voice, 'kill'>
  call: (url: string, token: string) => Promise<Caller>
  question: Sound
  kills: number
  /** No kill after this. */
  mostMs: number
  random: () => number
  say: (line: string) => void
}

type Opened = { call: { id: string }; join: { url: string; token: string } }
type Message = { author: string; turnId: string; text: string }

export async function killAgents(options: AgentKillOptions): Promise<AgentKills> {
  const { kills, mostMs, random, voice, say, question, platform } = options
  const seen: AgentKills = {
    kills: 0,
    calls: 0,
    acknowledged: 0,
    lost: [],
    doubled: [],
    speakingAfterMs: [],
    silent: 0,
  }
  const visitors: Visitor[] = []
  const from = Date.now()
  let on: Talk | undefined
  while (seen.kills < kills && Date.now() - from < mostMs) {
    if (on === undefined || (await stateOf(options, on)) === 'ended') {
      await on?.caller.leave()
      on = await open(options)
      visitors.push(on.visitor)
      seen.calls++
    }
    await on.caller.say(question)
    // Somewhere in the middle of listening, of thinking, or of an answer.
    await sleep(random() * 5000)
    const killed = await on.caller.now()
    voice.kill(holderOf(platform.dataDir, on.id))
    seen.kills++
    // What was on its way is still heard for a moment.
    const spoke = await hearsAgain(options, on, killed + 1000)
    if (spoke === null) seen.silent++
    else seen.speakingAfterMs.push(spoke - killed)
    if (spoke !== null) await on.caller.quietFrom(killed + 1000, 1500).catch(() => NaN)
    say(
      `  ${seen.kills} of ${kills}: ${spoke === null ? 'the call ended' : `speaking again after ${Math.round(spoke - killed)} ms`}`,
    )
  }
  await on?.caller.leave()
  for (const visitor of visitors) await judge(options.service, visitor, seen)
  return seen
}

type Talk = { visitor: Visitor; caller: Caller; id: string }

/** When the assistant was heard again; null once the call has ended, or after a minute. */
async function hearsAgain(options: AgentKillOptions, on: Talk, from: number): Promise<number | null> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
    const spoke = await on.caller.hearsFrom(from, 1000).catch(() => null)
    if (spoke !== null) return spoke
    if ((await stateOf(options, on)) === 'ended') return null
  }
  return null
}

/** Which of the two agents claimed the call last, by what they wrote down. */
export function holderOf(dataDir: string, callId: string): 'agent' | 'second-agent' {
  const claimedAt = (name: string): string =>
    readFileSync(join(dataDir, 'log', `${name}.log`), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"call.claimed"') && line.includes(callId))
      .map((line) => (JSON.parse(line) as { at: string }).at)
      .at(-1) ?? ''
  return claimedAt('second-agent') > claimedAt('agent') ? 'second-agent' : 'agent'
}

async function open({ platform, service, call }: AgentKillOptions): Promise<Talk> {
  const visitor = await enter(service)
  const response = await fetch(`${platform.apiUrl}/v1/conversations/${visitor.conversationId}/calls`, {
    method: 'POST',
    headers: { authorization: `Bearer ${visitor.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ recording: 'not_asked', noticeVersion: '2026-11' }),
  })
  if (!response.ok) throw new Error(`No call could be begun: ${await response.text()}`)
  const opened = (await response.json()) as Opened
  const caller = await call(opened.join.url, opened.join.token)
  const greeted = await caller.hearsFrom(0, 30_000)
  await caller.quietFrom(greeted)
  return { visitor, caller, id: opened.call.id }
}

const stateOf = async ({ platform }: AgentKillOptions, { visitor, id }: Talk): Promise<string> =>
  (
    await get<{ state: string }>(
      platform.apiUrl,
      `/v1/conversations/${visitor.conversationId}/calls/${id}`,
      visitor.token,
    )
  ).state

/** Every message of the visitor has exactly one reply of its turn. */
async function judge(
  { apiUrl, secretKey }: Service & { secretKey: string },
  { conversationId }: Visitor,
  seen: AgentKills,
): Promise<void> {
  const read = async (): Promise<Message[]> =>
    (await get<{ items: Message[] }>(apiUrl, `/v1/conversations/${conversationId}/messages?limit=200`, secretKey)).items
  let stored = await read()
  const replies = (turnId: string): number =>
    stored.filter((each) => each.author === 'assistant' && each.turnId === turnId).length
  const asked = (): Message[] => stored.filter(({ author }) => author === 'visitor')
  for (let waits = 0; waits < 60 && asked().some(({ turnId }) => replies(turnId) === 0); waits++) {
    await sleep(1000)
    stored = await read()
  }
  seen.acknowledged += asked().length
  for (const { turnId, text } of asked()) {
    const words = `${turnId} of ${conversationId} (“${text}”) has ${replies(turnId)} replies`
    if (replies(turnId) === 0) seen.lost.push(words)
    if (replies(turnId) > 1) seen.doubled.push(words)
  }
}
