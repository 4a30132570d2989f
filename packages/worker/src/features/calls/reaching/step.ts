import type { z } from '@hono/zod-openapi'
import type { Ctx } from '../../../core/ctx.ts'
import { speakable } from '../../../engine/speakable/index.ts'
import type { readSetting } from '../../turns/index.ts'
import type { Spoken } from '../../phone/index.ts'
import type { CallRow } from '../present.ts'
import { identityOf } from './hearing.ts'
import type { ReachStep } from './schema.ts'
import { isFound, type Leg, type Standing, standing } from './standing.ts'
import { whisper } from './whisper.ts'
import { sayReaching, sayWhy } from './words.ts'

type Step = z.infer<typeof ReachStep>
type Read = Awaited<ReturnType<typeof readSetting>>

/** Somebody who heard the whisper has pressed a key by then; a voicemail has not. */
const keyWithinMs = 20_000

/** What the agent does now, and in which words. */
export async function stepOf(
  ctx: Ctx,
  call: CallRow,
  read: Read,
  legs: readonly Leg[],
  isDanger: boolean,
): Promise<Step> {
  const now = standing(legs, isDanger)
  const lang = read.lang === '' ? call.lang : read.lang
  const forEar = (say: (Spoken | null)[]): Spoken[] =>
    say.flatMap((one) => (one === null ? [] : [{ ...one, text: speakable(one.text, one.lang, read.country) }]))
  switch (now.kind) {
    case 'ring': {
      const ends = likely.map((result) => standing(ended(legs, now.legs, result, ctx.now()), isDanger))
      const next = forEar(ends.flatMap((end) => toCaller(lang, read, end, isDanger)))
      return { kind: 'ring', say: forEar(toCaller(lang, read, now, isDanger)), next: each(next) }
    }
    case 'whisper': {
      const aside = forEar([await whisper(ctx, call, read, now.leg)])
      return { kind: 'whisper', legId: now.leg.id, identity: identityOf(now.leg.id), aside, withinMs: keyWithinMs }
    }
    case 'connected': {
      const say = forEar([sayReaching(lang, 'announce', { name: now.leg.name })])
      return { kind: 'connected', legId: now.leg.id, identity: identityOf(now.leg.id), say }
    }
    case 'over': {
      const say = forEar(toCaller(lang, read, now, isDanger))
      const { last } = now
      if (!isDanger || last === null || !isFound(last)) return { kind: 'back', say }
      return { kind: 'acknowledged', legId: last.id, aside: forEar([sayReaching(last.lang, 'thanks')]), say }
    }
    default:
      return now satisfies never
  }
}

/** How most phones that were rung in vain end. */
const likely = ['no_answer', 'busy', 'declined'] as const

const ended = (all: readonly Leg[], these: readonly Leg[], result: (typeof likely)[number], endedAt: Date): Leg[] =>
  all.map((leg) => (these.includes(leg) ? { ...leg, state: 'over', result, endedAt } : leg))

const each = (said: readonly Spoken[]): Spoken[] => [...new Map(said.map((one) => [one.text, one])).values()]

/** What the caller hears of it; of who is spoken to alone, nothing. */
function toCaller(lang: string, read: Read, now: Standing, isDanger: boolean): (Spoken | null)[] {
  if (now.kind === 'ring') return isDanger ? tryingFor(lang, read, now) : calling(lang, now)
  if (now.kind !== 'over') return []
  return isDanger ? toldOf(lang, read, now.last) : over(lang, now.last)
}

type Ringing = Extract<Standing, { kind: 'ring' }>

/** Staff that is rung first is rung without a word: the caller has heard nobody yet. */
function calling(lang: string, { legs, after }: Ringing): (Spoken | null)[] {
  const [first] = legs
  if (first === undefined || first.purpose === 'staff_first') return []
  const why = after === null ? null : sayWhy(lang, after)
  const word = legs.length > 1 ? 'callingSeveral' : 'calling'
  return [why, sayReaching(lang, word, { name: first.name })]
}

function tryingFor(lang: string, { business }: Read, { legs, after }: Ringing): (Spoken | null)[] {
  const name = legs[0]?.name ?? ''
  if (after === null) return [sayReaching(lang, 'ringingFor', { name, business })]
  return [sayReaching(lang, 'stillTrying', { name: after.name, next: name })]
}

function toldOf(lang: string, { business }: Read, last: Leg | null): Spoken[] {
  if (last === null) return []
  return [
    isFound(last)
      ? sayReaching(lang, 'reached', { name: last.name })
      : sayReaching(lang, 'reachedNobody', { business }),
  ]
}

function over(lang: string, last: Leg | null): (Spoken | null)[] {
  if (last?.result === 'connected') return [sayReaching(lang, 'back', { name: last.name })]
  if (last?.purpose === 'staff_first') return []
  return [last === null ? null : sayWhy(lang, last), sayReaching(lang, 'nobody')]
}
