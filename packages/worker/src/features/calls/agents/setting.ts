import type { z } from '@hono/zod-openapi'
import { type Ctx, requireScope } from '../../../core/ctx.ts'
import { withTenant } from '../../../db/tenant.ts'
import { speakable } from '../../../engine/speakable/index.ts'
import { loadKnowledge } from '../../knowledge/index.ts'
import { awaited, compiled, fixedPhrases, phoneOf, readSetting, voiceOf } from '../../turns/index.ts'
import { callEnded, holderOf, requireHeld, superseded } from '../access.ts'
import type { CallResume, CallSetting } from './agent-schema.ts'
import { firstWords, keysOf, menuFor } from '../../phone/index.ts'
import { noticeFor } from '../recording/recording-law.ts'
import { promptsIn } from '../opening/prompts.ts'
import type { CallRow } from '../present.ts'
import * as store from '../store.ts'
import { type Leg, standing } from '../reaching/standing.ts'

type Setting = z.infer<typeof CallSetting>
type Whole = Awaited<ReturnType<typeof readSetting>>
/** What the agent's setting and place in the call follow from. */
export type Read = Pick<
  Whole,
  | 'assistantId'
  | 'assistantName'
  | 'publishedVersionId'
  | 'business'
  | 'country'
  | 'revision'
  | 'dialled'
  | 'recent'
  | 'turns'
>

const silence = { promptMs: 8000, endMs: 16_000 }

/** All that an agent needs in order to speak for this business, and what was said so far. */
export async function settingOf(ctx: Ctx, call: CallRow, read: Read, endsAt: number): Promise<Setting> {
  const [playbook, knowledge] = await Promise.all([
    compiled(ctx, read.publishedVersionId),
    loadKnowledge(ctx, read.revision),
  ])
  const languages = call.languages.length > 0 ? call.languages : (playbook?.document.languages ?? ['en'])
  const business = { name: read.business, country: read.country }
  const speaker = { playbook, knowledge, business, assistant: { id: read.assistantId, name: read.assistantName } }
  const phrases = languages.flatMap((lang) => [
    ...fixedPhrases({ ...speaker, lang }),
    ...promptsIn(voiceOf({ playbook, lang })).map(([name, text]) => ({
      name,
      lang,
      text: speakable(text, lang, business.country),
    })),
  ])
  const lang = languages.includes(call.lang) ? call.lang : (languages[0] ?? 'en')
  const voice = playbook?.document.voice
  return {
    assistant: read.assistantName,
    business: { ...business, phone: phoneOf(speaker).e164 },
    languages,
    lang,
    greeting: phrases.find((phrase) => phrase.name === 'greeting' && phrase.lang === lang)?.text ?? '',
    opening:
      call.channel === 'phone'
        ? openingOf(call, read.business, { languages, lang, menu: await menuFor(ctx, read.dialled, lang) }, playbook)
        : [],
    keys: read.dialled === null ? [] : keysOf(read.dialled),
    voices: present(voice?.voices ?? {}),
    recognisers: present(voice?.recognisers ?? {}),
    pronunciation: voice?.pronunciation ?? [],
    phrases,
    playbookVersionId: playbook?.versionId ?? '',
    keyterms: keyterms(read, playbook?.document.scenarios.map(({ name }) => name) ?? []),
    patience: voice?.patience ?? 'normal',
    recording: { state: call.recording, nextPart: call.recordingSizes.length },
    silence,
    endsAt: new Date(endsAt).toISOString(),
  }
}

/** The same again, once another assistant goes on. */
export async function settingNow(ctx: Ctx, callId: string): Promise<Setting> {
  requireScope(ctx, 'call:hold')
  const holder = holderOf(ctx, callId)
  const [[[found]], read, beat] = await Promise.all([
    withTenant(ctx).batch(store.selectCall(callId)),
    readSetting(ctx, holder.conversationId),
    ctx.objects.conversation(holder.conversationId).beat(callId, holder.generation),
  ])
  const call = requireHeld(found, holder)
  if (call.state === 'ended' || beat.kind === 'ended') throw callEnded()
  if (beat.kind === 'superseded') throw superseded()
  return settingOf(ctx, call, read, beat.endsAt)
}

const present = <T>(byLanguage: Partial<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(byLanguage).flatMap(([of, one]) => (one === undefined ? [] : [[of, one]])))

/** Begins in the language that was chosen, now or in the last call of a number that is recognised. */
function openingOf(
  call: CallRow,
  business: string,
  spoken: { languages: readonly string[]; lang: string; menu: readonly string[] },
  playbook: Awaited<ReturnType<typeof compiled>>,
) {
  return firstWords({
    ...{ business, ...spoken, purpose: call.purpose },
    greeting: playbook?.document.greeting[spoken.lang] ?? '',
    notice: noticeFor(playbook?.document.recording, call.recordingRule),
  }).map(({ text, lang }) => ({ text: speakable(text, lang, ''), lang }))
}

const keyterms = (read: Read, services: readonly string[]) =>
  [...new Set([read.business, read.assistantName, ...services])].filter((term) => term !== '').slice(0, 100)

/** After a job was lost, the next one goes on where it stopped: what was heard last, and what still waits for an answer. */
export function resumeOf(call: CallRow, { recent, turns }: Read, legs: readonly Leg[]): z.infer<typeof CallResume> {
  if (standing(legs, false).kind !== 'over') return { kind: 'reach', isFirst: call.greetedAt === null }
  if (call.greetedAt === null) return { kind: 'greet' }
  const since = recent.filter((message) => message.createdAt >= call.createdAt)
  const replied = new Map(since.filter(({ author }) => author === 'assistant').map((reply) => [reply.turnId, reply]))
  const asked = since.findLast(({ author, via }) => author === 'visitor' && via !== 'late')
  const turn = turns.find(({ id }) => id === asked?.turnId)
  const voiced = asked === undefined || (replied.has(asked.turnId) && turn?.voice !== null)
  const last = since.findLast(({ author, turnId }) => author !== 'visitor' && (voiced || turnId !== asked.turnId))
  // As the next turn will take it up.
  const flow = turns.find(({ state }) => state === 'answered')?.flow ?? null
  return {
    kind: 'go_on',
    lastHeard: last?.heard ?? last?.text ?? '',
    unanswered:
      voiced || turn?.state === 'failed'
        ? null
        : { messageId: asked.clientId ?? '', text: asked.text, via: asked.via === 'voice' ? 'voice' : 'keys' },
    awaited: flow === null ? null : awaited(flow),
  }
}
