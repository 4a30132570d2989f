import { fold, hearDigits } from './digits.ts'

/** As much of a postal address as was heard; what is not known yet is ''. */
export interface HeardAddress {
  /** House number, street and unit: "1204 Juniper Street NW, Apt 5". */
  street: string
  /** City, and state when it was said: "Albuquerque, NM". */
  city: string
  zip: string
}

/** Words after which a street's name is over (English), or with which it begins (Spanish, Arabic). */
const kinds =
  'street|st|avenue|ave|road|rd|drive|dr|lane|ln|court|ct|boulevard|blvd|way|place|pl|circle|cir|trail|terrace|loop|parkway|pkwy|highway|hwy|square|plaza'
const sides = 'northwest|northeast|southwest|southeast|north|south|east|west|nw|ne|sw|se|n|s|e|w'
const units = 'apartment|apt|unit|suite|ste|number|departamento|depto|apartamento|piso|شقة|شقه|وحدة'
const streetFirst = new RegExp(
  String.raw`^(.*?\b(?:${kinds})\b\.?(?:\s+(?:${sides})\b)?(?:[\s,]+(?:${units})\s+[\w-]+)?)[\s,]*(.*)$`,
  'iu',
)
const kindFirst =
  /^((?:calle|avenida|av|camino|paseo|carrera|calzada|شارع|طريق|جادة)\s+.+?)(?:,\s*|\s+(?:en|in|في)\s+)(.*)$/iu
const opening =
  /^(?:(?:yes|sure|ok(?:ay)?|um+|uh+|well|it'?s|it is|that'?s|my|our|the|address|is|at|i live (?:at|on|in)|we(?:'re| are) (?:at|on|in)|si|claro|mi|la|direccion|es|vivo en|estamos en|estoy en|نعم|عنواني|العنوان|هو|اسكن في|نحن في)[\s,:]+)+/u
const closing =
  /\s*(?:,?\s*(?:zip(?: code)?|postal code|codigo postal|الرمز البريدي|والرمز البريدي|is|es|هو))+[\s,:]*$/iu

/** Two-letter names of the states whose names people say. */
const states: Readonly<Record<string, string>> = {
  'new mexico': 'NM',
  'nuevo mexico': 'NM',
  arizona: 'AZ',
  texas: 'TX',
  colorado: 'CO',
  california: 'CA',
  nevada: 'NV',
  utah: 'UT',
  oklahoma: 'OK',
  florida: 'FL',
  'new york': 'NY',
}

/**
 * An address as people say it, perhaps over several utterances: "twelve oh four Juniper Street northwest, Albuquerque,
 * eight seven one oh one". @param before what was heard so far
 */
export function hearAddress(said: string, before: HeardAddress): HeardAddress {
  const plain = said
    .trim()
    .replaceAll('،', ',')
    .replace(/[.!]+$/, '')
  const { rest, zip } = zipAtEnd(withoutOpening(plain))
  const { street, city } = parted(rest, before)
  return { street: street || before.street, city: city || before.city, zip: zip || before.zip }
}

/** As it is written: "1204 Juniper Street, Albuquerque, NM 87101". */
export const writeAddress = ({ street, city, zip }: HeardAddress): string =>
  `${street}, ${city}${/, [A-Z]{2}$/.test(city) ? '' : ','} ${zip}`

/** Cuts as many letters as the folded text lost in front. */
function withoutOpening(said: string): string {
  const folded = fold(said)
  const rest = folded.replace(opening, '')
  return folded.length === said.length ? said.slice(folded.length - rest.length) : rest
}

/** Five digits at the end, said or written. */
function zipAtEnd(said: string): { rest: string; zip: string } {
  const words = said.split(/\s+/)
  // From the shortest end that is a whole code to the longest: a house number before it is not part of it.
  for (let from = words.length - 1; from >= 0; from--) {
    const end = hearDigits(words.slice(from).join(' '))
    if (end.rest.length > 0 || end.digits.length > 9) break
    if (end.digits.length !== 5 && end.digits.length !== 9) continue
    const nine = end.digits.length === 9
    const before = words
      .slice(0, from)
      .join(' ')
      .replace(/[\s,]+$/, '')
      .replace(closing, '')
    return { rest: before, zip: nine ? `${end.digits.slice(0, 5)}-${end.digits.slice(5)}` : end.digits }
  }
  return { rest: said, zip: '' }
}

function parted(said: string, before: HeardAddress): { street: string; city: string } {
  if (said === '') return { street: '', city: '' }
  const numbered = withNumber(said)
  const [, street, city] = streetFirst.exec(numbered.rest) ?? kindFirst.exec(numbered.rest) ?? []
  if (street !== undefined) return { street: named(numbered.number, street), city: cityOf(city ?? '') }
  // Written with commas, or a street without its kind: "1204 Juniper, Albuquerque".
  const [first = '', ...others] = numbered.rest.split(/\s*,\s*/)
  if (numbered.number !== '') return { street: named(numbered.number, first), city: cityOf(others.join(', ')) }
  if (/^(?:calle|avenida|av|camino|paseo|شارع|طريق)\s/iu.test(first)) return { street: capitals(first), city: '' }
  return before.street === '' ? { street: '', city: '' } : { street: '', city: cityOf(said) }
}

/** The house number before the street: "twelve oh four" → 1204, "forty five hundred" → 4500. */
function withNumber(said: string): { number: string; rest: string } {
  const words = said.split(/[\s]+/)
  let digits = ''
  let at = 0
  for (; at < words.length; at++) {
    const heard = hearDigits(words.slice(0, at + 1).join(' '))
    if (fold(words[at] ?? '') === 'hundred') digits += '00'
    else if (heard.rest.every((word) => word === 'hundred')) digits = heard.digits
    else break
  }
  // "First Street", "Calle Ocho": a street may be called by a number, a house number stands before a street.
  return at === words.length ? { number: '', rest: said } : { number: digits, rest: words.slice(at).join(' ') }
}

function named(number: string, street: string): string {
  const name = capitals(street.replace(/[\s,]+$/, ''))
  return number === '' ? name : `${number} ${name}`
}

function cityOf(said: string): string {
  const bare = said.replace(/^(?:in|en|at|في)\s+/iu, '').replace(/[\s,]+$/, '')
  const state = Object.keys(states).find((name) => new RegExp(String.raw`[\s,]${name}$`).test(fold(bare)))
  if (state !== undefined) return `${capitals(bare.slice(0, -state.length).replace(/[\s,]+$/, ''))}, ${states[state]}`
  const [, city, short] = /^(.+?)[\s,]+([A-Za-z]{2})$/.exec(bare) ?? []
  return short !== undefined && Object.values(states).includes(short.toUpperCase())
    ? `${capitals(city ?? '')}, ${short.toUpperCase()}`
    : capitals(bare)
}

const capitals = (text: string) =>
  text
    .split(/\s+/)
    .map((word) =>
      /^(?:nw|ne|sw|se)$/i.test(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(' ')
