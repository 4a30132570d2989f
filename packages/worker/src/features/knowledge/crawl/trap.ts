import type { CrawlRun } from './run.ts'

const perPath = 15
const perShape = 40
/** `/?page_id=12`, `/page.php?id=3`: the parameter is the page's name. */
const perNumberedPath = 150

/** Why an address looks like one of an endless many; empty when it does not. Counts what it lets in. */
export function trapOf(run: CrawlRun, href: string): string {
  const url = new URL(href)
  if (href.length > 1000) return 'its address is longer than 1,000 characters'
  const segments = url.pathname.split('/').filter((segment) => segment !== '')
  if (segments.length > 12) return 'its address is more than 12 folders deep'
  if (repeats(segments)) return 'its address repeats itself, as endless links do'
  if (url.searchParams.size > 6) return 'its address has more than 6 parameters'
  const path = `${url.host}${url.pathname}`
  const most = namesPage(url) ? perNumberedPath : perPath
  if (url.search !== '' && isOver(run, `?${path}`, most)) {
    return `we read ${most} versions of this page with other parameters already (a calendar or a filter, perhaps)`
  }
  const shape = path.replace(/\d+/g, '0')
  if (shape !== path && isOver(run, shape, perShape)) {
    return `we read ${perShape} pages whose addresses differ only in a number already (a calendar or an archive, perhaps)`
  }
  return ''
}

function namesPage(url: URL): boolean {
  const names = [...url.searchParams.keys()]
  return names.length === 1 && /^(page_id|p|id|pid|article|node|slug|name|view)$/i.test(names[0] ?? '')
}

function isOver(run: CrawlRun, shape: string, most: number): boolean {
  const count = run.shapes[shape] ?? 0
  if (count >= most) return true
  run.shapes[shape] = count + 1
  return false
}

/** One segment three times, or a pair of them twice in a row. */
function repeats(segments: readonly string[]): boolean {
  const counts = new Map<string, number>()
  for (const segment of segments) {
    const count = (counts.get(segment) ?? 0) + 1
    if (count >= 3) return true
    counts.set(segment, count)
  }
  return segments.some(
    (segment, i) =>
      i >= 2 && i + 1 < segments.length && segment === segments[i - 2] && segments[i + 1] === segments[i - 1],
  )
}
