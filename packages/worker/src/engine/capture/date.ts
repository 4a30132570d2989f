import { hearDigits, fold } from './digits.ts'
import { teens, tens } from './digit-words.ts'

/** `YYYY-MM-DD`, a day on the wall calendar of the business. */
export type Day = string

export type HeardDate =
  | { kind: 'whole'; day: Day }
  /** A weekday and a date that do not fall together: which is meant? */
  | { kind: 'either'; day: Day; other: Day }
  | { kind: 'past'; day: Day }
  /** "February thirtieth". */
  | { kind: 'impossible' }
  | { kind: 'none' }

const months = [
  ['january', 'jan', 'enero', 'يناير'],
  ['february', 'feb', 'febrero', 'فبراير'],
  ['march', 'mar', 'marzo', 'مارس'],
  ['april', 'apr', 'abril', 'ابريل'],
  ['may', 'mayo', 'مايو'],
  ['june', 'jun', 'junio', 'يونيو'],
  ['july', 'jul', 'julio', 'يوليو'],
  ['august', 'aug', 'agosto', 'اغسطس'],
  ['september', 'sept', 'sep', 'septiembre', 'سبتمبر'],
  ['october', 'oct', 'octubre', 'اكتوبر'],
  ['november', 'nov', 'noviembre', 'نوفمبر'],
  ['december', 'dec', 'diciembre', 'ديسمبر'],
]
const weekdays = [
  ['sunday', 'domingo', 'الاحد'],
  ['monday', 'lunes', 'الاثنين'],
  ['tuesday', 'martes', 'الثلاثاء'],
  ['wednesday', 'miercoles', 'الاربعاء'],
  ['thursday', 'jueves', 'الخميس'],
  ['friday', 'viernes', 'الجمعه', 'الجمعة'],
  ['saturday', 'sabado', 'السبت'],
]
const ordinals: Readonly<Record<string, number>> = Object.fromEntries(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((word, at) => [word, at + 1]),
)
const soon: readonly (readonly [RegExp, number])[] = [
  [/\bday after tomorrow\b|\bpasado manana\b|(?:بعد غد|بعد الغد)/u, 2],
  [/\btomorrow\b|(?<!\b(?:por|de) la )\bmanana\b|(?<!\p{L})(?:غدا|بكره|بكرا)(?!\p{L})/u, 1],
  [/\btoday\b|\bhoy\b|(?<!\p{L})اليوم(?!\p{L})/u, 0],
]
const dayMs = 86_400_000

/**
 * A day as people say it: "tomorrow", "next Thursday", "the third of December", "el jueves 3 de diciembre", "12/3".
 * @param today where the business is; @param country ISO 3166-1 alpha-2, for whether 5/6 is in May or in June
 * @param near a day that was read back: "no, the fourth" is meant beside it
 */
export function hearDate(said: string, today: Day, country: string, near?: Day): HeardDate {
  const folded = fold(said).replace(/[.!]+$/, '')
  for (const [pattern, days] of soon) if (pattern.test(folded)) return { kind: 'whole', day: later(today, days) }
  const weekday = indexOf(weekdays, folded)
  const dated = datedIn(folded, country)
  if (dated === null)
    return weekday === -1 ? { kind: 'none' } : { kind: 'whole', day: nextWeekday(today, weekday, folded) }
  const day = nearest(dated, today, near)
  if (day === null) return { kind: 'impossible' }
  if (day < today) return { kind: 'past', day }
  const falls = new Date(day).getUTCDay()
  if (weekday === -1 || weekday === falls) return { kind: 'whole', day }
  return { kind: 'either', day, other: later(day, ((weekday - falls + 10) % 7) - 3) }
}

/** "Thursday, December 3": without a year, which nobody says. */
export const writeDay = (day: Day, lang: string): string =>
  new Intl.DateTimeFormat(lang === 'ar' ? 'ar-u-nu-latn' : lang, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(day))

/** The day that it is now in a time zone. */
export const dayIn = (now: Date, timeZone: string): Day => new Intl.DateTimeFormat('en-CA', { timeZone }).format(now)

interface Dated {
  day: number
  month?: number
  year?: number
}

function datedIn(folded: string, country: string): Dated | null {
  const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(folded)
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const slashed = /(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/])/.exec(folded)
  if (slashed !== null) {
    const [first, second] = [Number(slashed[1]), Number(slashed[2])]
    const year = slashed[3] === undefined ? {} : { year: Number(slashed[3].padStart(4, '20')) }
    return country.toUpperCase() === 'US'
      ? { month: first, day: second, ...year }
      : { month: second, day: first, ...year }
  }
  const month = indexOf(months, folded)
  const day = dayOfMonth(folded)
  if (day === 0) return null
  return month === -1 ? { day } : { day, month: month + 1 }
}

/** 1 to 31 in words or digits, as a date says it: 0 when there is none. "At nine" is no day. */
function dayOfMonth(folded: string): number {
  const [, twenty = '', unit = ''] = /\b(twenty|thirty)[\s-](\p{L}+)\b/u.exec(folded) ?? []
  if (twenty !== '' && ordinals[unit] !== undefined) return Number(tens[twenty]) * 10 + (ordinals[unit] ?? 0)
  if (/\bthirtieth\b/.test(folded)) return 30
  const ordinal = folded.split(/[^\p{L}]+/u).find((word) => ordinals[word] !== undefined)
  if (ordinal !== undefined) return ordinals[ordinal] ?? 0
  if (/\bprimero\b/.test(folded)) return 1
  const written = /(?<![\d:])(\d{1,2})(?:st|nd|rd|th)?(?![\d:])(?!\s*(?:am|pm|a\.m|p\.m))/.exec(folded)?.[1]
  const spoken = hearDigits(folded.replace(/\b(?:at|a las|alrededor|around)\b.*$/u, '')).digits
  const day = Number(written ?? spoken)
  return day >= 1 && day <= 31 && (written !== undefined || isCounted(folded)) ? day : 0
}

/** A bare number is a day only beside a month or a word of dates. */
const isCounted = (folded: string) =>
  indexOf(months, folded) !== -1 ||
  /\b(?:the|el|dia)\b|(?<!\p{L})يوم(?!\p{L})/u.test(folded) ||
  Object.keys(teens).includes(folded)

function nearest({ day, month, year }: Dated, today: Day, near: Day | undefined): Day | null {
  const [thisYear = 0, thisMonth = 0] = (near ?? today).split('-').map(Number)
  if (year !== undefined) return real(year, month ?? 0, day)
  if (month !== undefined) {
    const soonest = real(thisYear, month, day)
    // Who says "January" in December means the next one; a day just gone is a slip.
    const isLongGone = soonest !== null && soonest < today && Date.parse(today) - Date.parse(soonest) > 60 * dayMs
    return isLongGone ? real(thisYear + 1, month, day) : soonest
  }
  const here = real(thisYear, thisMonth, day)
  if (here !== null && here >= today) return here
  return thisMonth === 12 ? real(thisYear + 1, 1, day) : real(thisYear, thisMonth + 1, day)
}

function real(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}

/** The next one that comes; "next" on its very weekday is a week away. */
function nextWeekday(today: Day, weekday: number, folded: string): Day {
  const ahead = (weekday - new Date(today).getUTCDay() + 7) % 7
  const isNamedToday = ahead === 0 && /\bnext\b|\bproximo\b|que viene|القادم/u.test(folded)
  return later(today, isNamedToday ? 7 : ahead)
}

const later = (day: Day, days: number): Day => new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

function indexOf(names: readonly (readonly string[])[], folded: string): number {
  return names.findIndex((ways) =>
    ways.some((name) => new RegExp(String.raw`(?<!\p{L})(?:و|ال)?${fold(name)}(?!\p{L})`, 'u').test(folded)),
  )
}
