import { fold, normalise } from '../text/fold.ts'
import { CUES } from './cues.ts'

export interface LanguageHints {
  /** Primary language subtags that may be answered; the first is the default. */
  allowed: readonly string[]
  /** The language of the conversation so far, which a short or neutral text keeps. */
  previous?: string
}
export interface Detected {
  lang: string
  /** 0 to 1; below .5 the text itself said too little and a hint decided. */
  confidence: number
}

const SCRIPTS: readonly [RegExp, readonly string[]][] = [
  [/\p{Script=Arabic}/gu, ['ar', 'fa', 'ur', 'ps', 'ku']],
  [/\p{Script=Latin}/gu, []],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, ['ja']],
  [/\p{Script=Han}/gu, ['zh', 'ja']],
  [/\p{Script=Hangul}/gu, ['ko']],
  [/\p{Script=Cyrillic}/gu, ['ru', 'uk', 'bg', 'sr']],
  [/\p{Script=Hebrew}/gu, ['he', 'yi']],
  [/\p{Script=Greek}/gu, ['el']],
  [/\p{Script=Devanagari}/gu, ['hi', 'mr', 'ne']],
  [/\p{Script=Thai}/gu, ['th']],
]
const FARSI = /[پچژگ]|\u06CC/u
const URDU = /[ٹڈڑںےہ]/u

const WEIGHTS = new Map(
  Object.entries(CUES).map(([lang, cues]) => {
    const weights = new Map<string, number>()
    const add = (list: string, weight: number): void => {
      for (const word of list.trim().split(/\s+/u)) {
        weights.set(normalise(word), weight)
        if (!weights.has(fold(word))) weights.set(fold(word), weight * 0.9)
      }
    }
    add(cues.weak, 1)
    add(cues.strong, 2)
    return [lang, weights] as const
  }),
)

/**
 * The language of a text among those allowed: by script, then by give-away words, endings and letters. Too little to go
 * by leaves the previous language of the conversation, or the first one allowed.
 */
export function detectLanguage(text: string, hints: LanguageHints): Detected {
  const allowed = hints.allowed.map(primary)
  const previous = hints.previous === undefined ? undefined : primary(hints.previous)
  const fallback =
    previous !== undefined && (allowed.length === 0 || allowed.includes(previous)) ? previous : (allowed[0] ?? 'en')
  const clear = normalise(text.slice(0, 2000))
  const script = mainScript(clear)
  if (script === undefined) return { lang: fallback, confidence: 0 }
  if (script.length > 0) {
    const order = URDU.test(clear) ? ['ur', 'fa', 'ar'] : FARSI.test(clear) ? ['fa', 'ur', 'ar'] : script
    const lang = [...order, ...script].find((one) => allowed.includes(one))
    return lang === undefined ? { lang: fallback, confidence: 0 } : { lang, confidence: 1 }
  }
  return latin(clear, allowed, fallback)
}

function latin(text: string, allowed: readonly string[], fallback: string): Detected {
  const found = text.match(/[\p{L}\p{M}]+(?:'[\p{L}]+)*/gu) ?? []
  const candidates = allowed.filter((lang) => CUES[lang] !== undefined)
  if (candidates.length === 0) return { lang: fallback, confidence: 0 }
  let best = { lang: fallback, score: 0 }
  let second = 0
  for (const lang of candidates) {
    const score = latinScore(found, text, lang) + (lang === fallback ? 0.25 : 0)
    if (score > best.score) {
      if (lang !== best.lang) second = best.score
      best = { lang, score }
    } else if (score > second) second = score
  }
  const gap = best.score - second
  if (gap < 0.3 && best.lang !== fallback) return { lang: fallback, confidence: 0.3 }
  return { lang: best.lang, confidence: best.score < 0.5 ? 0.2 : Math.min(1, 0.4 + gap / (2 + found.length * 0.4)) }
}

function latinScore(found: readonly string[], text: string, lang: string): number {
  const cues = CUES[lang]
  const weights = WEIGHTS.get(lang)
  if (cues === undefined || weights === undefined) return 0
  let score = lang === 'es' && /[¿¡]/u.test(text) ? 2.5 : 0
  for (const word of found) {
    const known = weights.get(word)
    if (known !== undefined) score += known
    else if (word.length > 3) score += (cues.endings.test(word) ? 0.5 : 0) + (cues.letters.test(word) ? 0.35 : 0)
  }
  return score
}

/** `undefined`: no letters; empty: Latin; otherwise the languages of the script with the most letters. */
function mainScript(text: string): readonly string[] | undefined {
  let best: readonly string[] | undefined
  let most = 0
  for (const [script, languages] of SCRIPTS) {
    const count = text.match(script)?.length ?? 0
    // Arabic, Han and the like say more with fewer letters, and often carry a Latin brand name beside them.
    const weight = languages.length === 0 ? count : count * 1.6
    if (weight > most) {
      most = weight
      best = languages
    }
  }
  return best
}

function primary(tag: string): string {
  return (tag.toLowerCase().split('-')[0] ?? tag).trim()
}
