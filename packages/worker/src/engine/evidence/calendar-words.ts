import type { Weekday } from '../location-facts.ts'

export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Patterns over folded lower-case text; one row a weekday, Monday first. */
const dayWords = [
  'mondays?|mon|monday|lunes|lun|(?:يوم |ال|ايام ال)?(?:لاثنين|اثنين|الاثنين|الاتنين)',
  'tuesdays?|tues?|martes|(?:يوم )?(?:الثلاثاء|الثلاثا|ثلاثاء|التلات)',
  'wednesdays?|weds?|miercoles|mie|(?:يوم )?(?:الاربعاء|الاربعا|اربعاء)',
  'thursdays?|thurs?|thu|jueves|jue|(?:يوم )?(?:الخميس)',
  'fridays?|fri|viernes|vie|(?:يوم )?(?:الجمعه|جمعه)',
  'saturdays?|sat|sabados?|sab|(?:يوم )?(?:السبت)',
  'sundays?|sun|domingos?|dom|(?:يوم )?(?:الاحد)',
]
/** Also everyday words: a weekday only when capitalised or beside another day, a dash or a time. */
const doubtful = new Set(['sat', 'sun', 'wed', 'mon', 'dom', 'vie', 'mar', 'thu'])

export interface DayWord {
  day: Weekday
  start: number
  end: number
}

const boundary = (inner: string) => new RegExp(`(?<![\\p{L}\\p{N}])[ولب]?(?:${inner})(?![\\p{L}\\p{N}])`, 'giu')

/** Weekday words in text folded by `foldShapes` (case kept), in order. */
export function dayWordsIn(shaped: string): DayWord[] {
  const found: DayWord[] = []
  dayWords.forEach((inner, i) => {
    const day = weekdays[i]
    if (day === undefined) return
    for (const m of shaped.matchAll(boundary(inner))) {
      const word = m[0].toLowerCase()
      const around = `${shaped.slice(Math.max(0, m.index - 2), m.index)}|${shaped.slice(m.index + m[0].length, m.index + m[0].length + 3)}`
      if (doubtful.has(word) && !/^\p{Lu}/u.test(m[0]) && !/[-:/,\d]/.test(around)) continue
      found.push({ day, start: m.index, end: m.index + m[0].length })
    }
  })
  return found.toSorted((a, b) => a.start - b.start)
}

const groups: [RegExp, readonly Weekday[]][] = [
  [
    /(?<!\p{L})(?:weekdays?|week days?|work ?days?|business days?|entre semana|dias (?:laborables|habiles)|ايام (?:الاسبوع|العمل))(?!\p{L})/giu,
    ['mon', 'tue', 'wed', 'thu', 'fri'],
  ],
  [/(?<!\p{L})(?:weekends?|fin(?:es)? de semana|(?:عطله )?نهايه الاسبوع)(?!\p{L})/giu, ['sat', 'sun']],
  [
    /(?<!\p{L})(?:every ?day|daily|7 days(?: a week)?|seven days(?: a week)?|todos los dias|a diario|cada dia|كل يوم|يوميا|طوال الاسبوع)(?!\p{L})/giu,
    [...weekdays],
  ],
]

export interface DaySpan {
  days: readonly Weekday[]
  start: number
  end: number
}

const toWords = /^\s*(?:-|to|thru|through|until|till|a|al|hasta(?: el)?|الي|حتي|\/)\s*$/iu

/** Days with ranges opened: "Mon–Fri" is five days. Spans in order, over `foldShapes` text. */
export function daySpansIn(shaped: string): DaySpan[] {
  const spans: DaySpan[] = []
  const words = dayWordsIn(shaped)
  for (let i = 0; i < words.length; i += 1) {
    const from = words[i]
    const to = words[i + 1]
    if (from === undefined) continue
    if (to !== undefined && toWords.test(shaped.slice(from.end, to.start))) {
      spans.push({ days: daysBetween(from.day, to.day), start: from.start, end: to.end })
      i += 1
    } else spans.push({ days: [from.day], start: from.start, end: from.end })
  }
  for (const m of shaped.matchAll(/(?<![\p{L}\p{N}])(?:L ?- ?V|M ?- ?F)(?![\p{L}\p{N}])/gu)) {
    spans.push({ days: daysBetween('mon', 'fri'), start: m.index, end: m.index + m[0].length })
  }
  for (const [pattern, days] of groups) {
    for (const m of shaped.matchAll(pattern)) spans.push({ days, start: m.index, end: m.index + m[0].length })
  }
  return spans.toSorted((a, b) => a.start - b.start)
}

export function daysBetween(from: Weekday, to: Weekday): Weekday[] {
  const out: Weekday[] = []
  for (let i = weekdays.indexOf(from); ; i = (i + 1) % 7) {
    const day = weekdays[i]
    if (day !== undefined) out.push(day)
    if (day === to || out.length > 7) return out
  }
}

const monthWords = [
  'january|jan|enero|ene|يناير|كانون الثاني',
  'february|feb|febrero|فبراير|شباط',
  'march|marzo|مارس|اذار',
  'april|apr|abril|abr|ابريل|نيسان',
  'may|mayo|مايو|ايار',
  'june|jun|junio|يونيو|حزيران',
  'july|jul|julio|يوليو|تموز',
  'august|aug|agosto|ago|اغسطس|اب',
  'september|sept|sep|septiembre|setiembre|سبتمبر|ايلول',
  'october|oct|octubre|اكتوبر|تشرين الاول',
  'november|nov|noviembre|نوفمبر|تشرين الثاني',
  'december|dec|diciembre|dic|ديسمبر|كانون الاول',
]
const anyMonth = monthWords.join('|')

export interface WrittenDate {
  month: number
  day: number
  year?: number
  start: number
  end: number
}

const two = (n: number) => String(n).padStart(2, '0')
export const monthDay = (date: { month: number; day: number }) => `${two(date.month)}-${two(date.day)}`

function monthOf(word: string): number {
  return monthWords.findIndex((inner) => inner.split('|').includes(word)) + 1
}

/** Dates in folded lower-case text: "december 24th, 2026", "24 de diciembre", "24/12/2026", ISO. `lang` orders 3/4. */
export function datesIn(folded: string, lang: string): WrittenDate[] {
  const out: WrittenDate[] = []
  const add = (month: number, day: number, year: string | undefined, m: RegExpMatchArray) => {
    if (month < 1 || month > 12 || day < 1 || day > 31) return
    const start = m.index ?? 0
    const end = start + m[0].length
    if (out.some((d) => d.start < end && start < d.end)) return
    const full = year === undefined ? undefined : Number(year.length === 2 ? `20${year}` : year)
    out.push({ month, day, start, end, ...(full === undefined ? {} : { year: full }) })
  }
  for (const m of folded.matchAll(/(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g)) add(Number(m[2]), Number(m[3]), m[1], m)
  const months = `(${anyMonth})(?![\\p{L}])\\.?`
  for (const m of folded.matchAll(
    new RegExp(
      `(?<![\\d:.,$€£])(\\d{1,2})(?:st|nd|rd|th|º|o)?(?: of| de| من)?\\s+(?:شهر )?${months}(?:,?(?: de| del)?\\s+(\\d{4})(?!\\d))?`,
      'gu',
    ),
  )) {
    add(monthOf(m[2] ?? ''), Number(m[1]), m[3], m)
  }
  for (const m of folded.matchAll(
    new RegExp(
      `(?<!\\p{L})${months}\\s+(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:]|\\s?(?:am|pm))(?:,?\\s+(\\d{4})(?!\\d))?`,
      'gu',
    ),
  )) {
    add(monthOf(m[1] ?? ''), Number(m[2]), m[3], m)
  }
  for (const m of folded.matchAll(/(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d/:])/g)) {
    if (m[2] !== '/' && m[4] === undefined) continue
    const [a, b] = [Number(m[1]), Number(m[3])]
    if (a === 24 && b === 7) continue
    const dayFirst = a > 12 || (b <= 12 && lang !== 'en')
    add(dayFirst ? b : a, dayFirst ? a : b, m[4], m)
  }
  return out.toSorted((a, b) => a.start - b.start)
}
