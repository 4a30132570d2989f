import type { Reader, Tongue } from './speakable.ts'

const months: Record<Tongue, readonly string[]> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  ar: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' '),
}

const days: Partial<Record<Tongue, readonly [short: string, whole: string][]>> = {
  en: [
    ['mon', 'Monday'],
    ['tues?', 'Tuesday'],
    ['wed', 'Wednesday'],
    ['thu(?:rs?)?', 'Thursday'],
    ['fri', 'Friday'],
    ['sat', 'Saturday'],
    ['sun', 'Sunday'],
  ],
  es: [
    ['lun', 'lunes'],
    ['mar', 'martes'],
    ['mi[eé]', 'miércoles'],
    ['jue', 'jueves'],
    ['vie', 'viernes'],
    ['s[aá]b', 'sábado'],
    ['dom', 'domingo'],
  ],
}

const to: Record<Tongue, string> = { en: 'to', es: 'a', ar: 'إلى' }
const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g
const slashed = /(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/])/g
/** Where the month is written first. */
const monthFirst = new Set(['US'])

export function sayDates(text: string, { tongue, country }: Reader): string {
  const whole = text
    .replace(iso, (written, year: string, month: string, day: string) =>
      inWords(Number(day), Number(month), year, tongue, written),
    )
    .replace(slashed, (written, first: string, second: string, year?: string) => {
      const [month, day] = monthFirst.has(country.toUpperCase()) ? [first, second] : [second, first]
      const full = year?.length === 2 ? `20${year}` : year
      return written === '24/7' ? written : inWords(Number(day), Number(month), full, tongue, written)
    })
  return sayMonths(sayDays(whole, tongue), tongue)
}

function inWords(day: number, month: number, year: string | undefined, tongue: Tongue, written: string): string {
  const name = months[tongue][month - 1]
  if (name === undefined || day < 1 || day > 31) return written
  switch (tongue) {
    case 'en':
      return year === undefined ? `${name} ${day}` : `${name} ${day}, ${year}`
    case 'es':
      return year === undefined ? `${day} de ${name}` : `${day} de ${name} de ${year}`
    case 'ar':
      return year === undefined ? `${day} ${name}` : `${day} ${name} ${year}`
    default:
      return tongue satisfies never
  }
}

/** "Mon–Fri" → "Monday to Friday". A short day stands beside another day, a comma, a dash or a digit: "sun" alone shines. */
function sayDays(text: string, tongue: Tongue): string {
  const known = days[tongue]
  if (known === undefined) return text.replace(/(?<=\p{L})\s?[–—]\s?(?=\p{L})/gu, ` ${to[tongue]} `)
  const any = known.map(([short, name]) => `(?:${short}|${name})`).join('|')
  const range = new RegExp(String.raw`(?<!\p{L})(${any})\.?\s?[–—-]\s?(${any})(?!\p{L})\.?`, 'giu')
  const beside = new RegExp(String.raw`(?<!\p{L})(${any})\.?(?=\s?[,:&/]|\s\d|\s(?:${any})(?!\p{L}))(?!\p{L})`, 'giu')
  const name = (written: string) =>
    known.find(([short, whole]) => new RegExp(`^(?:${short}|${whole})$`, 'iu').test(written))?.[1] ?? written
  return text
    .replace(range, (_, from: string, until: string) => `${name(from)} ${to[tongue]} ${name(until)}`)
    .replace(beside, (_, day: string) => name(day))
}

/** "Nov. 3" → "November 3". */
function sayMonths(text: string, tongue: Tongue): string {
  if (tongue === 'ar') return text
  return months[tongue].reduce((said, month) => {
    const short = month.slice(0, 3)
    const written = new RegExp(
      tongue === 'en'
        ? String.raw`(?<!\p{L})${short}t?\.?(?=\s\d{1,2}(?![\d:]|\s?[ap]\.?m))`
        : String.raw`(?<=\d\s(?:de\s)?)${short}t?\.?(?!\p{L})`,
      'giu',
    )
    return said.replace(written, month)
  }, text)
}
