import type { Area, Fact, LocationFacts, WeeklyHours } from '../location-facts.ts'
import type { Passage, Quote } from '../passage.ts'
import { sentences } from '../text/index.ts'
import { isOrder } from '../answer/unquotable.ts'
import { fold } from '../evidence/index.ts'
import { areasIn } from './read-areas.ts'
import { addressesIn, e164, emailsIn, phonesIn } from './read-contacts.ts'
import { exceptionsIn } from './read-exceptions.ts'
import { dayCount, joinWeeks, weekIn } from './read-hours.ts'
import { paymentsIn, policiesIn } from './read-policies.ts'
import { serviceIn } from './read-prices.ts'
import { readStructured } from './read-structured.ts'

/** A page as it was read; `structured` are parsed JSON-LD or microdata objects. */
export interface ReadPage {
  documentId: string
  versionId: string
  url: string
  title: string
  lang: string
  text: string
  passages: readonly Passage[]
  structured: readonly unknown[]
}

export interface ProposalFor {
  locationId: string
  timeZone: string
  /** ISO 3166-1 alpha-2. */
  country: string
  name: string
  /** Dates feasts that move (Thanksgiving) for this year and the next; without it they are left out. */
  now?: Date
}

/** What pages state about a location. Facts read from text quote it; facts of JSON-LD quote the page where it shows them. */
export function proposeFacts(pages: readonly ReadPage[], location: ProposalFor): LocationFacts {
  const gather = new Gatherer()
  const year = location.now?.getUTCFullYear()
  const years = year === undefined ? [] : [year, year + 1]
  for (const page of pages) {
    readHours(page, gather)
    for (const passage of page.passages)
      if (!isOrder(passage.text)) readPassage(page, passage, location.country, years, gather)
    readPage(page, location.country, gather)
  }
  const { facts } = gather
  return {
    locationId: location.locationId,
    name: { id: 'name', value: location.name, state: 'proposed' },
    timeZone: location.timeZone,
    country: location.country,
    ...facts,
    hours: facts.hours
      .toSorted(
        (a, b) =>
          Number(b.quote !== undefined) - Number(a.quote !== undefined) || dayCount(b.value) - dayCount(a.value),
      )
      .slice(0, 3),
    phones: byUse(facts.phones),
  }
}

const byUse = (phones: LocationFacts['phones']) =>
  phones.filter(
    (p, i) =>
      phones.findIndex((o) => o.value.number === p.value.number) === i ||
      (p.value.use !== 'main' && p.value.use !== 'other'),
  )

type Lists = Omit<LocationFacts, 'locationId' | 'name' | 'timeZone' | 'country'>

/** One fact a value: said twice it keeps the first quote. */
class Gatherer {
  readonly facts: Lists = {
    phones: [],
    addresses: [],
    emails: [],
    hours: [],
    exceptions: [],
    services: [],
    areas: [],
    payment: [],
    insurance: [],
    financing: [],
    emergencyService: [],
    licences: [],
    newCustomers: [],
  }
  readonly #seen = new Map<string, Fact<unknown>>()

  add<K extends keyof Lists>(
    kind: K,
    value: Lists[K][number]['value'],
    quote: Quote | null,
    key = JSON.stringify(value),
  ): void {
    const whole = `${kind}:${fold(key)}`
    const known = this.#seen.get(whole)
    if (known !== undefined) {
      if (known.quote === undefined && quote !== null) known.quote = quote
      return
    }
    const id = whole.length <= 120 ? whole : `${whole.slice(0, 110)}#${this.#seen.size}`
    const fact = { id, value, state: 'proposed' as const, ...(quote === null ? {} : { quote }) }
    this.#seen.set(whole, fact)
    const list: Fact<unknown>[] = this.facts[kind]
    list.push(fact)
  }
}

function quoteAt(page: ReadPage, start: number, end: number, anchor = '', lang = page.lang): Quote {
  return {
    documentId: page.documentId,
    versionId: page.versionId,
    url: page.url,
    title: page.title,
    anchor,
    lang,
    text: page.text.slice(start, end),
    start,
    end,
  }
}

/** The sentence or row of a passage around a place in it. */
function around(page: ReadPage, passage: Passage, start: number, end: number): Quote {
  if (passage.kind === 'table-row' || passage.text.length <= 120)
    return quoteAt(page, passage.start, passage.end, passage.anchor, passage.lang)
  const span = sentences(passage.text, passage.lang).find((s) => s.start <= start && s.end >= end) ?? { start, end }
  return quoteAt(page, passage.start + span.start, passage.start + span.end, passage.anchor, passage.lang)
}

const isPost = (page: ReadPage, passage: Passage) =>
  passage.dated !== '' &&
  /blog|news|post|offer|special|promo|noticia|oferta|\/20\d\d/.test(`${page.url} ${page.title}`.toLowerCase())

function readPassage(
  page: ReadPage,
  passage: Passage,
  country: string,
  years: readonly number[],
  gather: Gatherer,
): void {
  const heading = passage.headings.at(-1) ?? passage.title
  for (const { value, start, end } of phonesIn(passage.text, country))
    gather.add('phones', value, around(page, passage, start, end))
  for (const { value, start, end } of emailsIn(passage.text))
    gather.add('emails', value, around(page, passage, start, end))
  for (const { value, start, end } of addressesIn(passage.text))
    gather.add('addresses', value, around(page, passage, start, end))
  if (isPost(page, passage)) return
  const service = serviceIn(passage, country)
  if (service !== null)
    gather.add(
      'services',
      service,
      quoteAt(page, passage.start, passage.end, passage.anchor, passage.lang),
      `${service.name} ${service.price?.from ?? ''}`,
    )
  for (const area of areasIn(passage))
    addArea(area, quoteAt(page, passage.start, passage.end, passage.anchor, passage.lang), gather)
  for (const { start, end } of sentences(passage.text, passage.lang)) {
    const sentence = passage.text.slice(start, end)
    const quote = () => quoteAt(page, passage.start + start, passage.start + end, passage.anchor, passage.lang)
    for (const method of paymentsIn(sentence, heading)) gather.add('payment', method, quote(), fold(method))
    for (const policy of policiesIn(sentence)) gather.add(policy, sentence.replace(/\s+/g, ' ').trim(), quote())
    for (const { place, ...exception } of exceptionsIn(sentence, passage.lang, years, heading))
      gather.add(
        'exceptions',
        exception,
        quote(),
        place === true ? `${exception.date} ${exception.label}` : exception.date,
      )
  }
}

function addArea(area: Area, quote: Quote, gather: Gatherer): void {
  const known = gather.facts.areas.find((f) => f.value.name !== '' && fold(f.value.name) === fold(area.name))
  if (known !== undefined && area.postalCodes.length > known.value.postalCodes.length) {
    known.value = area
    known.quote = quote
  } else if (known === undefined) gather.add('areas', area, quote)
}

/** Hours of neighbouring lines make one week, quoted from the first line to the last. */
function readHours(page: ReadPage, gather: Gatherer): void {
  let run: { week: WeeklyHours; start: number; end: number; anchor: string; lang: string }[] = []
  const flush = () => {
    const [first, last] = [run[0], run.at(-1)]
    if (first !== undefined && last !== undefined)
      gather.add(
        'hours',
        joinWeeks(run.map((r) => r.week)),
        quoteAt(page, first.start, last.end, first.anchor, first.lang),
      )
    run = []
  }
  for (const passage of [...page.passages].toSorted((a, b) => a.start - b.start)) {
    if (isPost(page, passage) || isOrder(passage.text)) continue
    const lines =
      passage.kind === 'table-row' ? [{ start: 0, end: passage.text.length }] : sentences(passage.text, passage.lang)
    for (const line of lines) {
      const week = weekIn(
        passage.text.slice(line.start, line.end),
        [passage.headings.at(-1) ?? '', passage.title].join(' '),
      )
      if (week === null) continue
      const start = passage.start + line.start
      const end = passage.start + line.end
      const last = run.at(-1)
      const overlaps = run.some((r) => Object.keys(week).some((day) => day in r.week))
      if (last !== undefined && (start - last.end > 80 || start < last.end || overlaps)) flush()
      run.push({ week, start, end, anchor: passage.anchor, lang: passage.lang })
    }
  }
  flush()
}

/** Structured data, each value with the passage that shows it when one does. */
function readPage(page: ReadPage, country: string, gather: Gatherer): void {
  const data = readStructured(page.structured)
  const shown = (matches: (text: string) => boolean): Quote | null => {
    const passage = page.passages.find((p) => p.text.length < 600 && matches(p.text))
    return passage === undefined ? null : quoteAt(page, passage.start, passage.end, passage.anchor, passage.lang)
  }
  const has = (value: string) => shown((text) => fold(text).includes(fold(value)))
  for (const phone of data.phones) {
    const number = e164(phone, country)
    if (number !== null && !gather.facts.phones.some((f) => f.value.number === number))
      gather.add(
        'phones',
        { number, use: 'main' },
        shown((text) => text.replace(/\D/g, '').includes(number.slice(-9))),
      )
  }
  for (const email of data.emails) gather.add('emails', email, has(email))
  for (const address of data.addresses) {
    const street = fold(address.split(',')[0] ?? address)
    if (!gather.facts.addresses.some((f) => fold(f.value).includes(street)))
      gather.add('addresses', address, has(street))
  }
  for (const week of data.weeks) gather.add('hours', week, null)
  for (const { date, intervals } of data.exceptions)
    gather.add('exceptions', { date, intervals, label: '' }, null, date)
  for (const { name, price, currency } of data.services) {
    if (gather.facts.services.some((f) => fold(f.value.name) === fold(name))) continue
    const number = Number(price)
    const fact =
      price !== '' && Number.isFinite(number) && /^[A-Z]{3}$/.test(currency)
        ? { name, price: { from: number.toFixed(2), currency, unit: '' }, description: '' }
        : { name, description: '' }
    gather.add(
      'services',
      fact,
      shown((text) => fold(text).includes(fold(name)) && (price === '' || text.includes(String(number)))),
      name,
    )
  }
  for (const area of data.areas) addStructuredArea(area, has(area), gather)
  for (const method of data.payments) gather.add('payment', method, has(method), fold(method))
}

function addStructuredArea(name: string, quote: Quote | null, gather: Gatherer): void {
  const zip = /^\d{5}$/.test(name)
  const known = gather.facts.areas.some((f) =>
    zip ? f.value.postalCodes.includes(name) : fold(f.value.name) === fold(name),
  )
  if (!known) gather.add('areas', zip ? { name: '', postalCodes: [name] } : { name, postalCodes: [] }, quote)
}
