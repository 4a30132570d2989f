import robotsParser from 'robots-parser'
import type { CrawlDeps, FetchedPage, FetchRefused } from './deps.ts'
import type { CrawlRun } from './run.ts'

const maxDelayMs = 10_000
const maxRobotsChars = 100_000

/** One request, politely: not before its time, not longer than it may take; whatever goes wrong is a refusal. */
export async function ask(
  deps: CrawlDeps,
  run: CrawlRun,
  url: string,
  headers: Readonly<Record<string, string>>,
  maxBytes: number,
): Promise<FetchedPage | FetchRefused> {
  const pause = run.nextAt - deps.now()
  if (pause > 0) await deps.wait(pause)
  run.nextAt = deps.now() + paceOf(run, url)
  run.counts.fetched += 1
  const answer = await deps
    .fetchPage(url, { signal: AbortSignal.timeout(run.options.limits.requestMs), headers, maxBytes })
    .catch((error: unknown): FetchRefused => silence(error))
  if (answer.kind === 'fetched') {
    run.silent = 0
    run.counts.bytes += answer.body.length
  } else if (answer.code === 'unreachable' || answer.code === 'timeout') run.silent += 1
  return answer
}

/** Time-outs and broken connections are the site's; anything else thrown is ours and passes through. */
function silence(error: unknown): FetchRefused {
  if (!(error instanceof TypeError) && !(error instanceof DOMException)) throw error
  const late = error.name === 'TimeoutError' || error.name === 'AbortError'
  return late
    ? { kind: 'refused', code: 'timeout', message: 'It did not answer in time.' }
    : { kind: 'refused', code: 'unreachable', message: 'It could not be reached.' }
}

/** The pause the site asks for in robots.txt, when it is longer than ours, up to 10 seconds. */
export function paceOf(run: CrawlRun, url: string): number {
  const { paceMs, agent } = run.options
  if (paceMs === 0) return 0
  const asked = rulesFor(run, url)?.getCrawlDelay(agent) ?? 0
  return Math.max(paceMs, Math.min(asked * 1000, maxDelayMs))
}

export function mayRead(run: CrawlRun, url: string): boolean {
  return rulesFor(run, url)?.isAllowed(url, run.options.agent) !== false
}

export function sitemapsNamed(run: CrawlRun, origin: string): string[] {
  return rulesFor(run, `${origin}/`)?.getSitemaps() ?? []
}

function rulesFor(run: CrawlRun, url: string): ReturnType<typeof robotsParser> | undefined {
  const { origin } = new URL(url)
  const text = run.robots[origin]
  return text === undefined || text === '' ? undefined : robotsParser(`${origin}/robots.txt`, text)
}

export type RobotsAnswer = 'known' | { code: 'unavailable' | FetchRefused['code']; message: string }

/** Fetches an origin's robots.txt once. 4xx means everything is allowed, 5xx means nothing is (RFC 9309). */
export async function learnRobots(deps: CrawlDeps, run: CrawlRun, origin: string): Promise<RobotsAnswer> {
  if (run.robots[origin] !== undefined) return 'known'
  let last: Exclude<RobotsAnswer, 'known'> = { code: 'unavailable', message: '' }
  for (let tries = 0; tries < 3; tries++) {
    const answer = await ask(deps, run, `${origin}/robots.txt`, {}, maxRobotsChars)
    if (answer.kind === 'refused') {
      last = { code: answer.code, message: answer.message }
      if (answer.code !== 'unreachable' && answer.code !== 'timeout') break
      if (tries === 1) break
    } else if (answer.status >= 500 || answer.status === 429) {
      last = { code: 'unavailable', message: `it answered with error ${answer.status}` }
      run.nextAt = Math.max(run.nextAt, deps.now() + Math.min(retryAfterMs(answer, deps.now(), 2000), maxDelayMs))
      if (run.options.paceMs === 0) run.nextAt = deps.now()
    } else {
      const html = /text\/html/i.test(answer.headers['content-type'] ?? '')
      run.robots[origin] = answer.status < 300 && !html ? new TextDecoder().decode(answer.body) : ''
      return 'known'
    }
  }
  // A redirect loop or a refused address at robots.txt alone says nothing about the pages.
  if (last.code === 'too-many-redirects' || last.code === 'too-large') {
    run.robots[origin] = ''
    return 'known'
  }
  return last
}

export function retryAfterMs(answer: FetchedPage, now: number, otherwise: number): number {
  const value = answer.headers['retry-after'] ?? ''
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000
  const at = Date.parse(value)
  return Number.isNaN(at) ? otherwise : Math.max(0, at - now)
}
