import { proposeFacts, type ReadPage } from '../../../engine/facts/index.ts'
import type { Fact, LocationFacts } from '../../../engine/location-facts.ts'
import type { Quote } from '../../../engine/passage.ts'
import { newId } from '../../../shared/ids.ts'
import { type FactKind, fingerprintOf } from './fact-values.ts'
import { pagesByLocation } from './pages-by-location.ts'
import type { Base, FactRow } from '../revision/revision-store.ts'
import { factKinds } from '../schema.ts'
import type { facts } from '../table.ts'

export interface FactPlan {
  /** Said for the first time. */
  fresh: (typeof facts.$inferInsert & { quote: Quote })[]
  /** Said before, now in another version of a document. */
  requoted: { id: string; quote: Quote }[]
  /** Proposed earlier, and no page says it any more. What the owner confirmed or rejected stays. */
  closed: string[]
}

/** What the pages of the next revision say about the tenant's locations, beside what is known already. */
export async function planFacts(base: Base, pages: readonly ReadPage[], number: number, now: Date): Promise<FactPlan> {
  const plan: FactPlan = { fresh: [], requoted: [], closed: [] }
  const known = new Map(base.facts.map((fact) => [keyOf(fact), fact]))
  const said = new Set<string>()
  const pagesOf = pagesByLocation(base.locations, pages)
  for (const { id: locationId, timeZone, country } of base.locations) {
    const about = (pagesOf.get(locationId) ?? []).map(endsOf)
    const proposed = proposeFacts(about, { locationId, timeZone, country, name: base.tenantName, now })
    for (const kind of factKinds) {
      for (const { value, quote } of listOf(proposed, kind)) {
        if (quote === undefined) continue
        const fingerprint = await fingerprintOf(kind, value)
        const fact = { locationId, kind, fingerprint }
        const key = keyOf(fact)
        if (said.has(key)) continue
        said.add(key)
        const held = known.get(key)
        if (held === undefined) {
          plan.fresh.push({ id: newId('fact'), ...fact, value, state: 'proposed', quote, fromRevision: number })
        } else if (held.quote !== null && (held.quote as Quote).versionId !== quote.versionId)
          plan.requoted.push({ id: held.id, quote })
      }
    }
  }
  plan.closed = base.facts.filter((fact) => fact.state === 'proposed' && !said.has(keyOf(fact))).map((fact) => fact.id)
  return plan
}

/** Of a very long page its beginning and its end, where a business says who it is. */
function endsOf(page: ReadPage): ReadPage {
  const { passages } = page
  return passages.length <= 1000 ? page : { ...page, passages: [...passages.slice(0, 800), ...passages.slice(-200)] }
}

function listOf(proposed: LocationFacts, kind: FactKind): readonly Fact<unknown>[] {
  return kind === 'name' ? [proposed.name] : proposed[kind]
}

function keyOf(fact: Pick<FactRow, 'locationId' | 'kind' | 'fingerprint'>): string {
  return `${fact.locationId} ${fact.kind} ${fact.fingerprint}`
}
