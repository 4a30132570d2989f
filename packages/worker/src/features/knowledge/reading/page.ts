import { findAccordions, type Accordions } from './accordion.ts'
import type { Block } from './blocks.ts'
import { regionOf } from './chrome.ts'
import {
  anchorIn,
  countBlocks,
  hasHeading,
  inlineTags,
  isBoldOnly,
  isLayout,
  leftOutTags,
  levelOf,
  tabOf,
} from './element-kind.ts'
import { hidingOf, isScreenReaderText, isUnreadable, lookOf, type Look } from './hidden.ts'
import { primaryTag } from './head.ts'
import { StyleSheet } from './styles.ts'
import { readTable } from './table.ts'
import { rawText, type Element, type Tree } from './tree.ts'
import { endsAsQuestion, tidy } from './words.ts'

const maxChars = 2_000_000
/** Words of buttons that are drawn as plain text. */
const isControl =
  /^(top of page|bottom of page|back to top|menu|close|open menu|toggle (navigation|menu)|search|skip to (main )?content|use tab to navigate through the menu items\.?)$/i

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
  #inPage = 0
  #contact = false
  #leads = false
  #chars = 0
  /** Of the heading that is being read; 0 outside. */
  #level = 0
  #terms = new WeakSet<Block>()

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
    if (leftOutTags.has(tag)) return
    if (tag === 'br' || tag === 'hr') return this.#break(around, tag === 'hr')
    const trigger = this.#accordions.triggers.has(element)
    if (tag === 'button' && !trigger && this.#level === 0) return
    const region = regionOf(element)
    const style = this.#styles.styleOf(element)
    if (/line-through/.test(`${style?.['text-decoration']} ${style?.['text-decoration-line']}`)) return
    const hiding = hidingOf(element, style)
    const opens = this.#accordions.panels.get(element) ?? tabOf(element)
    if (region !== 'chrome' && (hiding === 'hidden' || (hiding === 'collapsed' && !opens))) {
      const words = rawText(element)
      // A short label for screen readers is good manners, not a hidden message.
      if (/\p{L}/u.test(words) && !(words.length < 40 && isScreenReaderText(element))) this.hidden += 1
      return
    }
    if (region === 'chrome' && hiding !== 'seen') return
    const inner = this.#inside(element, around, region, lookOf(around.look, element, style))
    if (inlineTags.has(tag) && !trigger) return this.#inline(element, inner)
    this.#flush(around)
    const before = this.#group
    const column = inner.kind === 'footer' && tag === 'div' && countBlocks(element) > 1
    if (region !== 'content' || column || tag === 'article' || tag === 'section' || tag === 'main') this.#group += 1
    const kept = region === 'furniture' ? { headings: this.#headings, anchor: this.#anchor } : undefined
    if (kept) {
      this.#headings = []
      this.#anchor = ''
    }
    const anchor = attrs['id'] ?? (tag === 'a' ? attrs['name'] : undefined)
    if (anchor && tag !== 'body') this.#anchor = anchor
    const first = this.blocks.length
    this.#block(element, inner, trigger)
    this.#flush(inner)
    if (tag !== 'table') this.#pair(element, first)
    if (kept) {
      this.#headings = kept.headings
      this.#anchor = kept.anchor
    }
    if (this.#group !== before && (region !== 'content' || column)) this.#group += 1
  }

  #inside(element: Element, around: Around, region: string, look: Look): Around {
    const lang = element.tag === 'html' ? '' : primaryTag(element.attrs['lang'] ?? '')
    const isItem = element.tag === 'li' || element.attrs['role'] === 'listitem'
    return {
      look,
      lang: lang || around.lang,
      kind:
        region === 'furniture' || region === 'chrome'
          ? 'footer'
          : isItem && around.kind === 'text'
            ? 'list-item'
            : around.kind,
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
    if (attrs['href']?.startsWith('#')) this.#inPage += this.#line.length - from
    if (/^(tel|mailto|sms):/i.test(attrs['href'] ?? '') && this.#line.length > from) this.#contact = true
  }

  #block(element: Element, around: Around, trigger: boolean): void {
    const { tag, attrs } = element
    const level = levelOf(element) || (trigger && this.#level === 0 && !hasHeading(element) ? 7 : 0)
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
    const text = tidy(this.#line).replace(/^[−+▼▾▸►›»✕×\s]+|[−+▼▾▸►›»✕×\s]+$/g, '')
    this.#line = ''
    const inner = anchorIn(element)
    if (inner) this.#anchor = inner
    if (text === '' || around.contactsOnly) return
    while ((this.#headings.at(-1)?.level ?? -1) >= level || (level === 1 && this.#headings.length > 0))
      this.#headings.pop()
    const leads = asked || endsAsQuestion(text)
    this.#group += 1
    this.#push({ ...this.#blockOf(text, around), kind: 'heading', leads })
    this.#headings.push({ level, text })
  }

  #table(element: Element, around: Around): boolean {
    const rows = readTable(element, (cell) => this.#aside(cell, around))
    if (!rows) return false
    const caption = element.children.find(
      (child): child is Element => typeof child !== 'string' && child.tag === 'caption',
    )
    const named = caption ? this.#aside(caption, around) : ''
    const path = this.#headings.map(({ text }) => text)
    if (named !== '')
      this.#push({ ...this.#blockOf(named, around), kind: 'heading', leads: named.split(' ').length > 4 })
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
    return this.blocks
      .splice(kept.blocks)
      .map(({ text }) => text)
      .join(', ')
      .replace(/([:;,.])(, )/g, '$1 ')
  }

  /** A label and its value, each in a box of its own, read as one line: `Monday: 8:00 – 18:00`. */
  #pair(element: Element, first: number): void {
    const isItem = element.tag === 'li' || element.attrs['role'] === 'listitem'
    const from = element.tag === 'dd' && this.blocks.length === first + 1 ? first - 1 : first
    const [label, value] = this.blocks.slice(from)
    if (!label || !value || this.blocks.length !== from + 2) return
    if (
      label.kind === 'heading' ||
      value.kind === 'heading' ||
      value.kind === 'table-row' ||
      label.kind === 'table-row'
    )
      return
    if (element.tag === 'dd' ? !this.#terms.has(label) : !isItem && !/^\W{0,3}\d|\d\W{0,3}$/.test(value.text)) return
    if (label.group !== value.group || label.text.length > 50 || value.text.length > 100) return
    if (/[.!?:؟,]$/.test(label.text) || /\d/.test(label.text) || /[.!?؟]\s/.test(value.text)) return
    this.blocks.splice(from, 2, { ...label, text: `${label.text}: ${value.text}`, leads: false })
  }

  #term(element: Element, around: Around): void {
    this.#children(element, around)
    this.#leads = true
    this.#flush(around)
    const last = this.blocks.at(-1)
    if (last) this.#terms.add(last)
  }

  #break(around: Around, apart: boolean): void {
    if (this.#level > 0) {
      this.#line += ' '
      return
    }
    this.#flush(around)
    if (apart) this.#group += 1
  }

  #blockOf(text: string, around: Around): Block {
    const headings = this.#headings.map((heading) => heading.text)
    return {
      kind: around.kind,
      text,
      headings,
      anchor: this.#anchor,
      lang: around.lang,
      group: this.#group,
      leads: false,
    }
  }

  #flush(around: Around): void {
    if (this.#level !== 0) {
      if (this.#line !== '') this.#line += ' '
      return
    }
    const text = tidy(this.#line)
    const onlyLinks = text !== '' && this.#linked >= text.length * 0.9
    const skips = text !== '' && this.#inPage >= text.length * 0.9
    const contact = this.#contact
    const leads = this.#leads || (around.kind === 'text' && endsAsQuestion(text) && text.length <= 150)
    this.#line = ''
    this.#linked = 0
    this.#inPage = 0
    this.#contact = false
    this.#leads = false
    if (!/[\p{L}\p{N}]/u.test(text) || skips || isControl.test(text)) return
    if (around.contactsOnly && !contact) return
    if (around.kind === 'footer' && onlyLinks && !contact && !/\d{3}/.test(text)) return
    if (around.kind === 'footer' && /^(©|\(c\)|copyright)/i.test(text) && text.length < 120) return
    this.#push({ ...this.#blockOf(text, around), leads: leads && around.kind !== 'footer' })
  }

  #push(block: Block): void {
    const room = maxChars - this.#chars
    this.#chars += block.text.length + 1
    if (block.text.length > room) this.truncated = true
    if (room > 0)
      this.blocks.push(block.text.length > room ? { ...block, text: block.text.slice(0, room).trim() } : block)
  }
}
