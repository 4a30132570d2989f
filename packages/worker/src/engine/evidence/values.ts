import { datesIn, daySpansIn, monthDay } from './calendar-words.ts'
import { timesIn } from './clock-times.ts'
import { foldShapes } from './fold.ts'
import { digitsFromWords } from './numerals.ts'

export type ValueKind =
  | 'number'
  | 'price'
  | 'percent'
  | 'date'
  | 'weekday'
  | 'time'
  | 'phone'
  | 'email'
  | 'url'
  | 'always'

/** One checkable value of a text; two texts say the same when `kind`, `key` and `unit` agree. */
export interface Value {
  kind: ValueKind
  key: string
  /** Currency of a price, unit of a number (`hour`, `year`), else empty. */
  unit: string
  /** Of a price: what it is paid for, `month` in "$19 a month". */
  per?: string
}

/** What prices are paid by. */
export const periods: Readonly<Record<string, string>> = {
  hour: 'hours?|hr|horas?|ساعه',
  day: 'days?|dias?|يوم',
  week: 'weeks?|semanas?|اسبوع',
  month: 'months?|mo|mes|شهر',
  year: 'years?|yr|ano|سنه|عام',
  visit: 'visits?|visitas?|زياره',
  person: 'persons?|personas?|شخص',
  foot: 'foot|feet|ft|pie|قدم',
}
const paidBy = String.raw`(?:\s?(?:/|per|an?|each|every|al?|por|la|cada|في ال|كل|بال|لل)\s?(${Object.values(periods).join('|')})(?!\p{L}))?`

const currencies: [RegExp, string][] = [
  [/^(?:us\$|\$|usd|dollars?|bucks|dolar(?:es)?|دولار(?:ات|ا)?(?: امريكي)?)$/, 'USD'],
  [/^(?:€|eur|euros?|يورو)$/, 'EUR'],
  [/^(?:£|gbp|pounds?|quid|libras?)$/, 'GBP'],
  [/^(?:mx\$|mxn|pesos?)$/, 'MXN'],
  [/^(?:sar|ريال(?:ات|ا)?(?: سعودي)?|ر\.س)$/, 'SAR'],
  [/^(?:aed|درهم(?:ا)?|دراهم|د\.ا)$/, 'AED'],
]
const money = String.raw`us\$|mx\$|\$|€|£|usd|eur|gbp|mxn|sar|aed|dollars?|bucks|euros?|pounds?|quid|dolar(?:es)?|pesos?|libras?|دولار(?:ات|ا)?|يورو|ريال(?:ات|ا)?|درهما?|دراهم|ر\.س|د\.ا`
const amount = String.raw`\d{1,3}(?:[., ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?`
const units: [RegExp, string][] = [
  [/^(?:hours?|hrs?|horas?|ساعه|ساعات)$/, 'hour'],
  [/^(?:minutes?|mins?|minutos?|دقيقه|دقايق|دقائق)$/, 'minute'],
  [/^(?:seconds?|segundos?|ثانيه|ثوان)$/, 'second'],
  [/^(?:days?|dias?|يوما?|ايام)$/, 'day'],
  [/^(?:weeks?|semanas?|اسبوعا?|اسابيع)$/, 'week'],
  [/^(?:months?|mes(?:es)?|شهرا?|اشهر|شهور)$/, 'month'],
  [/^(?:years?|yrs?|anos?|سنه|سنوات|عاما?|اعوام)$/, 'year'],
  [/^(?:miles?|millas?|ميلا?|اميال)$/, 'mile'],
  [/^(?:km|kilomet(?:er|re)s?|kilometros?|كيلومترا?|كم)$/, 'km'],
  [/^(?:feet|foot|ft|pies?|قدما?)$/, 'foot'],
  [/^(?:gallons?|galones|galon|جالونا?)$/, 'gallon'],
  [/^(?:lit(?:er|re)s?|litros?|لترا?)$/, 'litre'],
  [/^(?:pounds|lbs?|libras)$/, 'pound'],
  [/^(?:tons?|toneladas?|طنا?)$/, 'ton'],
  [/^(?:kg|kilos?)$/, 'kg'],
  [/^(?:degrees?|grados?|درجه)$/, 'degree'],
  [/^(?:seer2?|btu|kw|psi|amps?|volts?)$/, 'rating'],
]
const unitWord = /^[ -]?(\p{L}+)/u

/** Every number, price, percent, date, weekday, time, phone, e-mail and URL of a text, in one canonical form. */
export function valuesIn(text: string, lang: string): Value[] {
  const shaped = foldShapes(text)
  const values: Value[] = []
  let rest = shaped.toLowerCase()
  const take = (pattern: RegExp, read: (m: RegExpMatchArray) => Value | Value[] | null) => {
    rest = rest.replace(pattern, (...args) => {
      const groups = args.slice(
        0,
        args.findIndex((a) => typeof a === 'number'),
      ) as unknown as RegExpMatchArray
      const value = read(groups)
      if (value === null) return groups[0] ?? ''
      values.push(...(Array.isArray(value) ? value : [value]))
      return ' ; '
    })
  }
  take(/[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu, (m) => ({
    kind: 'email',
    key: (m[0] ?? '').replace(/\.$/, ''),
    unit: '',
  }))
  take(
    /(?:https?:\/\/|www\.)[^\s<>"')\]]+|(?<![\w@.])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|example|co|es|mx|info|biz|test|uk|sa|ae)(?:\/[^\s<>"')\]]*)?(?![\w@])/gu,
    (m) => ({
      kind: 'url',
      key: (m[0] ?? '')
        .replace(/^https?:\/\//, '')
        .replace(/^www\./, '')
        .replace(/[/.,;:!?]+$/, ''),
      unit: '',
    }),
  )
  take(
    /24\s?\/\s?7(?:\/365)?|around the clock|24 hours (?:a day|per day|every day)(?:,? (?:7|seven) days(?: a week)?)?|las 24 horas|24 horas al dia|علي مدار الساعه|24 ساعه/gu,
    () => ({ kind: 'always', key: '24/7', unit: '' }),
  )
  rest = digitsFromWords(rest, lang)
  const dates = datesIn(rest, lang)
  for (const date of dates) {
    values.push({ kind: 'date', key: monthDay(date), unit: '' })
    if (date.year !== undefined) values.push({ kind: 'number', key: String(date.year), unit: '' })
    rest = `${rest.slice(0, date.start)}${' '.repeat(date.end - date.start)}${rest.slice(date.end)}`
  }
  take(
    /(?<![\d$€£.,])(?:\+\d[\d\s().-]{7,17}\d|\(\d{3}\)\s?\d{3}[-. ]\d{4}|\d{3}[-. ]\d{3}[-. ]\d{4}|0\d{2,4}[-. ]\d{3,4}[-. ]?\d{3,4}|[689]\d{2} \d{2,3} \d{2,3}(?: \d{2})?|\d{3}-\d{4}|\d{9,13})(?![\d%])/gu,
    (m) => ({
      kind: 'phone',
      key: (m[0] ?? '').replace(/\D/g, ''),
      unit: '',
    }),
  )
  take(
    new RegExp(
      `(?:(${money})\\s?(${amount})|(?<![\\d.,])(${amount})\\s?(${money})(?![\\p{L}]))(?: (?:and )?(\\d{1,2}) cents)?${paidBy}`,
      'gu',
    ),
    (m) => {
      const n = readNumber(m[2] ?? m[3] ?? '')
      const unit = currencyOf(m[1] ?? m[4] ?? '')
      if (n === null) return null
      const key = m[5] === undefined ? n : String(Number(n) + Number(m[5]) / 100)
      return { kind: 'price', key, unit, ...(m[6] === undefined ? {} : { per: periodOf(m[6]) }) }
    },
  )
  take(
    new RegExp(`(?<![\\d.,])(${amount})\\s?(?:%|percent|per cent|por ?ciento|بالميه|بالمايه|في الميه|في المايه)`, 'gu'),
    (m) => {
      const n = readNumber(m[1] ?? '')
      return n === null ? null : { kind: 'percent', key: n, unit: '' }
    },
  )
  for (const time of timesIn(rest).toReversed()) {
    values.push({ kind: 'time', key: time.at, unit: '' })
    rest = `${rest.slice(0, time.start)} ; ${rest.slice(time.end)}`
  }
  for (const span of daySpansIn(shaped))
    for (const day of span.days) values.push({ kind: 'weekday', key: day, unit: '' })
  for (const m of rest.matchAll(new RegExp(`(?<![\\d.,])(${amount})`, 'gu'))) {
    const n = readNumber(m[1] ?? '')
    if (n !== null) values.push({ kind: 'number', key: n, unit: unitOf(rest.slice(m.index + m[0].length)) })
  }
  return values
}

function readNumber(written: string): string | null {
  const groups = written.replace(/ /g, '').match(/^(\d{1,3}(?:([.,])\d{3})+|\d+)(?:[.,](\d+))?$/)
  if (groups === null) return null
  const n = Number(`${(groups[1] ?? '').replace(/[.,]/g, '')}.${groups[3] ?? '0'}`)
  return Number.isFinite(n) ? String(n) : null
}

function periodOf(word: string): string {
  return Object.entries(periods).find(([, words]) => new RegExp(`^(?:${words})$`, 'u').test(word))?.[0] ?? word
}

function currencyOf(sign: string): string {
  return currencies.find(([pattern]) => pattern.test(sign))?.[1] ?? sign
}

function unitOf(after: string): string {
  const word = unitWord.exec(after)?.[1] ?? ''
  return units.find(([pattern]) => pattern.test(word))?.[1] ?? ''
}
