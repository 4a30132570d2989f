import { findAccordions, type Accordions } from './accordion.ts'
import type { Block } from './blocks.ts'
import { regionOf } from './chrome.ts'
import { hidingOf, isUnreadable, lookOf, type Look } from './hidden.ts'
import { primaryTag } from './head.ts'
import { StyleSheet } from './styles.ts'
import { readTable } from './table.ts'
import { rawText, type Element, type Tree } from './tree.ts'
import { endsAsQuestion, tidy } from './words.ts'

const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data dfn em font i img ins kbd label mark nobr output picture q rp rt ruby samp small span strong sub sup time tt u var wbr'.split(' '),
)
const leftOut = new Set(
  'head script style noscript iframe frame select option optgroup datalist textarea input progress meter del s strike rp source track param'.split(' '),
)
const maxChars = 2_000_000

interface Around {
  look: Look
  lang: string
  kind: 'text' | 'list-item' | 'footer'
  /** Inside navigation: only a phone number or an address to write to is kept. */
  contactsOnly: boolean
  pre: boolean
}

/** Walks a page and writes down, line by line, what a visitor can read. */
export class PageReader {
  readonly blocks: Block[] = []
  hidden = 0
  truncated = false
  #styles: StyleSheet
  #accordions: Accordions
  #headings: { level: number; text: string }[] = []
  #anchor = ''
  #group = 0
  #line = ''
  #linked = 0
  #contact = false
  #leads = false
  #chars = 0

  constructor(tree: Tree) {
    this.#styles = new StyleSheet(tree.styles)
    this.#accordions = findAccordions(tree)
  }

  read(tree: Tree, lang: string, title: string, plainBackground: boolean): void {
    if (title !== '') this.#headings = [{ level: 0, text: title }]
    const look: Look = { tiny: false, invisible: false, color: '', background: plainBackground ? '#ffffff' : '' }
    const around: Around = { look, lang, kind: 'text', contactsOnly: false, pre: false }
    this.#children(tree.root, around)
    this.#flush(around)
  }

  #children(element: Element, around: Around): void {
    const apart = isLayout(element)
    for (const child of element.children) {
      if (this.truncated) return
      if (typeof child === 'string') this.#text(child, around)
      else {
        if (apart && this.#line !== '' && !this.#line.endsWith(' ')) this.#line += ' '
        this.#element(child, around)
      }
    }
  }

  #text(text: string, around: Around): void {
    if (isUnreadable(around.look)) {
      if (text.trim() !== '') this.hidden += 1
      return
    }
    if (!around.pre) this.#line += text
    else {
      for (const [i, line] of text.split('\n').entries()) {
        if (i > 0) this.#flush(around)
        this.#line += line
      }
    }
  }

  #element(element: Element, around: Around): void {
    const { tag, attrs } = element
    if (leftOut.has(tag)) return
    if (tag === 'br' || tag === 'hr') return this.#break(around, tag === 'hr')
    const trigger = this.#accordions.triggers.has(element)
    if (tag === 'button' && !trigger && !this.#inHeading) return
    const region = regionOf(element)
    const style = this.#styles.styleOf(element)
    if (/line-through/.test(`${style?.['text-decoration']} ${style?.['text-decoration-line']}`)) return
    const hiding = hidingOf(element, style)
    const opens = this.#accordions.panels.get(element) ?? tabOf(element)
    if (region !== 'chrome' && (hiding === 'hidden' || (hiding === 'collapsed' && !opens))) {
      if (/\p{L}/u.test(rawText(element)) && tag !== 'input') this.hidden += 1
      return
    }
    if (region === 'chrome' && hiding !== 'seen') return
    const inner = this.#inside(element, around, region, lookOf(around.look, element, style))
    if (inline.has(tag) && !trigger) return this.#inline(element, inner)
    this.#flush(around)
    const before = this.#group
    if (region !== 'content' || tag === 'article' || tag === 'section' || tag === 'main') this.#group += 1
    const kept = region === 'furniture' ? this.#headings : undefined
    if (kept) this.#headings = []
    const anchor = attrs['id'] ?? (tag === 'a' ? attrs['name'] : undefined)
    if (anchor && tag !== 'body') this.#anchor = anchor
    this.#block(element, inner, trigger)
    this.#flush(inner)
    if (kept) this.#headings = kept
    if (this.#group !== before && region !== 'content') this.#group += 1
  }

  get #inHeading(): boolean {
    return this.#level !== 0
  }
  #level = 0

  #inside(element: Element, around: Around, region: string, look: Look): Around {
    const lang = element.tag === 'html' ? '' : primaryTag(element.attrs['lang'] ?? '')
    const item = element.tag === 'li' && around.kind === 'text'
    return {
      look,
      lang: lang || around.lang,
      kind: region === 'furniture' || region === 'chrome' ? 'footer' : item ? 'list-item' : around.kind,
      contactsOnly: around.contactsOnly || region === 'chrome',
      pre: around.pre || element.tag === 'pre',
    }
  }

  #inline(element: Element, around: Around): void {
    const { tag, attrs } = element
    const from = this.#line.length
    if (tag === 'sup' && /^\s*\d\d\s*$/.test(rawText(element)) && /[$€£]\s?\d+$/.test(this.#line)) this.#line += '.'
    this.#children(element, around)
    if (tag !== 'a') return
    this.#linked += this.#line.length - from
    if (/^(tel|mailto|sms):/i.test(attrs['href'] ?? '') && this.#line.length > from) this.#contact = true
  }

  #block(element: Element, around: Around, trigger: boolean): void {
    const { tag, attrs } = element
    const level = levelOf(element) || (trigger && !this.#inHeading && !hasHeading(element) ? 7 : 0)
    if (level > 0) return this.#heading(element, around, level, trigger)
    if (tag === 'summary') return this.#heading(element, around, 7, true)
    if (tag === 'table' || attrs['role'] === 'table' || attrs['role'] === 'grid') {
      if (!around.contactsOnly && this.#table(element, around)) return
    }
    if (tag === 'ul' || tag === 'ol' || tag === 'dl') {
      if (around.kind !== 'footer' && !this.#introduced()) this.#group += 1
      this.#children(element, around)
      this.#flush(around)
      this.#group += 1
      return
    }
    if (tag === 'dt') return this.#term(element, around)
    this.#children(element, around)
    if (tag === 'p' && isBoldOnly(element)) this.#leads = true
  }

  /** A line ending in a colon, just before a list, belongs to it. */
  #introduced(): boolean {
    const last = this.blocks.at(-1)
    return last !== undefined && last.group === this.#group && (/[:：]$/.test(last.text) || last.leads)
  }

  #heading(element: Element, around: Around, level: number, asked: boolean): void {
    this.#level = level
    this.#children(element, around)
    this.#level = 0
    const text = tidy(this.#line)
    this.#line = ''
    const inner = rawAnchor(element)
    if (inner) this.#anchor = inner
    if (text === '' || around.contactsOnly) return
    while ((this.#headings.at(-1)?.level ?? -1) >= level || (level === 1 && this.#headings.length > 0)) this.#headings.pop()
    const leads = asked || endsAsQuestion(text)
    this.#group += 1
    this.#push({ ...this.#blockOf(text, around), kind: 'heading', leads })
    this.#headings.push({ level, text })
  }

  #table(element: Element, around: Around): boolean {
    const rows = readTable(element, (cell) => this.#aside(cell, around))
    if (!rows) return false
    const caption = element.children.find((child): child is Element => typeof child !== 'string' && child.tag === 'caption')
    const named = caption ? this.#aside(caption, around) : ''
    const path = this.#headings.map(({ text }) => text)
    if (named !== '') this.#push({ ...this.#blockOf(named, around), kind: 'heading', leads: false })
    let group = ''
    for (const row of rows) {
      const above = named === '' ? path : [...path, named]
      if (row.group !== group && row.group !== '') {
        this.#push({ ...this.#blockOf(row.group, around), kind: 'heading', headings: above, leads: false })
      }
      group = row.group
      const headings = group === '' ? above : [...above, group]
      const anchor = row.element.attrs['id'] ?? this.#anchor
      this.#push({ ...this.#blockOf(row.text, around), kind: 'table-row', headings, anchor })
    }
    this.#group += 1
    return true
  }

  /** The words of a cell, read by the same rules, as one line. */
  #aside(cell: Element, around: Around): string {
    const kept = { line: this.#line, linked: this.#linked, blocks: this.blocks.length, headings: [...this.#headings] }
    this.#line = ''
    this.#element({ ...cell, tag: 'div' }, around)
    this.#flush(around)
    this.#line = kept.line
    this.#linked = kept.linked
    this.#headings = kept.headings
    return this.blocks.splice(kept.blocks).map(({ text }) => text).join(', ').replace(/([:;,.])(, )/g, '$1 ')
  }

  /** `dt` and the `dd` that follow stand on one line when they are short. */
  #term(element: Element, around: Around): void {
    this.#children(element, around)
    const text = tidy(this.#line)
    if (text === '') return
    this.#line = text
    this.#leads = true
  }

  #break(around: Around, apart: boolean): void {
    if (this.#inHeading) {
      this.#line += ' '
      return
    }
    this.#flush(around)
    if (apart) this.#group += 1
  }

  #blockOf(text: string, around: Around): Block {
    const headings = this.#headings.map((heading) => heading.text)
    return { kind: around.kind, text, headings, anchor: this.#anchor, lang: around.lang, group: this.#group, leads: false }
  }

  #flush(around: Around): void {
    if (this.#level !== 0) {
      if (this.#line !== '') this.#line += ' '
      return
    }
    const text = tidy(this.#line)
    const onlyLinks = text !== '' && this.#linked >= text.length * 0.9
    const contact = this.#contact
    const leads = this.#leads || (around.kind === 'text' && endsAsQuestion(text) && text.length <= 150)
    this.#line = ''
    this.#linked = 0
    this.#contact = false
    this.#leads = false
    if (!/[\p{L}\p{N}]/u.test(text)) return
    if (around.contactsOnly && !contact) return
    if (around.kind === 'footer' && onlyLinks && !contact && !/\d{3}/.test(text)) return
    if (around.kind === 'footer' && /^(©|\(c\)|copyright)/i.test(text) && text.length < 120) return
    this.#push({ ...this.#blockOf(text, around), leads: leads && around.kind !== 'footer' })
  }

  #push(block: Block): void {
    this.#chars += block.text.length + 1
    if (this.#chars > maxChars) this.truncated = true
    else this.blocks.push(block)
  }
}

function levelOf({ tag, attrs }: Element): number {
  if (/^h[1-6]$/.test(tag)) return Number(tag[1])
  return attrs['role'] === 'heading' ? Number.parseInt(attrs['aria-level'] ?? '2', 10) || 2 : 0
}

function hasHeading(element: Element): boolean {
  return element.children.some((child) => typeof child !== 'string' && (levelOf(child) > 0 || hasHeading(child)))
}

/** A box whose parts are set apart by style, not by spaces: `<div><span>Tune-up</span><span>$89</span></div>`. */
function isLayout(element: Element): boolean {
  if (inline.has(element.tag) || element.tag === 'p' || element.children.length < 2) return false
  return element.children.every((child) => typeof child !== 'string' || child.trim() === '')
}

function isBoldOnly(element: Element): boolean {
  const inner = element.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  const [only] = inner
  if (inner.length !== 1 || only === undefined || typeof only === 'string') return false
  const bold = only.tag === 'strong' || only.tag === 'b' || (only.tag === 'span' && isBoldOnly(only))
  return bold && rawText(only).length <= 80 && !/[.!]$/.test(rawText(only))
}

function tabOf(element: Element): Element | undefined {
  return element.attrs['role'] === 'tabpanel' && element.attrs['aria-labelledby'] ? element : undefined
}

function rawAnchor(element: Element): string {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    const own = child.attrs['id'] ?? (child.tag === 'a' ? child.attrs['name'] : undefined) ?? rawAnchor(child)
    if (own) return own
  }
  return ''
}

