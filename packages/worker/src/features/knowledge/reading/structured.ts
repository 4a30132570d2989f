import { rawText, type Element, type Tree } from './tree.ts'

type Item = Record<string, unknown>

const maxItems = 200

/** JSON-LD objects, graphs and lists flattened; what does not parse is passed over. */
export function readJsonLd(scripts: readonly string[]): Item[] {
  const items: Item[] = []
  const add = (value: unknown) => {
    if (items.length >= maxItems) return
    if (Array.isArray(value)) value.forEach(add)
    else if (isItem(value)) {
      if (Array.isArray(value['@graph'])) value['@graph'].forEach(add)
      else items.push(value)
    }
  }
  for (const script of scripts) {
    const json = script
      .replace(/^\s*(<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
      .replace(/(-->|\]\]>|\/\*\s*\]\]>\s*\*\/)\s*$/, '')
    try {
      add(JSON.parse(json))
    } catch {
      try {
        // Line breaks inside strings and commas before a bracket: the two slips people make by hand.
        add(JSON.parse(json.replace(/[\r\n\t]+/g, ' ').replace(/,\s*([}\]])/g, '$1')))
      } catch {
        continue
      }
    }
  }
  return items
}

/** Microdata (`itemscope`) in the shape of JSON-LD. */
export function readMicrodata(tree: Tree, resolve: (url: string) => string): Item[] {
  const items: Item[] = []
  for (const element of tree.elements) {
    if ('itemscope' in element.attrs && !('itemprop' in element.attrs) && items.length < maxItems) {
      items.push(itemOf(element, resolve))
    }
  }
  return items
}

function itemOf(element: Element, resolve: (url: string) => string): Item {
  const item: Item = { '@type': (element.attrs['itemtype'] ?? '').replace(/^https?:\/\/schema\.org\//, '') }
  const collect = (node: Element) => {
    for (const child of node.children) {
      if (typeof child === 'string') continue
      const names = child.attrs['itemprop']?.split(/\s+/).filter(Boolean) ?? []
      const scoped = 'itemscope' in child.attrs
      for (const name of names) put(item, name, scoped ? itemOf(child, resolve) : valueOf(child, resolve))
      if (!scoped) collect(child)
    }
  }
  collect(element)
  return item
}

function put(item: Item, name: string, value: unknown): void {
  if (name === '__proto__') return
  const held = item[name]
  if (held === undefined) item[name] = value
  else if (Array.isArray(held)) held.push(value)
  else item[name] = [held, value]
}

function valueOf(element: Element, resolve: (url: string) => string): string {
  const { tag, attrs } = element
  if (attrs['content'] !== undefined) return attrs['content']
  if (tag === 'a' || tag === 'link' || tag === 'area') {
    const href = attrs['href'] ?? ''
    return resolve(href) || rawText(element) || href.replace(/^(tel|mailto|sms):/i, '')
  }
  if (tag === 'img' || tag === 'iframe' || tag === 'source') return resolve(attrs['src'] ?? '')
  if (tag === 'time') return attrs['datetime'] ?? rawText(element)
  if (tag === 'data' || tag === 'meter') return attrs['value'] ?? rawText(element)
  return rawText(element)
}

export function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Questions of an FAQPage; their answers may hold HTML. */
export function faqOf(items: readonly Item[]): { question: string; answer: string }[] {
  const found: { question: string; answer: string }[] = []
  for (const item of items) {
    const entities = item['mainEntity'] ?? (item['@type'] === 'Question' ? item : [])
    for (const entity of Array.isArray(entities) ? entities : [entities]) {
      if (!isItem(entity) || entity['@type'] !== 'Question') continue
      const accepted = entity['acceptedAnswer']
      const first: unknown = Array.isArray(accepted) ? accepted[0] : accepted
      const answer = isItem(first) ? first['text'] : undefined
      const question = entity['name']
      if (typeof question === 'string' && typeof answer === 'string') found.push({ question, answer })
    }
  }
  return found
}
