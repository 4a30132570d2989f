import type { z } from '@hono/zod-openapi'
import type { Ctx } from '../../../core/ctx.ts'
import { speakable } from '../../../engine/speakable/index.ts'
import type { readSetting } from '../../turns/index.ts'
import type { Spoken } from '../opening/first-words.ts'
import type { CallRow } from '../present.ts'
import { identityOf } from './hearing.ts'
import type { ReachStep } from './schema.ts'
import { isFound, type Leg, type standing } from './standing.ts'
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
  now: ReturnType<typeof standing>,
  isDanger: boolean,
): Promise<Step> {
  const lang = read.lang === '' ? call.lang : read.lang
  const forEar = (say: (Spoken | null)[]): Spoken[] =>
    say.flatMap((one) => (one === null ? [] : [{ ...one, text: speakable(one.text, one.lang, read.country) }]))
  switch (now.kind) {
    case 'ring':
      return { kind: 'ring', say: forEar(isDanger ? tryingFor(lang, read, now) : calling(lang, now)) }
    case 'whisper': {
      const aside = forEar([await whisper(ctx, call, read, now.leg)])
      return { kind: 'whisper', legId: now.leg.id, identity: identityOf(now.leg.id), aside, withinMs: keyWithinMs }
    }
    case 'connected': {
      const say = forEar([sayReaching(lang, 'announce', { name: now.leg.name })])
      return { kind: 'connected', legId: now.leg.id, identity: identityOf(now.leg.id), say }
    }
    case 'over':
      return over(lang, read, now.last, isDanger, forEar)
    default:
      return now satisfies never
  }
}

type Ringing = Extract<ReturnType<typeof standing>, { kind: 'ring' }>

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

function over(
  lang: string,
  { business }: Read,
  last: Leg | null,
  isDanger: boolean,
  forEar: (say: (Spoken | null)[]) => Spoken[],
): Step {
  if (isDanger) {
    if (last === null) return { kind: 'back', say: [] }
    if (!isFound(last)) return { kind: 'back', say: forEar([sayReaching(lang, 'reachedNobody', { business })]) }
    const aside = forEar([sayReaching(last.lang, 'thanks')])
    const say = forEar([sayReaching(lang, 'reached', { name: last.name })])
    return { kind: 'acknowledged', legId: last.id, aside, say }
  }
  if (last?.result === 'connected')
    return { kind: 'back', say: forEar([sayReaching(lang, 'back', { name: last.name })]) }
  if (last?.purpose === 'staff_first') return { kind: 'back', say: [] }
  const why = last === null ? null : sayWhy(lang, last)
  return { kind: 'back', say: forEar([why, sayReaching(lang, 'nobody')]) }
}
