import type { z } from '@hono/zod-openapi'
import { eq } from 'drizzle-orm'
import type { Ctx } from '../../../core/ctx.ts'
import { isLostRace } from '../../../db/conflict.ts'
import { query, withTenant } from '../../../db/tenant.ts'
import {
  crawlStep,
  type CrawlDeps,
  type CrawlRun,
  type FetchedPage,
  type FetchRefused,
  type FetchWhat,
  startCrawl,
} from '../crawl/index.ts'
import { PageFrontier } from './frontier.ts'
import { languageOf } from './language.ts'
import { type Claim, type Lease, renewLease } from './lease.ts'
import { publishSoFar } from '../revision/publish.ts'
import type { SiteConfig } from '../schema.ts'
import type { SourceRow } from './source-store.ts'
import { pages } from '../table.ts'

/** How one go ended. `more`: come back for the rest. `readable: false`: nothing new may be concluded from it. */
export type Reading =
  | { kind: 'more'; waitMs: number }
  | { kind: 'ended'; readable: boolean; note: string }
  | { kind: 'lost' }

const stepPages = 10
/** Of a site that was never read, so many are answered from before the rest is read. */
const firstPages = 4
const stepMs = 15_000
/** One job's share of a site; the rest is another job's, so that no site holds the queue. */
const shareMs = 45_000
const renewMs = 5000

interface Progress {
  run?: CrawlRun
  careful?: boolean
}

export async function readSite(ctx: Ctx, source: SourceRow, { lease, progress, attempts }: Claim): Promise<Reading> {
  const config = source.config as z.output<typeof SiteConfig>
  const known = (progress ?? {}) as Progress
  const frontier = new PageFrontier(ctx, lease, { careful: attempts > 0 || known.careful === true })
  let run = known.run ?? startCrawl(inputOf(config), ctx.now().getTime())
  const deps: CrawlDeps = {
    fetchPage: pageFetcher(ctx, lease),
    frontier,
    now: () => ctx.now().getTime(),
    wait: pause,
    detectLanguage: languageOf,
  }
  const until = ctx.now().getTime() + shareMs
  let hasty = source.lastReadAt === null
  try {
    for (;;) {
      run.options.step.pages = hasty ? firstPages : stepPages
      const step = await crawlStep(deps, run)
      run = step.run
      if (hasty && step.next === 'more' && run.counts.read >= firstPages) {
        hasty = false
        await publishSoFar(ctx, lease)
      }
      if (step.next === 'done') return await endOf(ctx, source, run)
      if (step.waitMs > 0 || ctx.now().getTime() > until) return { kind: 'more', waitMs: step.waitMs }
    }
  } catch (error) {
    if (isLostRace(error)) return { kind: 'lost' }
    throw error
  }
}

function inputOf({ url, include, exclude, maxPages, maxDepth }: z.output<typeof SiteConfig>) {
  return {
    start: url,
    include,
    exclude,
    limits: { pages: maxPages, depth: maxDepth },
    step: { pages: stepPages, ms: stepMs },
  }
}

/** A run that read no page says why: most often the start page knows. */
async function endOf(ctx: Ctx, source: SourceRow, run: CrawlRun): Promise<Reading> {
  const notes = run.notes.map((note) => note.message)
  const readable = run.counts.read + run.counts.unchanged > 0
  const silent = run.notes.every((note) => note.code === 'nothing-read')
  if (!readable && silent) {
    const [[start]] = await withTenant(ctx).batch(
      query
        .select({ reason: pages.reason })
        .from(pages)
        .where(eq(pages.sourceId, source.id))
        .orderBy(pages.rank, pages.id)
        .limit(1),
    )
    if (start !== undefined && start.reason !== '') notes.push(start.reason)
  }
  return { kind: 'ended', readable, note: notes.join(' ').slice(0, 1000) }
}

/** The web door in the crawler's words; a slow site must not cost the lease. */
function pageFetcher(ctx: Ctx, lease: Lease) {
  let renewed = ctx.now().getTime()
  const agent = `Foyer/0.1 (+${ctx.config.PUBLIC_URL})`
  return async (url: string, what: FetchWhat): Promise<FetchedPage | FetchRefused> => {
    const now = ctx.now().getTime()
    if (now - renewed > renewMs) {
      if (!(await renewLease(ctx, lease))) throw new Error('the lease of this read was lost')
      renewed = now
    }
    const headers = { 'user-agent': agent, ...what.headers }
    const reply = await ctx.ports.web.fetch(
      { url, method: 'GET', headers, maxBytes: what.maxBytes, timeoutMs: 20_000 },
      what.signal,
    )
    if (reply.kind === 'reply') return { ...reply, kind: 'fetched' }
    return { kind: 'refused', code: reply.code === 'bad-url' ? 'not-allowed' : reply.code, message: reply.message }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
