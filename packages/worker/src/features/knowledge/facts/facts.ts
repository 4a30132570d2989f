import type { z } from '@hono/zod-openapi'
import { and, asc, eq, gt, isNull, ne } from 'drizzle-orm'
import { auditRow } from '../../../core/audit.ts'
import { type Ctx, requireScope } from '../../../core/ctx.ts'
import { isLostRace } from '../../../db/conflict.ts'
import { query, withTenant } from '../../../db/tenant.ts'
import { AppError, notFound } from '../../../shared/errors.ts'
import { newId } from '../../../shared/ids.ts'
import { fingerprintOf, type FactKind, parseFact } from './fact-values.ts'
import { assembleFacts } from './location-facts.ts'
import {
  type Base,
  type FactRow,
  insertFacts,
  insertRevision,
  loadBase,
  movePointer,
  setFactStates,
} from '../revision/revision-store.ts'
import type { Fact, FactChange } from '../schema.ts'
import { facts } from '../table.ts'

type Change = z.output<typeof FactChange>
interface FactQuery {
  after: string
  limit: number
  locationId?: string | undefined
  state?: FactRow['state'] | undefined
}

/** What was rejected is listed only when it is asked for. */
export async function listFacts(ctx: Ctx, { after, limit, locationId, state }: FactQuery) {
  requireScope(ctx, 'knowledge:read')
  const [rows] = await withTenant(ctx).batch(
    query
      .select()
      .from(facts)
      .where(
        and(
          isNull(facts.toRevision),
          gt(facts.id, after),
          state === undefined ? ne(facts.state, 'rejected') : eq(facts.state, state),
          locationId === undefined ? undefined : eq(facts.locationId, locationId),
        ),
      )
      .orderBy(asc(facts.id))
      .limit(limit),
  )
  return { items: rows.map(presentFact), next: rows.length < limit ? '' : (rows.at(-1)?.id ?? '') }
}

/**
 * One new revision with all of it, or none. A fact's state is a mark on it: replaying an old answer reads the facts that
 * its revision kept, not the marks of today. @returns the facts that were touched
 */
export async function changeFacts(ctx: Ctx, change: Change) {
  requireScope(ctx, 'knowledge:write')
  for (let attempt = 0; attempt < 5; attempt++) {
    const base = await loadBase(ctx)
    const { after, touched, added } = await apply(base, change)
    if (touched.length === 0) return { items: [], next: '' }
    const number = base.number + 1
    const { indexKey, documents, passages } = base
    const reason = 'Facts were changed'
    try {
      await withTenant(ctx).batch(
        movePointer(base.number),
        setFactStates(change.confirm, 'confirmed'),
        setFactStates(change.reject, 'rejected'),
        setFactStates(added.known, 'confirmed'),
        insertFacts(added.fresh),
        insertRevision({ number, indexKey, documents, passages, reason, facts: assembleFacts(base, after) }),
        auditRow(ctx, 'facts.changed', `revision ${number}`, {
          confirmed: change.confirm.length,
          rejected: change.reject.length,
          added: change.add.length,
        }),
      )
      return { items: touched.map(presentFact), next: '' }
    } catch (error) {
      if (!isLostRace(error)) throw error
    }
  }
  throw new AppError('conflict', 'The knowledge is being changed from several sides at once. Try again in a moment.')
}

type Known = Omit<FactRow, 'tenantId' | 'createdAt' | 'toRevision'>

async function apply(base: Base, change: Change) {
  const states = new Map<string, FactRow['state']>()
  for (const id of change.confirm) states.set(id, 'confirmed')
  for (const id of change.reject) {
    if (states.has(id))
      throw new AppError(
        'unprocessable',
        `The fact ${id} is both confirmed and rejected. Choose one. Nothing was changed.`,
      )
    states.set(id, 'rejected')
  }
  for (const id of states.keys()) if (!base.facts.some((fact) => fact.id === id)) throw notFound(`fact as ${id}`)
  const fresh: Known[] = []
  const known: string[] = []
  for (const [at, { locationId, kind, value }] of change.add.entries()) {
    const location = base.locations.find(({ id }) => id === locationId)
    if (location === undefined) throw notFound(`location as ${locationId}`)
    const parsed = parseFact(kind, value, location.country, `add.${at}`)
    const fingerprint = await fingerprintOf(kind, parsed)
    const same = (fact: Known) =>
      fact.locationId === locationId && fact.kind === kind && fact.fingerprint === fingerprint
    const held = base.facts.find(same)
    if (held !== undefined) known.push(held.id)
    else if (!fresh.some(same)) {
      fresh.push({
        id: newId('fact'),
        locationId,
        kind,
        value: parsed,
        state: 'confirmed',
        quote: null,
        fingerprint,
        fromRevision: base.number + 1,
      })
    }
  }
  for (const id of known) states.set(id, 'confirmed')
  const after: Known[] = [
    ...base.facts.map((fact) => ({ ...fact, state: states.get(fact.id) ?? fact.state })),
    ...fresh,
  ]
  const touched = after.filter(({ id }) => states.has(id) || fresh.some((fact) => fact.id === id))
  return { after, touched, added: { fresh, known } }
}

function presentFact({ id, locationId, kind, value, state, quote }: Known): z.infer<typeof Fact> {
  return { id, locationId, kind: kind as FactKind, value, state, quote: quote as z.infer<typeof Fact>['quote'] }
}
