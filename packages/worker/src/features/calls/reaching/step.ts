import type { z } from '@hono/zod-openapi'
import { detectBuiltIn } from '../../../engine/intents/index.ts'
import { speakable } from '../../../engine/speakable/index.ts'
import { showPhone } from '../../../shared/phone.ts'
import type { readSetting } from '../../turns/index.ts'
import type { Spoken } from '../opening/first-words.ts'
import type { CallRow } from '../present.ts'
import { identityOf } from './hearing.ts'
import type { ReachStep } from './schema.ts'
import { isFound, type Leg, type standing } from './standing.ts'
import { sayReaching, sayWhy } from './words.ts'

type Step = z.infer<typeof ReachStep>
type Read = Awaited<ReturnType<typeof readSetting>>

/** Somebody who heard the whisper has pressed a key by then; a voicemail has not. */
const keyWithinMs = 20_000
const mostWords = 160

/** What the agent does now, and in which words. */
export function stepOf(call: CallRow, read: Read, now: ReturnType<typeof standing>, isDanger: boolean): Step {
  const lang = read.lang === '' ? call.lang : read.lang
  const forEar = (say: (Spoken | null)[]): Spoken[] =>
    say.flatMap((one) => (one === null ? [] : [{ ...one, text: speakable(one.text, one.lang, read.country) }]))
  switch (now.kind) {
    case 'ring':
      return { kind: 'ring', say: forEar(isDanger ? tryingFor(lang, read, now) : calling(lang, now)) }
    case 'whisper': {
      const aside = forEar([whisper(call, read, now.leg, isDanger)])
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

/** Who calls and why, in the caller's own words: extracted, never made up. The number is what the network claims. */
function whisper({ channel, caller }: CallRow, read: Read, leg: Leg, isDanger: boolean): Spoken {
  const { lang, name } = leg
  const { business } = read
  const who =
    channel === 'web'
      ? sayReaching(lang, 'callerWeb')
      : caller === ''
        ? sayReaching(lang, 'callerHidden')
        : sayReaching(lang, 'callerKnown', { number: showPhone(caller, read.country) })
  const words = saidIn(read, isDanger ? leg.turnId : '')
  const reason = words === '' ? '' : sayReaching(lang, 'reason', { words }).text
  return sayReaching(lang, isDanger ? 'danger' : 'whisper', { name, business, caller: who.text, reason, words })
}

/** The words of one turn, or the last that were about something else than wanting a person. */
function saidIn({ recent, lang }: Read, turnId: string): string {
  const said = recent.filter(({ author, text }) => author === 'visitor' && !/^[\d*#]+$/.test(text))
  const about = said.findLast((message) =>
    turnId === '' ? detectBuiltIn(message.text, lang) === null : message.turnId === turnId,
  )
  return (about?.text ?? '')
    .replace(/\s+/g, ' ')
    .replace(/[.!?؟]+$/, '')
    .slice(0, mostWords)
}
