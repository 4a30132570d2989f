import type { ReadLink } from '../reading/index.ts'
import { atOrigin, cleanUrl, fitsPattern, pageKey, siteOf } from './address.ts'
import type { PageOutcome, WaitingUrl } from './deps.ts'
import type { CrawlRun } from './run.ts'
import { trapOf } from './trap.ts'

const assets =
  /\.(jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|heic|css|m?js|json|xml|rss|atom|woff2?|ttf|otf|eot|map|mp[34]|m4[av]|mov|avi|wmv|webm|og[gav]|wav|flac|vcf|ics|webmanifest)$/i
const unread =
  /\.(docm?|xlsx?|xlsm|pptx?|odt|ods|odp|rtf|pages|numbers|key|epub|zip|rar|7z|gz|tgz|tar|exe|dmg|msi|apk|iso|psd|ai|eps)$/i
const machinery =
  /\/(wp-json|wp-admin|wp-login\.php|wp-content\/plugins|xmlrpc\.php|cdn-cgi|cgi-bin)(\/|$)|\/(feed|rss|trackback|embed)\/?$|\/\.well-known\//i
const archives = /\/(tags?|categor(y|ies)|authors?|archives?|page)\/|\/(19|20)\d\d\/\d/i

/** Collects addresses over one step; what was met before is passed over without a round trip. */
export class Finder {
  readonly waiting: WaitingUrl[] = []
  readonly refused: PageOutcome[] = []
  #run: CrawlRun
  #seen: Set<string>

  constructor(run: CrawlRun) {
    this.#run = run
    this.#seen = new Set(run.seen)
  }

  links(from: { url: string; depth: number }, links: readonly ReadLink[], nofollow: boolean): void {
    for (const link of links) {
      const alternate = link.rel.startsWith('alternate:')
      if (!alternate && (nofollow || /\b(nofollow|external)\b/.test(link.rel))) continue
      this.add(link.url, { via: alternate ? 'alternate' : 'link', depth: from.depth + 1, from: from.url })
    }
  }

  add(href: string, how: Pick<WaitingUrl, 'via' | 'depth' | 'from'>): void {
    const run = this.#run
    const clean = cleanUrl(href)
    if (clean === '' || !this.#belongs(clean, how.via)) return
    const url = atOrigin(clean, run.origin)
    const { pathname } = new URL(url)
    if (assets.test(pathname) || machinery.test(pathname)) return
    const key = pageKey(url)
    const print = fingerprint(key)
    if (this.#seen.has(print)) return
    if (this.#seen.size >= run.options.limits.pages * 10 + 100) {
      noteOnce(
        run,
        'found-limit',
        `We found more than ${this.#seen.size.toLocaleString('en')} addresses on this site and stopped collecting more. Use include and exclude patterns to choose.`,
      )
      return
    }
    this.#seen.add(print)
    run.seen.push(print)
    run.counts.found += 1
    this.waiting.push({ url, key, depth: how.depth, rank: rankOf(url, how), via: how.via, from: how.from })
    const refusal = how.via === 'start' ? undefined : this.#refusalOf(url, how.depth)
    if (refusal) this.refused.push({ state: 'skipped', key, url, ...refusal })
  }

  #belongs(url: string, via: WaitingUrl['via']): boolean {
    const site = siteOf(url)
    const own = siteOf(this.#run.origin)
    if (site === own || this.#run.options.alsoHosts.some((host) => siteOf(`https://${host}`) === site)) return true
    return via === 'alternate' && site.endsWith(`.${own}`)
  }

  #refusalOf(url: string, depth: number): { code: string; why: string } | undefined {
    const { include, exclude, limits } = this.#run.options
    const ending = unread.exec(new URL(url).pathname)?.[1]
    if (ending) return { code: 'type', why: `We do not read .${ending.toLowerCase()} files.` }
    const excluded = exclude.find((pattern) => fitsPattern(url, pattern))
    if (excluded) return { code: 'excluded', why: `It fits the pattern to leave out, "${excluded}".` }
    if (include.length > 0 && !include.some((pattern) => fitsPattern(url, pattern))) {
      return { code: 'not-included', why: 'It fits none of the patterns to read.' }
    }
    if (depth > limits.depth)
      return { code: 'depth', why: `It is more than ${limits.depth} clicks away from the start page.` }
    const trap = trapOf(this.#run, url)
    return trap === '' ? undefined : { code: 'trap', why: `We stopped here because ${trap}.` }
  }
}

/** Near pages first, then the sitemap's; archives and pages with parameters last. */
function rankOf(url: string, how: Pick<WaitingUrl, 'via' | 'depth'>): number {
  if (how.via === 'start') return 0
  const { pathname, search } = new URL(url)
  const folders = pathname.split('/').filter((part) => part !== '').length
  const base = how.via === 'sitemap' ? 150 : how.via === 'known' ? 120 : how.depth * 100
  return base + folders * 10 + (search === '' ? 0 : 50) + (archives.test(pathname) ? 500 : 0)
}

/** 53 bits of two FNV-1a hashes: enough to tell some thousand keys apart. */
function fingerprint(key: string): string {
  let a = 0x811c9dc5
  let b = 0x01000193
  for (let i = 0; i < key.length; i++) {
    a = Math.imul(a ^ key.charCodeAt(i), 0x01000193)
    b = Math.imul(b ^ key.charCodeAt(key.length - 1 - i), 0x85ebca6b)
  }
  return ((a >>> 0) * 0x200000 + ((b >>> 0) & 0x1fffff)).toString(36)
}

export function noteOnce(run: CrawlRun, code: CrawlRun['notes'][number]['code'], message: string): void {
  if (!run.notes.some((note) => note.code === code)) run.notes.push({ code, message })
}
