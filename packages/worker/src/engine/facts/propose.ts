import type { LocationFacts } from '../location-facts.ts'
import type { Passage } from '../passage.ts'

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
}

export function proposeFacts(_pages: readonly ReadPage[], location: ProposalFor): LocationFacts {
  return {
    locationId: location.locationId, name: { id: 'name', value: location.name, state: 'proposed' }, timeZone: location.timeZone, country: location.country,
    phones: [], addresses: [], emails: [], hours: [], exceptions: [], services: [], areas: [], payment: [], insurance: [], financing: [], emergencyService: [], licences: [], newCustomers: [],
  }
}
