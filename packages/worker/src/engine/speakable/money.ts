import type { Reader, Tongue } from './speakable.ts'

type Unit = 'dollar' | 'euro' | 'pound' | 'dirham' | 'riyal' | 'peso'

/** One, many; and a hundredth. */
const names: Record<Tongue, Record<Unit, [one: string, many: string, part: string]>> = {
  en: {
    dollar: ['dollar', 'dollars', 'cents'],
    euro: ['euro', 'euros', 'cents'],
    pound: ['pound', 'pounds', 'pence'],
    dirham: ['dirham', 'dirhams', 'fils'],
    riyal: ['riyal', 'riyals', 'halalas'],
    peso: ['peso', 'pesos', 'centavos'],
  },
  es: {
    dollar: ['dólar', 'dólares', 'centavos'],
    euro: ['euro', 'euros', 'céntimos'],
    pound: ['libra', 'libras', 'peniques'],
    dirham: ['dírham', 'dírhams', 'fils'],
    riyal: ['riyal', 'riyales', 'halalas'],
    peso: ['peso', 'pesos', 'centavos'],
  },
  ar: {
    dollar: ['دولار', 'دولار', 'سنت'],
    euro: ['يورو', 'يورو', 'سنت'],
    pound: ['جنيه', 'جنيه', 'بنس'],
    dirham: ['درهم', 'درهم', 'فلس'],
    riyal: ['ريال', 'ريال', 'هللة'],
    peso: ['بيزو', 'بيزو', 'سنتافو'],
  },
}

const and: Record<Tongue, string> = { en: ' and ', es: ' con ', ar: ' و' }
const to: Record<Tongue, string> = { en: 'to', es: 'a', ar: 'إلى' }
const per: Record<Tongue, Record<'hour' | 'day' | 'month' | 'year', string>> = {
  en: { hour: 'per hour', day: 'per day', month: 'per month', year: 'per year' },
  es: { hour: 'por hora', day: 'por día', month: 'al mes', year: 'al año' },
  ar: { hour: 'في الساعة', day: 'في اليوم', month: 'في الشهر', year: 'في السنة' },
}

const before = '(US\\$|MX\\$|USD|MXN|EUR|GBP|AED|SAR|[$€£])'
const after = '(USD|MXN|EUR|GBP|AED|SAR|د\\.إ|ر\\.س|[$€£])'
const amount = '(\\d{1,3}(?:[,.\\u00A0]\\d{3})+(?:[.,]\\d{2})?|\\d+(?:[.,]\\d{1,2})?)(?![\\d]|[.,]\\d)'
const dash = '\\s?[–—-]\\s?'

const rangeBefore = new RegExp(`${before}\\s?${amount}${dash}${before}?\\s?${amount}`, 'gu')
const rangeAfter = new RegExp(`(?<![\\d.,])${amount}${dash}${amount}\\s?${after}(?!\\p{L})`, 'gu')
const oneBefore = new RegExp(`${before}\\s?${amount}`, 'gu')
const oneAfter = new RegExp(`(?<![\\d.,])${amount}\\s?${after}(?!\\p{L})`, 'gu')
const each = /(?<=\p{L})\s?\/\s?(hr|hour|h|hora|ساعة|day|día|يوم|mo|month|mes|شهر|yr|year|año|سنة)(?![\p{L}])\.?/giu

/** "$89.50" → "89 dollars and 50 cents"; "$89–$120" → "89 to 120 dollars". */
export function sayMoney(text: string, { tongue, country }: Reader): string {
  const said = (number: string, sign: string) => inWords(number, unitOf(sign, country), tongue)
  return text
    .replace(
      rangeBefore,
      (_, sign: string, low: string, _again, high: string) => `${bare(low)} ${to[tongue]} ${said(high, sign)}`,
    )
    .replace(
      rangeAfter,
      (_, low: string, high: string, sign: string) => `${bare(low)} ${to[tongue]} ${said(high, sign)}`,
    )
    .replace(oneBefore, (_, sign: string, number: string) => said(number, sign))
    .replace(oneAfter, (_, number: string, sign: string) => said(number, sign))
    .replace(each, (_, time: string) => ` ${per[tongue][periodOf(time.toLowerCase())]}`)
}

function inWords(number: string, unit: Unit, tongue: Tongue): string {
  const [one, many, part] = names[tongue][unit]
  const [whole = '', parts = ''] = bare(number).split('.')
  const main = `${whole} ${whole === '1' ? one : many}`
  return parts === '' || Number(parts) === 0 ? main : `${main}${and[tongue]}${Number(parts.padEnd(2, '0'))} ${part}`
}

/** Without marks of thousands, and with a dot before the hundredths. */
function bare(number: string): string {
  const [, whole = number, parts] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(number) ?? []
  const digits = whole.replace(/\D/g, '')
  return parts === undefined ? digits : `${digits}.${parts}`
}

function unitOf(sign: string, country: string): Unit {
  switch (sign.toUpperCase()) {
    case '€':
    case 'EUR':
      return 'euro'
    case '£':
    case 'GBP':
      return 'pound'
    case 'AED':
    case 'د.إ':
      return 'dirham'
    case 'SAR':
    case 'ر.س':
      return 'riyal'
    case 'MXN':
    case 'MX$':
      return 'peso'
    case '$':
      return country.toUpperCase() === 'MX' ? 'peso' : 'dollar'
    default:
      return 'dollar'
  }
}

function periodOf(time: string): 'hour' | 'day' | 'month' | 'year' {
  if (/^(h|hr|hour|hora|ساعة)$/.test(time)) return 'hour'
  if (/^(day|día|يوم)$/.test(time)) return 'day'
  return /^(mo|month|mes|شهر)$/.test(time) ? 'month' : 'year'
}
