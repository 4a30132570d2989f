import type { Fact, LocationFacts, WeeklyHours } from '../../../engine/location-facts.ts'
import type { Quote } from '../../../engine/passage.ts'
import type { FactKind } from './fact-values.ts'
import type { Base, FactRow, LocationRow } from '../revision/revision-store.ts'

export type KnownFact = Pick<FactRow, 'id' | 'locationId' | 'kind' | 'value' | 'state' | 'quote'>

/** Of these there is one truth: what the owner confirmed leaves no room for what was merely read. */
const singular: ReadonlySet<FactKind> = new Set(['name', 'hours'])

/** Every location's facts as readers see them: what was confirmed or proposed, never what was rejected. */
export function assembleFacts(
  base: Pick<Base, 'tenantName' | 'locations'>,
  rows: readonly KnownFact[],
): LocationFacts[] {
  return base.locations.map((location) =>
    factsOf(
      location,
      base.tenantName,
      rows.filter((row) => row.locationId === location.id),
    ),
  )
}

function factsOf(location: LocationRow, tenantName: string, rows: readonly KnownFact[]): LocationFacts {
  const of = <T>(kind: FactKind): Fact<T>[] => {
    const held = rows.filter((row) => row.kind === kind && row.state !== 'rejected')
    const confirmed = held.filter((row) => row.state === 'confirmed')
    const proposed = held.filter((row) => row.state === 'proposed')
    return [...confirmed, ...(singular.has(kind) && confirmed.length > 0 ? [] : proposed)].map((row) => factOf<T>(row))
  }
  return {
    locationId: location.id,
    name: of<string>('name')[0] ?? { id: location.id, value: tenantName, state: 'confirmed' },
    timeZone: location.timeZone,
    country: location.country,
    phones: of('phones'),
    addresses: of('addresses'),
    emails: of('emails'),
    hours: of<WeeklyHours>('hours').toSorted(byFullness),
    exceptions: of('exceptions'),
    services: of('services'),
    areas: of('areas'),
    payment: of('payment'),
    insurance: of('insurance'),
    financing: of('financing'),
    emergencyService: of('emergencyService'),
    licences: of('licences'),
    newCustomers: of('newCustomers'),
  }
}

/** Pages are read in any order: of several weeks the one that speaks of most days comes first, after what was confirmed. */
const byFullness = (a: Fact<WeeklyHours>, b: Fact<WeeklyHours>): number =>
  Number(b.state === 'confirmed') - Number(a.state === 'confirmed') ||
  Object.keys(b.value).length - Object.keys(a.value).length

function factOf<T>(row: KnownFact): Fact<T> {
  const state = row.state === 'confirmed' ? 'confirmed' : 'proposed'
  const fact: Fact<T> = { id: row.id, value: row.value as T, state }
  return row.quote === null ? fact : { ...fact, quote: row.quote as Quote }
}
