import { stemArabic } from './stem-arabic.ts'
import { stemEnglish } from './stem-english.ts'
import { stemSpanish } from './stem-spanish.ts'

const seen = new Map<string, string>()
const ROOM = 20_000

/**
 * The stem of a folded word. The script decides before the language does, so that an English word in an Arabic sentence
 * still meets its English kin; a language without a stemmer keeps its words as they are.
 */
export function stem(word: string, lang: string): string {
  const first = word.charCodeAt(0)
  if (first >= 0x621 && first <= 0x64a) return lang === 'fa' || lang === 'ur' ? word : stemArabic(word)
  if (lang !== 'es' && lang !== 'en' && lang !== 'ar') return word
  const key = lang === 'es' ? `s${word}` : word
  const known = seen.get(key)
  if (known !== undefined) return known
  const result = lang === 'es' ? stemSpanish(word) : stemEnglish(word)
  if (seen.size >= ROOM) seen.clear()
  seen.set(key, result)
  return result
}
