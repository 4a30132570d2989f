import { nextWindow, windowText } from '../../../engine/facts/index.ts'
import type { LocationFacts } from '../../../engine/location-facts.ts'
import { fillIn } from '../wording/words.ts'
import { type MessageFlow, offered } from './asking.ts'
import { messageWord, type MessageWord } from './message-words.ts'

export interface CallingBack {
  now: Date
  /** Whose hours count; undefined where nothing is known of any. */
  location: LocationFacts | undefined
  lang: string
  business: { name: string; country: string }
}

/** The same flow that takes a message, with the time in which somebody calls back; without it where no hours are known. */
export function callbackFlow({ now, location }: Pick<CallingBack, 'now' | 'location'>): MessageFlow {
  const window = location === undefined ? null : nextWindow(now, location)
  return window === null ? offered : { ...offered, callback: window }
}

/**
 * What is offered when nobody can be fetched: the sentence, and the flow that waits for its answer. A yes leads on to name
 * and number; what was arranged is mailed and stands among the callbacks.
 */
export function offerCallback(calling: CallingBack): { flow: MessageFlow; text: string } {
  const flow = callbackFlow(calling)
  const { lang, business, now } = calling
  return {
    flow,
    text: fillIn(messageWord(lang, flow.callback === undefined ? 'nobodyMessage' : 'nobodyCallback'), {
      business: business.name,
      ...windowFill(flow, { lang, country: business.country, now }),
    }),
  }
}

/** "{window}" of the sentences about it. */
export const windowFill = (
  { callback }: Pick<MessageFlow, 'callback'>,
  { lang, country, now }: { lang: string; country: string; now: Date },
): Record<string, string> => (callback === undefined ? {} : { window: windowText(callback, lang, country, now) })

/** The first and the last words, where somebody calls back. */
export const aboutCallback = ({ callback }: Pick<MessageFlow, 'callback'>, word: MessageWord): MessageWord =>
  callback === undefined ? word : word === 'name' ? 'nameCallback' : word === 'done' ? 'doneCallback' : word
