import { asc } from 'drizzle-orm'
import type { Ctx } from '../../../core/ctx.ts'
import { query, withTenant } from '../../../db/tenant.ts'
import type { LocationFacts } from '../../../engine/location-facts.ts'
import { openIndex, type PassageIndex } from '../../../engine/retrieve/index.ts'
import { BytesCache } from '../../../shared/bytes-cache.ts'
import { openVectors, type VectorTable } from '../../../engine/vectors/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { locations, tenants } from '../../tenants/table.ts'
import { assembleFacts } from '../facts/location-facts.ts'
import { revisionNumbered } from './revision-store.ts'
import { vectorsKey } from './vectors.ts'

export interface Knowledge {
  revision: number
  /** null while nothing was taught. */
  index: PassageIndex | null
  facts: LocationFacts[]
  vectors: VectorTable | null
}

/** An isolate has 128 MB for everything it does at once. */
const cache = new BytesCache<Knowledge>(24 * 1024 * 1024)
const loading = new Map<string, Promise<Knowledge>>()

/**
 * All that readers of one revision see; revisions never change, so it is kept in the isolate (the least recently used go
 * first). A miss costs one round trip to the database and one to the bucket.
 */
export async function loadKnowledge(ctx: Ctx, revision: number): Promise<Knowledge> {
  const key = `${ctx.tenantId} ${revision}`
  const held = cache.get(key)
  if (held !== undefined) return held
  const before = loading.get(key)
  if (before !== undefined) return before
  const promise = revision === 0 ? loadNothing(ctx) : loadRevision(ctx, revision, key)
  loading.set(key, promise)
  try {
    return await promise
  } finally {
    loading.delete(key)
  }
}

async function loadRevision(ctx: Ctx, number: number, key: string): Promise<Knowledge> {
  const [[row]] = await withTenant(ctx).batch(revisionNumbered(number))
  if (row === undefined) throw new AppError('not_found', `There is no knowledge revision ${number}.`)
  const blob = row.indexKey === '' ? null : await ctx.ports.files.get(row.indexKey)
  if (row.indexKey !== '' && blob === null)
    throw new AppError('unavailable', 'The knowledge of this business cannot be read just now. Try again in a moment.')
  const index = blob === null ? null : openIndex(blob.bytes)
  const vectors = await vectorsOf(ctx, row.indexKey)
  const knowledge = { revision: number, index, facts: row.facts as LocationFacts[], vectors }
  cache.set(
    key,
    knowledge,
    (index?.heapBytes ?? 0) + (vectors?.bytes ?? 0) + JSON.stringify(row.facts).length * 2 + 1024,
  )
  return knowledge
}

/** Their absence is no failure: words find passages too. */
async function vectorsOf(ctx: Ctx, indexKey: string): Promise<VectorTable | null> {
  const { embeddings } = ctx.ports
  if (embeddings === undefined || indexKey === '') return null
  const blob = await ctx.ports.files.get(vectorsKey(indexKey))
  if (blob === null) return null
  const table = openVectors(blob.bytes)
  return table.model === embeddings.model ? table : null
}

/** Before the first revision: what the tenant was made with. Not kept, since a few bytes are asked for. */
async function loadNothing(ctx: Ctx): Promise<Knowledge> {
  const [[tenant], rows] = await withTenant(ctx).batch(
    query.select({ name: tenants.name }).from(tenants),
    query.select().from(locations).orderBy(asc(locations.id)),
  )
  return {
    revision: 0,
    index: null,
    vectors: null,
    facts: assembleFacts({ tenantName: tenant?.name ?? '', locations: rows }, []),
  }
}
