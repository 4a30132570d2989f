/** What the head of a page and its markup say; read with patterns, since nothing here is quoted to anybody. */
export interface PageHead {
  title: string
  themeColor: string
  /** Absolute addresses; empty when there are none. */
  manifest: string
  icon: string
  scripts: { src: string; key: string }[]
}

const tagPattern = /<(meta|link|script)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi
const attributePattern = /([a-z][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi

export function readPageHead(markup: string, url: string): PageHead {
  const html = markup.replace(/<!--[\s\S]*?-->/g, '')
  const head: PageHead = { title: '', themeColor: '', manifest: '', icon: '', scripts: [] }
  head.title = unescaped(/<title[^>]*>([\s\S]{0,300}?)<\/title>/i.exec(html)?.[1] ?? '')
  let best = -1
  for (const [, tag = '', rest = ''] of html.matchAll(tagPattern)) {
    const attributes = attributesOf(rest)
    const rel = (attributes['rel'] ?? '').toLowerCase()
    const name = (attributes['name'] ?? '').toLowerCase()
    if (tag.toLowerCase() === 'script') {
      if (attributes['src'] !== undefined)
        head.scripts.push({ src: absolute(attributes['src'], url), key: attributes['data-key'] ?? '' })
    } else if (name === 'theme-color') head.themeColor ||= attributes['content'] ?? ''
    else if (rel === 'manifest') head.manifest ||= absolute(attributes['href'] ?? '', url)
    else if (/\bicon\b/.test(rel)) {
      const worth = worthOf(rel, attributes['href'] ?? '', attributes['sizes'] ?? '')
      if (worth > best) {
        best = worth
        head.icon = absolute(attributes['href'] ?? '', url)
      }
    }
  }
  return head
}

/** Which of several icons tells most: a drawing, then the largest picture. */
function worthOf(rel: string, href: string, sizes: string): number {
  if (/\.svg(\?|$)/i.test(href)) return 2000
  const size = Number(/\d+/.exec(sizes)?.[0] ?? (rel.includes('apple') ? 180 : 16))
  return /\.ico(\?|$)/i.test(href) ? size / 100 : size
}

function attributesOf(text: string): Record<string, string> {
  const found = [...text.matchAll(attributePattern)].map(([, name = '', double, single, bare]) => [
    name.toLowerCase(),
    unescaped(double ?? single ?? bare ?? ''),
  ])
  return Object.fromEntries(found) as Record<string, string>
}

function absolute(href: string, base: string): string {
  return href !== '' && URL.canParse(href, base) ? new URL(href, base).href : ''
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'", nbsp: ' ' }

function unescaped(text: string): string {
  return text
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
}
