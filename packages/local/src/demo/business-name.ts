/** What a business calls itself: in structured data beside its telephone or address, as a site's name, or at the end of its titles. */
export function businessName(html: string): string | undefined {
  const name =
    structuredName(html) ??
    /<meta[^>]+property="og:site_name"[^>]+content="([^"]+)"/i.exec(html)?.[1] ??
    titleName(html)
  const clean = name === undefined ? '' : decoded(name).replaceAll(/\s+/g, ' ').trim()
  return clean === '' || clean.length > 120 ? undefined : clean
}

function structuredName(html: string): string | undefined {
  for (const [, json = ''] of html.matchAll(/<script[^>]+application\/ld\+json[^>]*>([\s\S]*?)<\/script>/gi)) {
    const name = nameWithin(parsed(json))
    if (name !== undefined) return name
  }
  return undefined
}

function nameWithin(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(nameWithin).find((name) => name !== undefined)
  if (typeof value !== 'object' || value === null) return undefined
  const thing = value as Record<string, unknown>
  const isBusiness = thing['telephone'] !== undefined || thing['address'] !== undefined
  if (isBusiness && typeof thing['name'] === 'string') return thing['name']
  return nameWithin(thing['@graph'])
}

/** The part that most titles share ("Prices | Acme", "Contact | Acme"); of one title alone nothing can be told. */
function titleName(html: string): string | undefined {
  const counts = new Map<string, number>()
  for (const [, title = ''] of html.matchAll(/<title[^>]*>([^<]+)<\/title>/gi)) {
    for (const part of new Set(title.split(/\s+[|·–—-]\s+|:\s+/)))
      counts.set(part.trim(), (counts.get(part.trim()) ?? 0) + 1)
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a)
  return best !== undefined && best[1] > 1 ? best[0] : undefined
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

const decoded = (text: string): string =>
  text
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', '’')
    .replaceAll('&rsquo;', '’')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', ' ')
