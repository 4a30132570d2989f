import { Parser } from 'htmlparser2'

export interface Element {
  tag: string
  attrs: Record<string, string>
  classes: readonly string[]
  children: (Element | string)[]
  parent: Element | undefined
}

/** A page as a light tree, with the parts that are not text set aside. */
export interface Tree {
  root: Element
  /** In document order. */
  elements: Element[]
  byId: Map<string, Element>
  styles: string[]
  jsonLd: string[]
  scripts: number
  noscript: string
  /** Reading stopped inside a nesting that no real page has. */
  bottomless: boolean
}

/** Deeper nesting is flattened, as browsers do: a page of a million `<div>` must not exhaust the stack. */
const maxDepth = 400
/** The parser's cost grows with the square of the depth: past this it is stopped. */
const deepest = 5000
const none: readonly string[] = []
const voids = new Set(['svg', 'math', 'template', 'object', 'embed', 'canvas', 'audio', 'video', 'map'])

/** Parses the way browsers roughly do; never throws. */
export function parseTree(html: string): Tree {
  const root: Element = { tag: '#root', attrs: {}, classes: none, children: [], parent: undefined }
  const tree: Tree = {
    root,
    elements: [],
    byId: new Map(),
    styles: [],
    jsonLd: [],
    scripts: 0,
    noscript: '',
    bottomless: false,
  }
  let current = root
  let depth = 0
  let flattened = 0
  let left = 0
  let keep: 'styles' | 'jsonLd' | 'nothing' | '' = ''
  let noscripts = 0
  const parser = new Parser(
    {
      onopentag(tag, attrs) {
        if (tag === 'script') {
          keep = /ld\+json/i.test(attrs['type'] ?? '') ? 'jsonLd' : 'nothing'
          if (keep === 'jsonLd') tree.jsonLd.push('')
          else tree.scripts += 1
          return
        }
        if (tag === 'style') {
          keep = 'styles'
          if (left === 0 && noscripts === 0 && !/print/i.test(attrs['media'] ?? '')) tree.styles.push('')
          else keep = 'nothing'
          return
        }
        if (tag === 'noscript') noscripts += 1
        if (left > 0 || voids.has(tag)) {
          left += 1
          return
        }
        if (depth >= maxDepth) {
          flattened += 1
          if (flattened > deepest) throw new Bottomless()
          return
        }
        const element: Element = { tag, attrs, classes: split(attrs['class']), children: [], parent: current }
        const id = attrs['id']
        if (id && !tree.byId.has(id)) tree.byId.set(id, element)
        current.children.push(element)
        tree.elements.push(element)
        current = element
        depth += 1
      },
      ontext(text) {
        if (keep === 'styles') tree.styles[tree.styles.length - 1] += text
        else if (keep === 'jsonLd') tree.jsonLd[tree.jsonLd.length - 1] += text
        else if (keep === '' && noscripts > 0) tree.noscript += text
        if (keep !== '' || left > 0) return
        const last = current.children.length - 1
        const before = current.children[last]
        if (typeof before === 'string') current.children[last] = before + text
        else current.children.push(text)
      },
      onclosetag(tag) {
        if (tag === 'script' || tag === 'style') keep = ''
        else if (left > 0) left -= 1
        else if (flattened > 0) flattened -= 1
        else if (current.parent) {
          current = current.parent
          depth -= 1
        }
        if (tag === 'noscript') noscripts -= 1
      },
    },
    { decodeEntities: true },
  )
  try {
    parser.end(html)
  } catch (error) {
    if (!(error instanceof Bottomless)) throw error
    tree.bottomless = true
  }
  return tree
}

class Bottomless extends Error {}

function split(names: string | undefined): readonly string[] {
  return names ? names.split(/\s+/).filter(Boolean) : none
}

/** True when an element somewhere inside fits. */
export function holds(element: Element, fits: (inner: Element) => boolean): boolean {
  return element.children.some((child) => typeof child !== 'string' && (fits(child) || holds(child, fits)))
}

/** The text under an element up to `most` characters, whitespace folded, nothing left out. */
export function rawText(element: Element, most = 10_000): string {
  let text = ''
  const collect = (node: Element) => {
    for (const child of node.children) {
      if (text.length > most) return
      if (typeof child === 'string') text += child
      else {
        text += ' '
        collect(child)
        text += ' '
      }
    }
  }
  collect(element)
  return text.replace(/\s+/g, ' ').trim()
}

export function hasAncestor(element: Element, matches: (ancestor: Element) => boolean): boolean {
  for (let up = element.parent; up; up = up.parent) if (matches(up)) return true
  return false
}
