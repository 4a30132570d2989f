const tracking =
  /^(utm_\w+|gclid|gbraid|wbraid|dclid|fbclid|msclkid|yclid|twclid|ttclid|igshid|mc_[ce]id|_ga|_gl|_hs\w+|hsa_\w+|hsctatracking|mkt_tok|vero_id|srsltid|phpsessid|jsessionid|sid|sessionid|session_id|aspsessionid\w*|replytocom|share|fb_\w+|ref_src|trk|cmpid|_trksid)$/i
const indexPage = /\/(index|default|home)\.(html?|php|aspx?|jsp|cfm|shtml)$/i

/** The address we ask for: no fragment, no tracking or session parameters, parameters in order, no doubled slashes. */
export function cleanUrl(href: string, base?: string): string {
  if (!URL.canParse(href, base)) return ''
  const url = new URL(href, base)
  if (!/^https?:$/.test(url.protocol)) return ''
  url.hash = ''
  url.username = ''
  url.password = ''
  url.pathname = url.pathname.replace(/;jsessionid=[^/?]*/i, '').replace(/\/{2,}/g, '/')
  const kept = [...url.searchParams].filter(([name]) => !tracking.test(name))
  kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  url.search = kept.length === 0 ? '' : new URLSearchParams(kept).toString()
  return url.href
}

/** One page, one key: scheme, `www.`, trailing slash, `index.html` and letter case of escapes make no difference. */
export function pageKey(href: string): string {
  const clean = cleanUrl(href)
  if (clean === '') return ''
  const url = new URL(clean)
  const path = decodeLoosely(url.pathname)
    .replace(indexPage, '/')
    .replace(/(.)\/+$/, '$1')
  return `${siteOf(clean)}${path === '' ? '/' : path}${url.search}`
}

/** Host without `www.`, with a port when it is not the usual one. */
export function siteOf(href: string): string {
  if (!URL.canParse(href)) return ''
  const url = new URL(href)
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`
  return url.hostname.replace(/^www\./, '') + port
}

function decodeLoosely(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/** The same page at the site's settled origin: `http://acme.com/x` becomes `https://www.acme.com/x`. */
export function atOrigin(href: string, origin: string): string {
  if (origin === '' || siteOf(href) !== siteOf(origin)) return href
  const url = new URL(href)
  return `${origin}${url.pathname}${url.search}`
}

/** `/services/*` or `*.pdf` over path and query; `*` stands for anything. */
export function fitsPattern(href: string, pattern: string): boolean {
  const url = new URL(href)
  const target = url.pathname + url.search
  const source = pattern
    .trim()
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*')
  const begins = pattern.startsWith('/') || pattern.startsWith('*')
  return new RegExp(
    begins ? `^${source}${pattern.endsWith('*') || pattern.endsWith('/') ? '' : '(?:[/?]|$)'}` : source,
  ).test(target)
}
