import { detectLanguage } from '../../../engine/language/index.ts'

const read = [
  'en',
  'es',
  'ar',
  'fr',
  'de',
  'pt',
  'it',
  'fa',
  'ur',
  'he',
  'ru',
  'uk',
  'zh',
  'ja',
  'ko',
  'el',
  'hi',
  'th',
]

/** The language of a document that does not say it; '' when its words do not tell. */
export function languageOf(text: string): string {
  const { lang, confidence } = detectLanguage(text, { allowed: read })
  return confidence >= 0.5 ? lang : ''
}
