import type { Reader, Tongue } from './speakable.ts'

const to: Record<Tongue, string> = { en: 'to', es: 'a', ar: 'إلى' }
const half = String.raw`(a\.\s?m\.|am|p\.\s?m\.|pm|ص|م|صباحاً|صباحًا|مساءً|مساءا)`
const clock = String.raw`(1[0-2]|0?[1-9])(?::(\d{2}))?`
const dash = /(?<=\d|m|ص|م|ً|e|a)\s?[–—-]\s?(?=\d)/giu

const withHalf = new RegExp(String.raw`(?<![\d:.,$€£])${clock}\s?${half}(?![\p{L}\d])`, 'giu')
const withMinutes = /(?<![\d:.,$€£])([01]?\d|2[0-4]):([0-5]\d)(?:\s?(?:h|hrs|horas))?(?![\d:])/gu
/** "9–5 PM": the first one has no half of the day of its own. */
const openRange = new RegExp(String.raw`(?<![\d:.,$€£])${clock}\s?[–—-]\s?(?=${clock}\s?${half}(?![\p{L}\d]))`, 'giu')

/** "8:00 AM" → "8 AM"; "17:30" → "5 30 PM", "5 y media de la tarde", "5 والنصف مساءً". */
export function sayTimes(text: string, { tongue }: Reader): string {
  return text
    .replace(
      openRange,
      (_, hour: string, minute?: string) => `${short(Number(hour), Number(minute ?? 0), tongue)} ${to[tongue]} `,
    )
    .replace(withHalf, (_, hour: string, minute: string | undefined, which: string) => {
      const late = /^(p|م)/i.test(which)
      return inWords((Number(hour) % 12) + (late ? 12 : 0), Number(minute ?? 0), tongue)
    })
    .replace(withMinutes, (_, hour: string, minute: string) => inWords(Number(hour) % 24, Number(minute), tongue))
    .replace(dash, ` ${to[tongue]} `)
}

/** @param hour 0 to 23 */
function inWords(hour: number, minute: number, tongue: Tongue): string {
  const time = short(hour, minute, tongue)
  if (tongue === 'en') return `${time} ${hour < 12 ? 'AM' : 'PM'}`
  if (tongue === 'ar') return `${time} ${hour < 12 ? 'صباحاً' : 'مساءً'}`
  return `${time} ${hour < 12 ? 'de la mañana' : hour < 20 ? 'de la tarde' : 'de la noche'}`
}

function short(hour: number, minute: number, tongue: Tongue): string {
  const of12 = String(hour % 12 === 0 ? 12 : hour % 12)
  if (minute === 0) return of12
  switch (tongue) {
    case 'en':
      return `${of12} ${minute < 10 ? `oh ${minute}` : minute}`
    case 'es':
      return `${of12} ${minute === 30 ? 'y media' : minute === 15 ? 'y cuarto' : `y ${minute}`}`
    case 'ar':
      return `${of12} ${minute === 30 ? 'والنصف' : minute === 15 ? 'والربع' : `و${minute} دقيقة`}`
    default:
      return tongue satisfies never
  }
}
