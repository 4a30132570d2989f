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
import { PageWriter, type Around } from './page-writer.ts'
import { StyleSheet } from './styles.ts'
import { readTable } from './table.ts'
import { rawText, type Element, type Tree } from './tree.ts'
import { endsAsQuestion, tidy } from './words.ts'

/** Walks a page and writes down, line by line, what a visitor can read. */
export class PageReader {
  hidden = 0
  #to = new PageWriter()
  #styles: StyleSheet
  #accordions: Accordions
  get blocks(): readonly Block[] {
    return this.#to.blocks
  }
  get truncated(): boolean {
    return this.#to.truncated
  }

  constructor(tree: Tree) {
    this.#styles = new StyleSheet(tree.styles)
    this.#accordions = findAccordions(tree)
  }

  read(tree: Tree, lang: string, title: string, plainBackground: boolean): void {
    if (title !== '') this.#to.headings = [{ level: 0, text: title }]
    const look: Look = { tiny: false, invisible: false, color: '', background: plainBackground ? '#ffffff' : '' }
    const around: Around = { look, lang, kind: 'text', contactsOnly: false, pre: false }
    this.#children(tree.root, around)
    this.#to.flush(around)
  }

  #children(element: Element, around: Around): void {
    const apart = isLayout(element)
    for (const child of element.children) {
      if (this.#to.truncated) return
      if (typeof child === 'string') this.#text(child, around)
      else {
        if (apart && this.#to.line !== '' && !this.#to.line.endsWith(' ')) this.#to.line += ' '
        this.#element(child, around)
      }
    }
  }

  #text(text: string, around: Around): void {
    if (isUnreadable(around.look)) {
      if (text.trim() !== '') this.hidden += 1
      return
    }
    if (!around.pre) this.#to.line += text
    else {
      for (const [i, line] of text.split('\n').entries()) {
        if (i > 0) this.#to.flush(around)
        this.#to.line += line
      }
    }
  }

  #element(element: Element, around: Around): void {
    const { tag, attrs } = element
    if (leftOutTags.has(tag)) return
    if (tag === 'br' || tag === 'hr') return this.#break(around, tag === 'hr')
    const trigger = this.#accordions.triggers.has(element)
    if (tag === 'button' && !trigger && this.#to.level === 0) return
    const region = regionOf(element)
    const style = this.#styles.styleOf(element)
    if (style && /line-through/.test(`${style['text-decoration']} ${style['text-decoration-line']}`)) return
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
    this.#to.flush(around)
    const before = this.#to.group
    const column = inner.kind === 'footer' && tag === 'div' && countBlocks(element) > 1
    if (region !== 'content' || column || tag === 'article' || tag === 'section' || tag === 'main') this.#to.group += 1
    const kept = region === 'furniture' ? { headings: this.#to.headings, anchor: this.#to.anchor } : undefined
    if (kept) {
      this.#to.headings = []
      this.#to.anchor = ''
    }
    const anchor = attrs['id'] ?? (tag === 'a' ? attrs['name'] : undefined)
    if (anchor && tag !== 'body') this.#to.anchor = anchor
    const first = this.#to.blocks.length
    const above = this.#to.headings.length
    this.#block(element, inner, trigger)
    this.#to.flush(inner)
    if (tag !== 'table') this.#to.pair(element, first)
    this.#leaveHeadings(element, above)
    if (kept) {
      this.#to.headings = kept.headings
      this.#to.anchor = kept.anchor
    }
    if (this.#to.group !== before && (region !== 'content' || column)) this.#to.group += 1
  }

  /** A heading inside a section, a card or an accordion speaks for what is in it, not for what comes after. */
  #leaveHeadings(element: Element, above: number): void {
    const { headings } = this.#to
    const trigger = this.#accordions.panels.get(element)
    const last = headings.at(-1)
    const opened = trigger !== undefined && last !== undefined && tidy(rawText(trigger)).includes(last.text)
    const scoped = /^(section|article|li|details)$/.test(element.tag)
    if (!opened && !(scoped && headings.length > above)) return
    const from = opened ? headings.length - 1 : above
    this.#to.headings = headings.filter((heading, i) => i < from || heading.level === 1)
    this.#to.group += 1
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
    const from = this.#to.line.length
    if (tag === 'sup' && /^\s*\d\d\s*$/.test(rawText(element)) && /[$€£]\s?\d+$/.test(this.#to.line))
      this.#to.line += '.'
    this.#children(element, around)
    if (tag !== 'a') return
    this.#to.linked += this.#to.line.length - from
    if (attrs['href']?.startsWith('#')) this.#to.inPage += this.#to.line.length - from
    if (/^(tel|mailto|sms):/i.test(attrs['href'] ?? '') && this.#to.line.length > from) this.#to.contact = true
  }

  #block(element: Element, around: Around, trigger: boolean): void {
    const { tag, attrs } = element
    const level = levelOf(element) || (trigger && this.#to.level === 0 && !hasHeading(element) ? 7 : 0)
    if (level > 0) return this.#heading(element, around, level, trigger)
    if (tag === 'summary') return this.#heading(element, around, 7, true)
    if (tag === 'table' || attrs['role'] === 'table' || attrs['role'] === 'grid') {
      if (!around.contactsOnly && this.#table(element, around)) return
    }
    if (tag === 'ul' || tag === 'ol' || tag === 'dl') {
      if (around.kind !== 'footer' && !this.#introduced()) this.#to.group += 1
      this.#children(element, around)
      this.#to.flush(around)
      this.#to.group += 1
      return
    }
    if (tag === 'dt') return this.#term(element, around)
    this.#children(element, around)
    if (tag === 'p' && isBoldOnly(element)) this.#to.leads = true
  }

  /** A line ending in a colon, just before a list, belongs to it. */
  #introduced(): boolean {
    const last = this.#to.blocks.at(-1)
    return last !== undefined && last.group === this.#to.group && (/[:：]$/.test(last.text) || last.leads)
  }

  #heading(element: Element, around: Around, level: number, asked: boolean): void {
    this.#to.level = level
    this.#children(element, around)
    this.#to.level = 0
    const text = tidy(this.#to.line).replace(/^[−+▼▾▸►›»✕×\s]+|[−+▼▾▸►›»✕×\s]+$/g, '')
    this.#to.clear()
    const inner = anchorIn(element)
    if (inner) this.#to.anchor = inner
    if (text === '' || around.contactsOnly) return
    this.#to.headings = level === 1 ? [] : this.#to.headings.filter((heading) => heading.level < level)
    const leads = asked || endsAsQuestion(text)
    this.#to.group += 1
    this.#to.push({ ...this.#to.blockOf(text, around), kind: 'heading', leads })
    this.#to.headings.push({ level, text })
  }

  #table(element: Element, around: Around): boolean {
    const rows = readTable(element, (cell) => this.#aside(cell, around))
    if (!rows) return false
    const caption = element.children.find(
      (child): child is Element => typeof child !== 'string' && child.tag === 'caption',
    )
    const named = caption ? this.#aside(caption, around) : ''
    const path = this.#to.headings.map(({ text }) => text)
    if (named !== '')
      this.#to.push({ ...this.#to.blockOf(named, around), kind: 'heading', leads: named.split(' ').length > 4 })
    let group = ''
    for (const row of rows) {
      const above = named === '' ? path : [...path, named]
      if (row.group !== group && row.group !== '') {
        this.#to.push({ ...this.#to.blockOf(row.group, around), kind: 'heading', headings: above, leads: false })
      }
      group = row.group
      const headings = group === '' ? above : [...above, group]
      const anchor = row.element.attrs['id'] ?? this.#to.anchor
      this.#to.push({ ...this.#to.blockOf(row.text, around), kind: 'table-row', headings, anchor })
    }
    this.#to.group += 1
    return true
  }

  /** The words of a cell, read by the same rules, as one line. */
  #aside(cell: Element, around: Around): string {
    const kept = {
      line: this.#to.line,
      linked: this.#to.linked,
      blocks: this.#to.blocks.length,
      headings: [...this.#to.headings],
    }
    this.#to.line = ''
    this.#element({ ...cell, tag: 'div' }, around)
    this.#to.flush(around)
    this.#to.line = kept.line
    this.#to.linked = kept.linked
    this.#to.headings = kept.headings
    return this.#to.blocks
      .splice(kept.blocks)
      .map(({ text }) => text)
      .join(', ')
      .replace(/([:;,.])(, )/g, '$1 ')
  }

  #term(element: Element, around: Around): void {
    this.#children(element, around)
    this.#to.leads = true
    this.#to.flush(around)
    const last = this.#to.blocks.at(-1)
    if (last) this.#to.terms.add(last)
  }

  #break(around: Around, apart: boolean): void {
    if (this.#to.level > 0) this.#to.line += ' '
    else this.#to.flush(around, !apart)
    if (apart) this.#to.group += 1
  }
}
