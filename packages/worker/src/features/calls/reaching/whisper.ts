import type { Ctx } from '../../../core/ctx.ts'
import { withTenant } from '../../../db/tenant.ts'
import { detectBuiltIn } from '../../../engine/intents/index.ts'
import { showPhone } from '../../../shared/phone.ts'
import type { readSetting } from '../../turns/index.ts'
import type { Outcome } from '../after/outcome.ts'
import { selectEarlier } from '../earlier.ts'
import type { Spoken } from '../../phone/index.ts'
import type { CallRow } from '../present.ts'
import type { Leg } from './standing.ts'
import { type ReachingWord, sayReaching, tongueOf } from './words.ts'

type Read = Awaited<ReturnType<typeof readSetting>>

const mostWords = 160

/** Who calls and why, in the caller's own words: extracted, never made up. The number is what the network claims. */
export async function whisper(
  ctx: Ctx,
  call: CallRow,
  read: Read,
  { lang, name, purpose, turnId }: Leg,
): Promise<Spoken> {
  const { channel, caller: number } = call
  const { business } = read
  const caller =
    channel === 'web'
      ? sayReaching(lang, 'callerWeb')
      : number === ''
        ? sayReaching(lang, 'callerHidden')
        : sayReaching(lang, 'callerKnown', { number: showPhone(number, read.country) })
  const about = { name, business, caller: caller.text }
  if (purpose === 'danger') return sayReaching(lang, 'danger', { ...about, words: saidIn(read, turnId) })
  const words = saidIn(read, '')
  const reason = words === '' ? '' : sayReaching(lang, 'reason', { words }).text
  return sayReaching(lang, 'whisper', { ...about, reason, earlier: await earlier(ctx, call, read, lang) })
}

/** The words of one turn, or the last that were about something else than wanting a person. */
function saidIn({ recent, lang }: Read, turnId: string): string {
  const said = recent.filter(({ author, text }) => author === 'visitor' && !/^[\d*#]+$/.test(text))
  const about = said.findLast((message) =>
    turnId === '' ? detectBuiltIn(message.text, lang) === null : message.turnId === turnId,
  )
  return inShort(about?.text ?? '')
}

const cameOf: Partial<Record<Outcome, ReachingWord>> = {
  message_taken: 'tookMessage',
  voicemail: 'tookMessage',
  scheduled_callback: 'promisedCall',
  transferred: 'putThrough',
  emergency: 'wasEmergency',
  answered_no_answer: 'stayedOpen',
}

/** When the same number called before and what about, for the person alone; '' when it did not, or is not recognised. */
async function earlier(ctx: Ctx, call: CallRow, { assistantId }: Read, lang: string): Promise<string> {
  if (!call.recognised) return ''
  const [[found]] = await withTenant(ctx).batch(selectEarlier({ ...call, assistantId }))
  if (found === undefined) return ''
  const { createdAt, timeZone, summary, outcome } = found
  const words = inShort(summary?.reason ?? '')
  const came = outcome === null ? undefined : cameOf[outcome]
  return sayReaching(lang, 'earlier', {
    date: new Intl.DateTimeFormat(`${tongueOf(lang)}-u-nu-latn`, {
      timeZone: timeZone ?? 'UTC',
      day: 'numeric',
      month: 'long',
    }).format(createdAt),
    words: words === '' ? '' : sayReaching(lang, 'earlierWords', { words }).text,
    outcome: came === undefined ? '' : sayReaching(lang, came).text,
  }).text
}

const inShort = (said: string): string =>
  said
    .replace(/\s+/g, ' ')
    .replace(/[.!?؟]+$/, '')
    .slice(0, mostWords)
