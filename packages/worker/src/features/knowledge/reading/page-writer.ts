import type { Block } from './blocks.ts'
import type { Look } from './hidden.ts'
import type { Element } from './tree.ts'
import { endsAsQuestion, tidy } from './words.ts'

const maxChars = 2_000_000
/** Words of buttons that are drawn as plain text. */
const isControl =
  /^(top of page|bottom of page|back to top|menu|close|open menu|toggle (navigation|menu)|search|skip to (main )?content|use tab to navigate through the menu items\.?)$/i

/** What holds for everything inside an element. */
export interface Around {
  look: Look
  lang: string
  kind: 'text' | 'list-item' | 'footer'
  /** Inside navigation: only a phone number or an address to write to is kept. */
  contactsOnly: boolean
  pre: boolean
}

/** The lines of a page as they are written down: where we are, and the line that is not finished. */
export class PageWriter {
  readonly blocks: Block[] = []
  truncated = false
  headings: { level: number; text: string }[] = []
  anchor = ''
  group = 0
  line = ''
  linked = 0
  inPage = 0
  contact = false
  leads = false
  #chars = 0
  #brokenAt = -1
  /** Of the heading that is being read; 0 outside. */
  level = 0
  readonly terms = new WeakSet<Block>()

  /** A label and its value, each in a box of its own, read as one line: `Monday: 8:00 – 18:00`. */
  pair(element: Element, first: number): void {
    const isItem = element.tag === 'li' || element.attrs['role'] === 'listitem'
    const from = element.tag === 'dd' && this.blocks.length === first + 1 ? first - 1 : first
    if (this.blocks.length !== from + 2) return
    const [label, value] = this.blocks.slice(from)
    if (!label || !value) return
    if (
      label.kind === 'heading' ||
      value.kind === 'heading' ||
      value.kind === 'table-row' ||
      label.kind === 'table-row'
    )
      return
    if (element.tag === 'dd' ? !this.terms.has(label) : !isItem && !/^\W{0,3}\d|\d\W{0,3}$/.test(value.text)) return
    if (label.group !== value.group || label.text.length > 50 || value.text.length > 100) return
    if (/[.!?:؟,]$/.test(label.text) || /\d/.test(label.text) || /[.!?؟]\s/.test(value.text)) return
    this.blocks.splice(from, 2, { ...label, text: `${label.text}: ${value.text}`, leads: false })
  }

  blockOf(text: string, around: Around): Block {
    const headings = this.headings.map((heading) => heading.text)
    return {
      kind: around.kind,
      text,
      headings,
      anchor: this.anchor,
      lang: around.lang,
      group: this.group,
      leads: false,
    }
  }

  /** Ends the line. `broken`: by a line break, so that a sentence may go on in the next one. */
  flush(around: Around, broken = false): void {
    if (this.level !== 0) {
      if (this.line !== '') this.line += ' '
      return
    }
    const text = tidy(this.line)
    const onlyLinks = text !== '' && this.linked >= text.length * 0.9
    const skips = text !== '' && this.inPage >= text.length * 0.9
    const contact = this.contact
    const leads = this.leads || (around.kind === 'text' && endsAsQuestion(text) && text.length <= 150)
    const goesOn = this.#brokenAt === this.blocks.length && /^\p{Ll}/u.test(text)
    this.clear()
    this.#brokenAt = -1
    if (!/[\p{L}\p{N}]/u.test(text) || skips || isControl.test(text)) return
    if (around.contactsOnly && !contact) return
    if (around.kind === 'footer' && onlyLinks && !contact && !/\d{3}/.test(text)) return
    if (around.kind === 'footer' && /^(©|\(c\)|copyright)/i.test(text) && text.length < 120) return
    const last = this.blocks.at(-1)
    if (goesOn && last && /[\p{L},]$/u.test(last.text)) last.text = `${last.text} ${text}`
    else this.push({ ...this.blockOf(text, around), leads: leads && around.kind !== 'footer' })
    if (broken) this.#brokenAt = this.blocks.length
  }

  clear(): void {
    this.line = ''
    this.linked = 0
    this.inPage = 0
    this.contact = false
    this.leads = false
  }

  push(block: Block): void {
    const room = maxChars - this.#chars
    this.#chars += block.text.length + 1
    if (block.text.length > room) this.truncated = true
    if (room > 0)
      this.blocks.push(block.text.length > room ? { ...block, text: block.text.slice(0, room).trim() } : block)
  }
}
