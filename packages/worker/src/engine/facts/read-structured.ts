import type { Interval, Weekday, WeeklyHours } from '../location-facts.ts'
import { weekdays } from '../evidence/calendar-words.ts'
import { weekIn } from './read-hours.ts'

/** What JSON-LD or microdata of a business say; strings as they stand there. */
export interface Structured {
  name: string[]
  phones: string[]
  emails: string[]
  addresses: string[]
  weeks: WeeklyHours[]
  exceptions: { date: string; intervals: Interval[] }[]
  services: { name: string; price: string; currency: string }[]
  areas: string[]
  payments: string[]
}

type Thing = Record<string, unknown>

const business =
  /(?:LocalBusiness|Business|Store|Dentist|Physician|Medical|Clinic|Restaurant|Plumber|Electrician|HVAC|Contractor|Salon|Spa|Organization|Service|Hotel|Attorney|Agency|Repair|Shop)$/i

export function readStructured(objects: readonly unknown[]): Structured {
  const out: Structured = {
    name: [],
    phones: [],
    emails: [],
    addresses: [],
    weeks: [],
    exceptions: [],
    services: [],
    areas: [],
    payments: [],
  }
  for (const thing of objects.flatMap(thingsOf).slice(0, 200)) read(thing, out)
  return out
}

function thingsOf(value: unknown, depth = 0): Thing[] {
  if (depth > 3) return []
  if (Array.isArray(value)) return value.flatMap((item) => thingsOf(item, depth + 1))
  if (!isThing(value)) return []
  return [
    value,
    ...thingsOf(value['@graph'], depth + 1),
    ...thingsOf(value.department, depth + 1),
    ...thingsOf(value.properties, depth + 1),
  ]
}

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
const texts = (value: unknown): string[] =>
  list(value).flatMap((v) =>
    typeof v === 'string' && v.trim() !== '' ? [v.trim()] : typeof v === 'number' ? [String(v)] : [],
  )
const typesOf = (thing: Thing) => [...texts(thing['@type']), ...texts(thing.type)].map((t) => t.replace(/^.*[/#]/, ''))

function read(thing: Thing, out: Structured): void {
  const types = typesOf(thing)
  const isBusiness =
    types.some((t) => business.test(t)) ||
    thing.openingHoursSpecification !== undefined ||
    thing.openingHours !== undefined
  if (!isBusiness) return
  out.name.push(...texts(thing.name))
  out.phones.push(...texts(thing.telephone))
  out.emails.push(...texts(thing.email).map((e) => e.replace(/^mailto:/, '')))
  out.addresses.push(...list(thing.address).flatMap(addressOf))
  const specs = [...list(thing.openingHoursSpecification), ...list(thing.specialOpeningHoursSpecification)].filter(
    isThing,
  )
  const week = weekOf(specs.filter((s) => s.validFrom === undefined))
  if (week !== null) out.weeks.push(week)
  for (const spec of specs.filter((s) => s.validFrom !== undefined)) out.exceptions.push(...exceptionOf(spec))
  for (const line of texts(thing.openingHours)) {
    const spoken = weekIn(expand(line), 'hours')
    if (spoken !== null) out.weeks.push(spoken)
  }
  out.areas.push(
    ...list(thing.areaServed).flatMap((a) => (isThing(a) ? [...texts(a.name), ...texts(a.postalCode)] : texts(a))),
  )
  out.payments.push(...texts(thing.paymentAccepted).flatMap((p) => p.split(/\s*,\s*/)))
  for (const offer of [
    ...list(thing.makesOffer),
    ...list(thing.hasOfferCatalog).flatMap((c) => (isThing(c) ? list(c.itemListElement) : [])),
  ].filter(isThing)) {
    const item = isThing(offer.itemOffered) ? offer.itemOffered : offer
    const spec = isThing(offer.priceSpecification) ? offer.priceSpecification : offer
    const name = texts(item.name)[0]
    if (name !== undefined)
      out.services.push({ name, price: texts(spec.price)[0] ?? '', currency: texts(spec.priceCurrency)[0] ?? '' })
  }
}

function addressOf(value: unknown): string[] {
  if (!isThing(value)) return texts(value)
  const parts = [
    texts(value.streetAddress)[0],
    texts(value.addressLocality)[0],
    [texts(value.addressRegion)[0], texts(value.postalCode)[0]].filter(Boolean).join(' '),
  ]
  const joined = parts.filter((part) => part !== undefined && part !== '').join(', ')
  return joined === '' ? [] : [joined]
}

const dayOf = (value: string): Weekday | undefined =>
  weekdays.find((day) =>
    value
      .replace(/^.*[/#]/, '')
      .toLowerCase()
      .startsWith(day),
  )
const clock = (value: string | undefined) => /^(\d{1,2}):(\d{2})/.exec(value ?? '')
const at = (value: string | undefined) => {
  const m = clock(value)
  return m === null ? null : `${(m[1] ?? '').padStart(2, '0')}:${m[2] ?? '00'}`
}

function intervalOf(spec: Thing): Interval[] {
  const [opens, closes] = [at(texts(spec.opens)[0]), at(texts(spec.closes)[0])]
  if (opens === null || closes === null || (opens === '00:00' && closes === '00:00')) return []
  return [[opens, closes === '23:59' ? '24:00' : closes]]
}

function weekOf(specs: readonly Thing[]): WeeklyHours | null {
  const week: Partial<Record<Weekday, Interval[]>> = {}
  for (const spec of specs) {
    for (const value of list(spec.dayOfWeek).flatMap((d) => (isThing(d) ? texts(d.name) : texts(d)))) {
      const day = dayOf(value)
      if (day !== undefined) week[day] = [...(week[day] ?? []), ...intervalOf(spec)]
    }
  }
  return Object.keys(week).length === 0 ? null : week
}

function exceptionOf(spec: Thing): { date: string; intervals: Interval[] }[] {
  const [from, through] = [texts(spec.validFrom)[0]?.slice(0, 10), texts(spec.validThrough)[0]?.slice(0, 10)]
  if (from === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(from) || (through !== undefined && through !== from)) return []
  return [{ date: from, intervals: intervalOf(spec) }]
}

/** schema.org writes "Mo-Fr 08:00-17:00". */
function expand(line: string): string {
  const names: Record<string, string> = {
    Mo: 'Monday',
    Tu: 'Tuesday',
    We: 'Wednesday',
    Th: 'Thursday',
    Fr: 'Friday',
    Sa: 'Saturday',
    Su: 'Sunday',
  }
  return line.replace(/\b(Mo|Tu|We|Th|Fr|Sa|Su)\b/g, (short) => names[short] ?? short)
}
