import type { Assistant, Location, Person, PhoneNumber, RingGroup, Tenant, Trunk } from '@foyer/sdk/admin'
import { here } from '../../data/here.ts'

/** All that the phone's forms choose from. */
export interface Desk {
  tenant: Tenant
  numbers: PhoneNumber[]
  trunks: Trunk[]
  assistants: Assistant[]
  locations: Location[]
  people: Person[]
  groups: RingGroup[]
}

export async function fetchDesk(signal: AbortSignal): Promise<Desk> {
  const { foyer } = here()
  const [tenant, numbers, trunks, assistants, locations, people, groups] = await Promise.all([
    foyer.tenant.get({ signal }),
    foyer.phoneNumbers.list({ signal }),
    foyer.trunks.list({ signal }),
    foyer.assistants.list({ signal }).toArray(100),
    foyer.tenant.locations({ signal }),
    foyer.people.list({ signal }),
    foyer.ringGroups.list({ signal }),
  ])
  return { tenant, numbers, trunks, assistants, locations, people, groups }
}

/** Whoever can be rung, by name; '' for somebody who is not there any more. */
export const reachName = ({ people, groups }: Pick<Desk, 'people' | 'groups'>, id: string): string =>
  [...groups, ...people].find((each) => each.id === id)?.name ?? ''

/** The groups first: that is what a number usually rings. */
export const reachChoices = ({ people, groups }: Desk, nobody: string): [string, string][] => [
  ['', nobody],
  ...[...groups, ...people].map(({ id, name }): [string, string] => [id, name]),
]
