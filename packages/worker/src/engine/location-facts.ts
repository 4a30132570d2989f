import type { Quote } from './passage.ts'

/** What we know of one location, as structured facts. A fact without `quote` was typed in by the owner. */
export interface LocationFacts {
  locationId: string
  name: Fact<string>
  /** IANA zone; hours are wall time in it. */
  timeZone: string
  /** ISO 3166-1 alpha-2. */
  country: string
  phones: Fact<Phone>[]
  addresses: Fact<string>[]
  emails: Fact<string>[]
  hours: Fact<WeeklyHours>[]
  exceptions: Fact<HoursException>[]
  services: Fact<Service>[]
  areas: Fact<Area>[]
  payment: Fact<string>[]
  insurance: Fact<string>[]
  financing: Fact<string>[]
  emergencyService: Fact<string>[]
  licences: Fact<string>[]
  newCustomers: Fact<string>[]
}

export interface Fact<T> {
  id: string
  value: T
  state: 'proposed' | 'confirmed'
  quote?: Quote
}

export interface Phone {
  /** E.164. */
  number: string
  use: 'main' | 'emergency' | 'text' | 'fax' | 'other'
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

/** Intervals of local wall time, `HH:MM` 24 h; `24:00` ends a day; an empty list is closed; a missing day is unknown. */
export type WeeklyHours = Partial<Record<Weekday, readonly Interval[]>>
export type Interval = readonly [from: string, to: string]

export interface HoursException {
  /** `YYYY-MM-DD`; `MM-DD` when it returns every year; `sat-1` to `sat-4` or `sat-last` for that Saturday of every month. */
  date: string
  intervals: readonly Interval[]
  label: string
  /** "Closing at 1 PM": open within `intervals` as far as the day of the week is; a missing end is 00:00 or 24:00. */
  withinWeek?: true
}

export interface Service {
  name: string
  price?: Price
  description: string
}

export interface Price {
  /** Decimal string, `89.00`. */
  from: string
  to?: string
  /** ISO 4217. */
  currency: string
  /** `per hour`, `per unit`, …; empty for a plain price. */
  unit: string
}

export interface Area {
  name: string
  postalCodes: readonly string[]
}
