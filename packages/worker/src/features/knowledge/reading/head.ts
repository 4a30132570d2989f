import type { ReadLink } from './document.ts'
import { isItem } from './structured.ts'
import { rawText, type Tree } from './tree.ts'
import { tidy } from './words.ts'

/** What a page says about itself, outside its text. */
export interface Head {
  title: string
  lang: string
  /** What relative links are relative to. */
  base: string
  canonicalUrl: string
  robots: { noindex: boolean; nofollow: boolean }
  icon: string
  themeColor: string
  dated: string
  links: ReadLink[]
  stylesheets: number
}

const modified = /^(article:modified_time|og:updated_time|last-modified|dcterms\.modified|datemodified)$/
const published = /^(article:published_time|date|dcterms\.(date|created)|datepublished|publish-?date)$/

export function readHead(tree: Tree, url: string): Head {
  const head: Head = {
    title: '',
    lang: '',
    base: url,
    canonicalUrl: '',
    robots: { noindex: false, nofollow: false },
    icon: '',
    themeColor: '',
    dated: '',
    links: [],
    stylesheets: 0,
  }
  let socialTitle = ''
  let publishedOn = ''
  for (const element of tree.elements) {
    const { tag, attrs } = element
    if (tag === 'html') head.lang = attrs['lang'] ?? attrs['xml:lang'] ?? head.lang
    else if (tag === 'base' && attrs['href'] && head.base === url) head.base = absolute(attrs['href'], url) || url
    else if (tag === 'title' && head.title === '') head.title = tidy(rawText(element))
    else if (tag === 'link') readLink(head, attrs)
    else if (tag === 'meta') {
      const name = (attrs['name'] ?? attrs['property'] ?? attrs['http-equiv'] ?? attrs['itemprop'] ?? '').toLowerCase()
      const content = attrs['content'] ?? ''
      if (name === 'og:title' && socialTitle === '') socialTitle = tidy(content)
      else if (name === 'robots' || name === 'foyer') readRobots(head.robots, content)
      else if (name === 'theme-color' && head.themeColor === '') head.themeColor = tidy(content)
      else if (name === 'content-language' && head.lang === '') head.lang = content
      else if (name === 'og:locale' && head.lang === '') head.lang = content
      else if (name === 'refresh') {
        const to = /^\s*\d+\s*[;,]\s*url\s*=\s*["']?([^"']+)/i.exec(content)?.[1]
        if (to) head.links.push({ url: absolute(to.trim(), head.base), text: '', rel: 'refresh' })
      } else if (modified.test(name)) head.dated = dayOf(content) || head.dated
      else if (published.test(name)) publishedOn = dayOf(content) || publishedOn
    }
  }
  head.title ||= socialTitle
  head.dated ||= publishedOn
  head.lang = primaryTag(head.lang)
  return head
}

function readLink(head: Head, attrs: Record<string, string>): void {
  const href = attrs['href']
  const rel = (attrs['rel'] ?? '').toLowerCase()
  if (!href) return
  if (rel === 'canonical') head.canonicalUrl ||= absolute(href, head.base)
  else if (/\bstylesheet\b/.test(rel)) head.stylesheets += 1
  else if (/\bicon\b/.test(rel) && (head.icon === '' || /svg|apple|192|180/.test(href + rel)))
    head.icon = absolute(href, head.base)
  else if (rel === 'alternate' && attrs['hreflang']) {
    head.links.push({ url: absolute(href, head.base), text: '', rel: `alternate:${attrs['hreflang'].toLowerCase()}` })
  } else if (rel === 'next' || rel === 'prev') {
    head.links.push({ url: absolute(href, head.base), text: '', rel })
  }
}

export function readRobots(robots: { noindex: boolean; nofollow: boolean }, content: string): void {
  if (/\b(noindex|none)\b/i.test(content)) robots.noindex = true
  if (/\b(nofollow|none)\b/i.test(content)) robots.nofollow = true
}

/** Absolute http(s) URL, or empty. The fragment is kept. */
export function absolute(href: string, base: string): string {
  const url = URL.canParse(href.trim(), base) ? new URL(href.trim(), base) : undefined
  return url && /^https?:$/.test(url.protocol) ? url.href : ''
}

/** `en-US` and `en_US` to `en`; empty when it is not a language tag. */
export function primaryTag(lang: string): string {
  return /^\s*([a-z]{2,3})(?![a-z])/i.exec(lang)?.[1]?.toLowerCase() ?? ''
}

export function dayOf(value: unknown): string {
  if (typeof value !== 'string') return ''
  const plain = /^\s*(\d{4}-\d{2}-\d{2})/.exec(value)?.[1]
  if (plain) return Number.isNaN(Date.parse(plain)) ? '' : plain
  const at = Date.parse(value)
  return Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 10)
}

/** When the structured data says the page was changed, else published. */
export function datedBy(structured: readonly Record<string, unknown>[]): string {
  for (const name of ['dateModified', 'datePublished', 'dateCreated']) {
    for (const item of structured) {
      const day = isItem(item) ? dayOf(item[name]) : ''
      if (day !== '' && item['@type'] !== 'Review') return day
    }
  }
  return ''
}
