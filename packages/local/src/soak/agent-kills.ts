// kill -9 of the agent, again and again, in the middle of calls. What the worker acknowledged must be there, and answered.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Platform } from '../launcher/platform.ts'
import type { Caller, Sound } from '../voice/test/caller.ts'
import type { Voice } from '../voice/voice.ts'
import { enter, get, type Service, type Visitor } from './client.ts'

export type AgentKills = {
  kills: number
  calls: number
  /** Turns that the worker acknowledged in these calls. */
  acknowledged: number
  /** Acknowledged and without a reply, or with two, in words. */
  lost: string[]
  /** Milliseconds from each kill to the assistant's next word; NaN when the call had ended. */
  speakingAfterMs: number[]
}

export type AgentKillOptions = {
  platform: Pick<Platform, 'apiUrl'>
  service: Service & { secretKey: string }
  voice: Pick<Voice, 'kill'>
  call: (url: string, token: string) => Promise<Caller>
  question: Sound
  kills: number
  random: () => number
  say: (line: string) => void
}

type Opened = { call: { id: string }; join: { url: string; token: string } }
type Message = { author: string; turnId: string; text: string }

export async function killAgents(options: AgentKillOptions): Promise<AgentKills> {
  const { kills, random, voice, say, question } = options
  const seen: AgentKills = { kills: 0, calls: 0, acknowledged: 0, lost: [], speakingAfterMs: [] }
  const visitors: Visitor[] = []
  let on: { visitor: Visitor; caller: Caller; id: string } | undefined
  while (seen.kills < kills) {
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
    voice.kill('agent')
    seen.kills++
    const spoke = await on.caller.hearsFrom(killed + 1000, 30_000).catch(() => NaN)
    seen.speakingAfterMs.push(spoke - killed)
    await on.caller.quietFrom(killed + 1000, 1500).catch(() => NaN)
    say(`  ${seen.kills} of ${kills}: speaking again after ${Math.round(spoke - killed)} ms`)
  }
  await on?.caller.leave()
  for (const visitor of visitors) await judge(options.service, visitor, seen)
  return seen
}

async function open({ platform, service, call }: AgentKillOptions) {
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

const stateOf = async (
  { platform }: AgentKillOptions,
  { visitor, id }: { visitor: Visitor; id: string },
): Promise<string> =>
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
  for (const { turnId, text } of asked())
    if (replies(turnId) !== 1)
      seen.lost.push(`${turnId} of ${conversationId} (“${text}”) has ${replies(turnId)} replies`)
}
