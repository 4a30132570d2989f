import { expect, test } from 'vitest'
import type { LocationFacts } from '../../../engine/location-facts.ts'
import { assembleFacts, type KnownFact } from './location-facts.ts'

const noon = [['08:00', '12:00']]
const hours = (id: string, days: string, state: 'proposed' | 'confirmed' = 'proposed'): KnownFact => ({
  id,
  locationId: 'loc_1',
  kind: 'hours',
  value: Object.fromEntries(days.split(' ').map((day) => [day, noon])),
  state,
  quote: null,
})
const weeks = (...rows: KnownFact[]): string[] => {
  const location = {
    id: 'loc_1',
    tenantId: 'ten_1',
    createdAt: new Date(0),
    name: 'Main',
    timeZone: 'Asia/Dubai',
    country: 'AE',
    region: '',
  }
  const [facts]: LocationFacts[] = assembleFacts({ tenantName: 'Quill', locations: [location] }, rows)
  return facts?.hours.map(({ id }) => id) ?? []
}

test('of several weeks the one of most days comes first, in whatever order the pages were read', () => {
  const [footer, page] = [hours('footer', 'mon tue'), hours('page', 'mon tue wed sun')]
  expect(weeks(footer, page)).toEqual(['page', 'footer'])
  expect(weeks(page, footer)).toEqual(['page', 'footer'])
  expect(weeks(page, hours('owner', 'mon', 'confirmed'))).toEqual(['owner'])
})
