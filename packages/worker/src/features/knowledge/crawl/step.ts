import { learnRobots } from './ask.ts'
import { begin } from './begin.ts'
import type { CrawlDeps, PageOutcome } from './deps.ts'
import { Finder, noteOnce } from './found.ts'
import { readPage } from './read-page.ts'
import type { CrawlRun } from './run.ts'

const silentRequests = 5
const longPauseMs = 15_000

/** `waitMs`: come back no sooner (the site asked for a pause longer than it pays to stay for). */
export type CrawlStep = { next: 'more'; run: CrawlRun; waitMs: number } | { next: 'done'; run: CrawlRun }

/**
 * Does one share of a run and returns: the first step reads robots.txt, the start page and the sitemaps; each further
 * one up to `options.step.pages` pages or `options.step.ms`. Everything it learned is handed to `frontier.finish` in one
 * batch; a step that dies is repeated from the run of the step before. Costs two round trips to the frontier.
 */
export async function crawlStep(deps: CrawlDeps, before: CrawlRun): Promise<CrawlStep> {
  const run = structuredClone(before)
  if (run.stage === 'done') return { next: 'done', run }
  const finder = new Finder(run)
  if (run.stage === 'start') {
    const outcomes = await begin(deps, run, finder)
    run.stage = run.notes.some((note) => endsRun.has(note.code)) ? 'done' : 'pages'
    return settle(deps, run, finder, outcomes)
  }
  const pause = run.nextAt - deps.now()
  if (pause > longPauseMs) return { next: 'more', run, waitMs: pause }
  const stop = limitReached(deps, run)
  if (stop) return end(deps, run, finder, [], stop)

  const room = run.options.limits.pages - run.counts.read - run.counts.unchanged
  const taken = await deps.frontier.take(Math.min(run.options.step.pages, room))
  if (taken.length === 0) return end(deps, run, finder, [])
  const until = deps.now() + run.options.step.ms
  const outcomes: PageOutcome[] = []
  for (const one of taken) {
    const { key, url } = one
    const stopped = limitReached(deps, run)
    if (deps.now() > until || stopped || run.nextAt - deps.now() > longPauseMs) {
      outcomes.push({ state: 'again', tried: false, key, url, code: 'later', why: '' })
      continue
    }
    const rules = await learnRobots(deps, run, new URL(url).origin)
    if (rules === 'known') outcomes.push(await readPage(deps, run, one, finder))
    else
      outcomes.push({
        state: 'failed',
        key,
        url,
        code: rules.code,
        why: `The rules of its site could not be read (${rules.message}).`,
      })
  }
  return settle(deps, run, finder, outcomes)
}

const endsRun = new Set(['site-down', 'bad-address', 'robots-forbids-all', 'robots-unavailable'])

async function settle(
  deps: CrawlDeps,
  run: CrawlRun,
  finder: Finder,
  outcomes: readonly PageOutcome[],
): Promise<CrawlStep> {
  const all = [...outcomes, ...finder.refused]
  for (const outcome of all) if (outcome.state !== 'again') run.counts[outcome.state] += 1
  const { added, waiting } = await deps.frontier.finish({ outcomes: all, found: finder.waiting, run })
  if (added > 0) deps.progress?.({ type: 'found', count: added, waiting })
  for (const outcome of all) {
    const { state, url, code, why } = outcome
    const title = outcome.state === 'read' ? outcome.document.title : ''
    if (state !== 'again') deps.progress?.({ type: 'page', state, url, title, code, why })
  }
  if (run.stage !== 'done') return { next: 'more', run, waitMs: 0 }
  for (const note of run.notes) deps.progress?.({ type: 'note', ...note })
  return { next: 'done', run }
}

interface Stop {
  code: 'page-limit' | 'time-limit' | 'byte-limit' | 'stopped-answering'
  why: string
}

async function end(
  deps: CrawlDeps,
  run: CrawlRun,
  finder: Finder,
  outcomes: PageOutcome[],
  stop?: Stop,
): Promise<CrawlStep> {
  run.stage = 'done'
  if (stop) {
    const left = await deps.frontier.close(stop.code, stop.why)
    run.counts.skipped += left
    if (left > 0 || stop.code === 'stopped-answering')
      noteOnce(run, stop.code, `${stop.why} ${left === 1 ? 'One page was' : `${left} pages were`} left unread.`)
  }
  if (run.counts.read + run.counts.unchanged === 0) {
    noteOnce(
      run,
      'nothing-read',
      'We could not read a single page of this site. The list of pages says why, one by one.',
    )
  }
  return settle(deps, run, finder, outcomes)
}

function limitReached(deps: CrawlDeps, run: CrawlRun): Stop | undefined {
  const { limits } = run.options
  const { counts } = run
  if (run.silent >= silentRequests)
    return { code: 'stopped-answering', why: 'The site stopped answering while we were reading it.' }
  if (counts.read + counts.unchanged >= limits.pages)
    return { code: 'page-limit', why: `We read ${limits.pages} pages, the limit for this site.` }
  // Many addresses that end in nothing cost requests too.
  if (counts.fetched >= limits.pages * 5 + 50)
    return { code: 'page-limit', why: `We made ${counts.fetched} requests, the limit for this site.` }
  if (counts.bytes >= limits.bytes)
    return { code: 'byte-limit', why: `We read ${Math.round(counts.bytes / 1_048_576)} MB, the limit for this site.` }
  if (deps.now() - run.startedAt >= limits.timeMs)
    return {
      code: 'time-limit',
      why: `We read for ${Math.round(limits.timeMs / 60_000)} minutes, the limit for this site.`,
    }
  return undefined
}

/** Runs to the end, for a small site or a command line. */
export async function crawl(deps: CrawlDeps, start: CrawlRun): Promise<CrawlRun> {
  let step = await crawlStep(deps, start)
  while (step.next === 'more') {
    if (step.waitMs > 0) await deps.wait(step.waitMs)
    step = await crawlStep(deps, step.run)
  }
  return step.run
}
