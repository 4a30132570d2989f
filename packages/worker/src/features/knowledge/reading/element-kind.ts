import { rawText, type Element } from './tree.ts'

export const inlineTags = new Set(
  'a abbr acronym b bdi bdo big cite code data dfn em font i img ins kbd label mark nobr output picture q rp rt ruby samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
export const leftOutTags = new Set(
  'head script style noscript iframe frame select option optgroup datalist textarea input progress meter del s strike rp source track param'.split(
    ' ',
  ),
)
export function levelOf({ tag, attrs }: Element): number {
  if (/^h[1-6]$/.test(tag)) return Number(tag[1])
  return attrs['role'] === 'heading' ? Number.parseInt(attrs['aria-level'] ?? '2', 10) || 2 : 0
}

export function hasHeading(element: Element): boolean {
  return element.children.some((child) => typeof child !== 'string' && (levelOf(child) > 0 || hasHeading(child)))
}

/** A box whose parts are set apart by style, not by spaces: `<div><span>Tune-up</span><span>$89</span></div>`. */
export function isLayout(element: Element): boolean {
  if (inlineTags.has(element.tag) || element.tag === 'p' || element.children.length < 2) return false
  return element.children.every((child) => typeof child !== 'string' || child.trim() === '')
}

export function isBoldOnly(element: Element): boolean {
  const inner = element.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  const [only] = inner
  if (inner.length !== 1 || only === undefined || typeof only === 'string') return false
  const bold = only.tag === 'strong' || only.tag === 'b' || (only.tag === 'span' && isBoldOnly(only))
  return bold && rawText(only).length <= 80 && !/[.!]$/.test(rawText(only))
}

export function tabOf(element: Element): Element | undefined {
  return element.attrs['role'] === 'tabpanel' && element.attrs['aria-labelledby'] ? element : undefined
}

export function anchorIn(element: Element): string {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    const own = child.attrs['id'] ?? (child.tag === 'a' ? child.attrs['name'] : undefined) ?? anchorIn(child)
    if (own) return own
  }
  return ''
}

export function countBlocks(element: Element): number {
  return element.children.filter(
    (child) => typeof child !== 'string' && !inlineTags.has(child.tag) && child.tag !== 'br',
  ).length
}
