import type { Element } from './tree.ts'

/** The few properties by which a page hides words. */
export type Style = Record<string, string>

const watched =
  /^(display|visibility|opacity|font-size|color|background|background-color|background-image|position|left|right|top|text-indent|clip|clip-path|width|height|max-height|overflow|overflow-y|transform|transition|animation|will-change|content-visibility|text-decoration|text-decoration-line|font)$/

interface Compound {
  tag: string
  id: string
  classes: string[]
}
interface Rule {
  path: Compound[]
  weight: number
  style: Style
}

/** More rules for one class than any real page has would only cost time. */
const rulesPerKey = 300

/** The page's own `<style>` rules, as far as simple selectors go. Rules inside media queries are left aside. */
export class StyleSheet {
  #byKey = new Map<string, Rule[]>()

  constructor(sheets: readonly string[]) {
    for (const sheet of sheets) for (const [selectors, body] of rulesOf(sheet)) this.#add(selectors, body)
  }

  /** What applies to an element: matching rules in order of weight, then its own style attribute. */
  styleOf(element: Element): Style | undefined {
    const inline = element.attrs['style']
    let found: Rule[] | undefined
    if (this.#byKey.size > 0) {
      for (const key of keysOf(element)) {
        for (const rule of this.#byKey.get(key) ?? []) if (matches(element, rule.path)) (found ??= []).push(rule)
      }
    }
    if (!found) return inline ? declarations(inline) : undefined
    found.sort((a, b) => a.weight - b.weight)
    return Object.assign({}, ...found.map((rule) => rule.style), inline ? declarations(inline) : undefined)
  }

  #add(selectors: string, body: string): void {
    const style = declarations(body)
    if (!style) return
    for (const selector of selectors.split(',')) {
      const path = compounds(selector)
      const last = path?.at(-1)
      if (!path || !last) continue
      const key = last.id ? `#${last.id}` : last.classes[0] ? `.${last.classes[0]}` : last.tag
      const weight = path.reduce((sum, c) => sum + (c.id ? 1e6 : 0) + c.classes.length * 1e3 + (c.tag ? 1 : 0), 0)
      const important = /!\s*important/.test(body) ? 1e9 : 0
      const rules = this.#byKey.get(key)
      const rule = { path, weight: weight + important, style }
      if (rules && rules.length < rulesPerKey) rules.push(rule)
      else if (!rules) this.#byKey.set(key, [rule])
    }
  }
}

function* keysOf(element: Element): Generator<string> {
  if (element.attrs['id']) yield `#${element.attrs['id']}`
  for (const name of element.classes) yield `.${name}`
  yield element.tag
}

function matches(element: Element, path: readonly Compound[]): boolean {
  const last = path.at(-1)
  if (!last || !fits(element, last)) return false
  let need = path.length - 2
  for (let up = element.parent; up && need >= 0; up = up.parent) {
    const compound = path[need]
    if (compound && fits(up, compound)) need -= 1
  }
  return need < 0
}

function fits(element: Element, compound: Compound): boolean {
  if (compound.tag && compound.tag !== element.tag) return false
  if (compound.id && compound.id !== element.attrs['id']) return false
  if (compound.classes.length === 0) return true
  const own = element.classes
  return compound.classes.every((name) => own.includes(name))
}

/** `undefined` for selectors we do not judge: states, attributes, siblings, everything. */
function compounds(selector: string): Compound[] | undefined {
  const parts = selector.replace(/>/g, ' ').trim().split(/\s+/)
  const path: Compound[] = []
  for (const part of parts) {
    const match = /^([a-z][\w-]*)?((?:[.#][\w-]+)*)$/i.exec(part)
    if (!match || part === '') return undefined
    const names = match[2]?.match(/[.#][\w-]+/g) ?? []
    path.push({
      tag: (match[1] ?? '').toLowerCase(),
      id: names.find((name) => name.startsWith('#'))?.slice(1) ?? '',
      classes: names.filter((name) => name.startsWith('.')).map((name) => name.slice(1)),
    })
  }
  return path
}

function* rulesOf(css: string): Generator<[string, string]> {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/<!--|-->/g, '')
  let at = 0
  while (at < text.length) {
    const brace = text.indexOf('{', at)
    if (brace < 0) return
    let head = text.slice(at, brace).trim()
    head = head.slice(head.lastIndexOf(';') + 1).trim()
    if (/^@(layer|media\s+(all|screen))\b[^,(]*$/i.test(head)) {
      at = brace + 1
    } else if (head.startsWith('@')) {
      at = endOfBlock(text, brace)
    } else {
      const end = text.indexOf('}', brace)
      if (end < 0) return
      yield [head.replace(/^}\s*/, ''), text.slice(brace + 1, end)]
      at = end + 1
    }
  }
}

function endOfBlock(text: string, brace: number): number {
  let depth = 0
  for (let i = brace; i < text.length; i++) {
    if (text[i] === '{') depth += 1
    else if (text[i] === '}' && --depth === 0) return i + 1
  }
  return text.length
}

function declarations(body: string): Style | undefined {
  let style: Style | undefined
  for (const part of body.split(';')) {
    const colon = part.indexOf(':')
    if (colon < 0) continue
    const name = part.slice(0, colon).trim().toLowerCase()
    if (!watched.test(name)) continue
    style ??= {}
    style[name] = part
      .slice(colon + 1)
      .replace(/!\s*important/i, '')
      .trim()
      .toLowerCase()
  }
  return style
}
