// kill -9 of the agent, again and again, in the middle of calls. What the worker acknowledged must be there, and answered.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Platform } from '../launcher/platform.ts'
import type { Caller } from '../voice/test/caller.ts'
import type { Sound } from '../voice/test/hearing.ts'
import type { Voice } from '../voice/voice.ts'
import { enter, get, post, type Service, type Visitor } from './client.ts'

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
  /** Why calls ended while their caller was still there. */
  endedByUs: string[]
  /** Questions that were not understood, said three times: nobody is killed then. */
  unheard: number
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

/** Then the caller hangs up and calls again. */
const MOST_A_CALL = 10

type Opened = { call: { id: string }; join: { url: string; token: string } }
type Message = { author: string; turnId: string; text: string }

export async function killAgents(options: AgentKillOptions): Promise<AgentKills> {
  const { kills, mostMs } = options
  const seen: AgentKills = {
    kills: 0,
    calls: 0,
    acknowledged: 0,
    lost: [],
    doubled: [],
    speakingAfterMs: [],
    silent: 0,
    endedByUs: [],
    unheard: 0,
  }
  const visitors: Visitor[] = []
  const from = Date.now()
  let on: Talk | undefined
  while (seen.kills < kills && Date.now() - from < mostMs) {
    if (on === undefined) {
      on = await open(options)
      visitors.push(on.visitor)
      seen.calls++
    }
    if (await isInMiddle(options, on)) await kill(options, on, seen)
    else seen.unheard++
    const { state, reason } = await stateOf(options, on)
    if (state === 'ended') seen.endedByUs.push(reason ?? '')
    else if (on.kills < MOST_A_CALL) continue
    await hangUp(options, on)
    on = undefined
  }
  if (on !== undefined) await hangUp(options, on)
  for (const visitor of visitors) await judge(options.service, visitor, seen)
  return seen
}

async function kill(options: AgentKillOptions, on: Talk, seen: AgentKills): Promise<void> {
  const killed = await on.caller.now()
  options.voice.kill(holderOf(options.platform.dataDir, on.id))
  on.kills++
  seen.kills++
  // What was on its way is still heard for a moment.
  const spoke = await hearsAgain(options, on, killed + 1000)
  const words = spoke === null ? 'silence' : `speaking again after ${Math.round(spoke - killed)} ms`
  options.say(`  ${seen.kills} of ${options.kills}: ${words}`)
  if (spoke === null) seen.silent++
  else seen.speakingAfterMs.push(spoke - killed)
  if (spoke !== null) await on.caller.quietFrom(killed + 1000, 1000).catch(() => NaN)
}

/**
 * Somewhere in the middle of listening, of thinking, or of an answer, after the caller was answered once: in the world
 * agents do not die faster than people speak.
 */
async function isInMiddle(options: AgentKillOptions, on: Talk): Promise<boolean> {
  const { random, question } = options
  const asked = await on.caller.now()
  if (!(await isAnswered(options, on))) return false
  if (random() < 0.5) {
    await sleep(random() * 2500)
    return true
  }
  await on.caller.quietFrom(asked, 1000).catch(() => NaN)
  void on.caller.say(question).catch(() => NaN)
  await sleep(random() * 5000)
  return true
}

/** Asks until a turn that was not there before has its reply; who is not understood says it again. */
async function isAnswered({ service, question }: AgentKillOptions, on: Talk): Promise<boolean> {
  const replied = async (): Promise<number> =>
    (await messagesOf(service, on.visitor)).filter(({ author }) => author === 'assistant').length
  const before = await replied()
  for (let tries = 0; tries < 3; tries++) {
    await on.caller.say(question)
    for (const deadline = Date.now() + 8000; Date.now() < deadline; await sleep(200))
      if ((await replied()) > before) return true
  }
  return false
}

type Talk = { visitor: Visitor; caller: Caller; id: string; kills: number }

/** When the assistant was heard again; null once the call has ended, or after a minute. */
async function hearsAgain(options: AgentKillOptions, on: Talk, from: number): Promise<number | null> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
    const spoke = await on.caller.hearsFrom(from, 1000).catch(() => null)
    if (spoke !== null) return spoke
    if ((await stateOf(options, on)).state === 'ended') return null
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
  const opened = await post<Opened>(platform.apiUrl, callsOf(visitor), visitor.token, {
    recording: 'not_asked',
    noticeVersion: '2026-11',
  })
  const caller = await call(opened.join.url, opened.join.token)
  const greeted = await caller.hearsFrom(0, 30_000)
  await caller.quietFrom(greeted)
  return { visitor, caller, id: opened.call.id, kills: 0 }
}

async function hangUp({ platform }: AgentKillOptions, { visitor, caller, id }: Talk): Promise<void> {
  await post(platform.apiUrl, `${callsOf(visitor)}/${id}/end`, visitor.token, {})
  await caller.leave()
}

const callsOf = ({ conversationId }: Visitor): string => `/v1/conversations/${conversationId}/calls`

const stateOf = ({ platform }: AgentKillOptions, { visitor, id }: Talk) =>
  get<{ state: string; reason: string | null }>(platform.apiUrl, `${callsOf(visitor)}/${id}`, visitor.token)

const messagesOf = async ({ apiUrl, secretKey }: AgentKillOptions['service'], { conversationId }: Visitor) =>
  (await get<{ items: Message[] }>(apiUrl, `/v1/conversations/${conversationId}/messages?limit=200`, secretKey)).items

/** Every message of the visitor has exactly one reply of its turn. */
async function judge(service: AgentKillOptions['service'], visitor: Visitor, seen: AgentKills): Promise<void> {
  let stored = await messagesOf(service, visitor)
  const replies = (turnId: string): number =>
    stored.filter((each) => each.author === 'assistant' && each.turnId === turnId).length
  const asked = (): Message[] => stored.filter(({ author }) => author === 'visitor')
  for (let waits = 0; waits < 60 && asked().some(({ turnId }) => replies(turnId) === 0); waits++) {
    await sleep(1000)
    stored = await messagesOf(service, visitor)
  }
  seen.acknowledged += asked().length
  for (const { turnId, text } of asked()) {
    const words = `${turnId} of ${visitor.conversationId} (“${text}”) has ${replies(turnId)} replies`
    if (replies(turnId) === 0) seen.lost.push(words)
    if (replies(turnId) > 1) seen.doubled.push(words)
  }
}
