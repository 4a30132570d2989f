// When it is whose turn. Numbers and word lists only: pure, so that they can be measured on recordings.

import type { CallSetting, TurnExpects } from '@foyer/sdk/agent'
import { digitsIn } from './numerals.ts'

export type Tuning = {
  /** Voice without a break that counts as speech. */
  speechMs: number
  /** Silence after which what was said is recognised, on the chance that it was all. */
  silenceMs: number
  /** Silence that ends a turn which sounds finished, one that may be, and one which does not. */
  finishedMs: number
  unsureMs: number
  unfinishedMs: number
  /** When it may be and its words are a whole question. */
  questionMs: number
  /** The same while digits, letters or a name are being dictated. */
  dictation: { finishedMs: number; unfinishedMs: number }
  /** Speech over ours: when it is listened to for words, and when we fall silent unless it was none. */
  lookMs: number
  holdMs: number
}

/** A phone line adds 100 to 200 ms each way and its voices have no edges: everything waits a little longer there. */
export const tunings = {
  web: {
    speechMs: 60,
    silenceMs: 64,
    finishedMs: 300,
    unsureMs: 560,
    unfinishedMs: 1300,
    questionMs: 320,
    dictation: { finishedMs: 1100, unfinishedMs: 2600 },
    lookMs: 190,
    holdMs: 350,
  },
  phone: {
    speechMs: 90,
    silenceMs: 160,
    finishedMs: 420,
    unsureMs: 850,
    unfinishedMs: 1600,
    questionMs: 600,
    dictation: { finishedMs: 1400, unfinishedMs: 3000 },
    lookMs: 250,
    holdMs: 450,
  },
} satisfies Record<string, Tuning>

export type Line = keyof typeof tunings
export type Patience = CallSetting['patience']
export type Awaited = TurnExpects['field']

const dictated: ReadonlySet<string> = new Set<Awaited>(['name', 'phone', 'email', 'address', 'date', 'secret'])
const pace: Record<Patience, number> = { brisk: 0.85, normal: 1, patient: 1.4 }

/** How the end of it sounded. */
export type Sound = 'finished' | 'unsure' | 'unfinished'

export type Pause = {
  sounds: Sound
  /** What was recognised so far; '' when it is not known yet. */
  text: string
  awaited: Awaited | undefined
  patience: Patience
}

/** Milliseconds of silence after which the turn is over. */
export function silenceThatEnds(tuning: Tuning, pause: Pause): number {
  const isDictated = pause.awaited !== undefined && dictated.has(pause.awaited) && !isAside(pause.awaited, pause.text)
  const { finishedMs, unfinishedMs } = isDictated ? tuning.dictation : tuning
  if (isDictated && isWhole(pause.awaited, pause.text)) return tuning.finishedMs * pace[pause.patience]
  const sounds = trailsOff(pause.text) ? 'unfinished' : pause.sounds
  if (sounds === 'unsure' && !isDictated && isQuestion(pause.text)) return tuning.questionMs * pace[pause.patience]
  const enough = { finished: finishedMs, unsure: isDictated ? unfinishedMs : tuning.unsureMs, unfinished: unfinishedMs }
  return enough[sounds] * pace[pause.patience]
}

/** Something else than what was asked for: several words without a digit are no number, and a whole question is none. */
const isAside = (awaited: Awaited, text: string): boolean =>
  awaited === 'phone'
    ? digitsIn(text).all === 0 && text.trim().split(/\s+/).length >= 4 && !isLooking(text)
    : isQuestion(text)

/** Nobody waits for more after ten digits, or after an address with its domain. */
function isWhole(awaited: Awaited | undefined, text: string): boolean {
  if (awaited === 'phone') return digitsIn(text).all >= 10
  return awaited === 'email' && /@\S+\.\S{2,}|\bdot (com|org|net|edu|mx|es)\W*$/i.test(text)
}

/** Asks for a moment. */
const isLooking = (text: string): boolean =>
  /(^|\s)(let me (see|look|think|check)|hold on|(a|one) (second|moment|minute)|a ver|déjame ver|un (segundo|momento)|لحظة)[\s,.…-]*$/i.test(
    text,
  )

/** Ends in a word that wants another one, in a hesitation, or asks for a moment. */
export const trailsOff = (text: string): boolean =>
  isLooking(text) ||
  /(^|\s)(and|but|or|so|because|with|without|the|a|an|to|of|for|at|on|in|from|about|if|that|which|my|your|our|his|her|their|is|are|was|have|has|like|want|need|get|i|can you|could you|tell me|um+|uh+|er+|hmm*|y|e|pero|o|porque|con|sin|el|la|los|las|un|una|de|del|a|al|en|para|por|que|mi|su|es|son|tengo|tienen|quiero|necesito|eh+|este|و|لكن|أو|لأن|مع|إلى|من|في)[\s,.…-]*$/i.test(
    text,
  ) ||
  /…\s*$|\.\.\.\s*$|,\s*$/.test(text)

const asks =
  /^[¿\s]*(how|what|when|where|who|which|why|do|does|did|are|is|can|could|will|would|should|cuánto|cuánta|cuántos|cuántas|cuándo|cuál|qué|dónde|quién|cómo|hay|tienen|puede|pueden|هل|كم|متى|أين|ماذا|كيف|من)\s/iu

/** Begins like a question and has enough words for one, or was written as one. */
const isQuestion = (text: string): boolean =>
  /[?؟]\s*$/.test(text) || (asks.test(text) && text.trim().split(/\s+/).length >= 4)

const backChannels = new Set(
  `uh huh|uhhuh|uh-huh|mhm|mm|mm-hmm|mmhmm|hmm|hm|yeah|yep|yes|okay|ok|right|sure|i see|got it|aha|ah|oh|good|great|sí|si|ajá|aja|claro|vale|ya|bueno|entiendo|bien|نعم|أها|طيب|تمام|حسنا|حسناً|ايوه|أيوه`.split(
    '|',
  ),
)

export type Overheard = 'nothing' | 'back-channel' | 'words'

/** What speech over ours was: sounds and nods do not stop us, words do. */
export function overheard(text: string): Overheard {
  const bare = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s'-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (bare === '') return 'nothing'
  if (backChannels.has(bare)) return 'back-channel'
  const isNodding = bare.split(' ').every((word) => backChannels.has(word) || word === 'uh' || word === 'huh')
  return isNodding ? 'back-channel' : 'words'
}
