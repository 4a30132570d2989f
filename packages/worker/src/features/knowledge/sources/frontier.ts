import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Ctx } from '../../../core/ctx.ts'
import { query, withTenant } from '../../../db/tenant.ts'
import type { FinishedBatch, Frontier, PageOutcome, TakenUrl, WaitingUrl } from '../crawl/index.ts'
import { storableJson } from '../plain.ts'
import { holdLease, keepLease, type Lease } from './lease.ts'
import { addPages, type EndedPage, endPages, type HeldPage, putBack, stagePage } from '../revision/stage.ts'
import { pages } from '../table.ts'

/** A page that was begun so often and never ended has taken the reader down with it each time. */
const maxAttempts = 3

/** A crawl's queue in the pages table: `take` and `finish` are one round trip each, and `finish` is all or nothing. */
export class PageFrontier implements Frontier {
  readonly #ctx: Ctx
  readonly #lease: Lease
  readonly #more: { careful: boolean }
  readonly #held = new Map<string, HeldPage>()

  /** `careful`: the reader died in this read before, so pages are taken one at a time to find the one that did it. */
  constructor(ctx: Ctx, lease: Lease, more: { careful: boolean }) {
    this.#ctx = ctx
    this.#lease = lease
    this.#more = more
  }

  async take(count: number): Promise<TakenUrl[]> {
    const { readId } = this.#lease
    const why =
      'Reading this page stopped us several times, so we left it out. Upload its content as a file, or type it in.'
    const [held, , taken] = await withTenant(this.#ctx).batch(
      holdLease(this.#lease),
      query.execute(sql`update pages set state = 'failed', reason = ${why}
        where read_id = ${readId} and state = 'found' and attempts >= ${maxAttempts}`),
      query
        .update(pages)
        .set({ attempts: sql`${pages.attempts} + 1` })
        .where(sql`id in (select id from pages where read_id = ${readId} and state = 'found'
          order by rank, id limit ${this.#more.careful ? 1 : count})`)
        .returning(),
    )
    keepLease(this.#lease, held)
    for (const row of taken) this.#held.set(row.key, row)
    return taken.toSorted((a, b) => a.rank - b.rank).map(takenOf)
  }

  async finish({ outcomes, found, run }: FinishedBatch): Promise<{ added: number; waiting: number }> {
    const { readId, sourceId } = this.#lease
    const progress = storableJson({ run, careful: this.#more.careful })
    const fresh = outcomes.filter((outcome) => outcome.state === 'read').filter((outcome) => !this.#isSame(outcome))
    const [held, added, , , [waiting]] = await withTenant(this.#ctx).batch(
      holdLease(this.#lease, sql`, attempts = 0, progress = ${progress}::jsonb`),
      addPages(this.#lease, found),
      endPages(
        sourceId,
        outcomes.flatMap((outcome) => this.#endedOf(outcome)),
      ),
      putBack(
        sourceId,
        outcomes.filter((outcome) => outcome.state === 'again'),
      ),
      query
        .select({ count: sql<number>`count(*)::int` })
        .from(pages)
        .where(and(eq(pages.readId, readId), eq(pages.state, 'found'))),
      ...fresh.map((outcome) => stagePage(this.#lease, outcome)),
    )
    keepLease(this.#lease, held)
    return { added: added.rows.length, waiting: (waiting?.count ?? 0) - fresh.length }
  }

  async close(code: string, why: string): Promise<number> {
    const { readId } = this.#lease
    const [held, left] = await withTenant(this.#ctx).batch(
      holdLease(this.#lease),
      query
        .update(pages)
        .set({ state: 'skipped', reason: why, code })
        .where(and(eq(pages.readId, readId), eq(pages.state, 'found')))
        .returning({ id: pages.id }),
    )
    keepLease(this.#lease, held)
    return left.length
  }

  async known(): Promise<readonly string[]> {
    const { sourceId } = this.#lease
    const [rows] = await withTenant(this.#ctx).batch(
      query
        .select()
        .from(pages)
        .where(and(eq(pages.sourceId, sourceId), isNotNull(pages.versionId))),
    )
    for (const row of rows) this.#held.set(row.key, row)
    return rows.map((row) => row.url)
  }

  /** It was read in full and says what it said before: the version stays. */
  #isSame(outcome: PageOutcome & { state: 'read' }): boolean {
    const held = this.#held.get(outcome.key)
    return held?.versionId != null && held.contentHash === outcome.contentHash
  }

  #endedOf(outcome: PageOutcome): EndedPage[] {
    const { key } = outcome
    switch (outcome.state) {
      case 'again':
        return []
      case 'read':
        if (!this.#isSame(outcome)) return []
        return [
          {
            key,
            state: 'unchanged',
            why: outcome.why,
            drop: false,
            etag: outcome.etag,
            lastModified: outcome.lastModified,
          },
        ]
      case 'unchanged':
        return [
          {
            key,
            state: 'unchanged',
            why: outcome.why,
            drop: false,
            etag: outcome.etag,
            lastModified: outcome.lastModified,
          },
        ]
      case 'failed':
        return [{ key, state: 'failed', why: outcome.why, code: outcome.code, drop: false }]
      case 'skipped':
      case 'gone':
        return [{ key, state: outcome.state, why: outcome.why, code: outcome.code, drop: true }]
      default:
        return outcome satisfies never
    }
  }
}

function takenOf(row: typeof pages.$inferSelect): TakenUrl {
  const { key, url, depth, rank, etag, lastModified, contentHash } = row
  const taken = { key, url, depth, rank, via: row.via as WaitingUrl['via'], from: row.foundOn, tries: row.attempts - 1 }
  return row.versionId === null ? taken : { ...taken, known: { etag, lastModified, contentHash } }
}
