import type { Block } from './blocks.ts'
import { linesOf, type Line, type PdfPage } from './pdf-page.ts'
import { readRows } from './table.ts'
import { tidy } from './words.ts'

/** Lines, paragraphs, rows and headings, from where the words stand on the page. */
export function blocksOfPages(pages: readonly PdfPage[]): { blocks: Block[]; restored: boolean } {
  const lines = dropRepeated(
    pages.flatMap((page, i) => linesOf(page, i + 1)),
    pages.length,
  )
  const body = median(
    lines.flatMap((line) => Array.from({ length: Math.ceil(line.columns.join('').length / 20) }, () => line.size)),
  )
  const blocks: Block[] = []
  let headings: { size: number; text: string }[] = []
  let group = 0
  let before: Line | undefined
  const columns = new Map<Block, readonly string[]>()
  const restored = lines.some((line) => line.rightToLeft)
  for (const line of lines) {
    const text = tidy(textOf(line))
    if (!/[\p{L}\p{N}]/u.test(text)) continue
    const anchor = `page=${line.page}`
    const last = blocks.at(-1)
    const plain = { anchor, lang: '', leads: false }
    if (line.size > body * 1.15 && text.length <= 120 && line.columns.length === 1) {
      const size = line.size
      if (
        last?.kind === 'heading' &&
        before &&
        before.size === size &&
        before.y - line.y < size * 1.6 &&
        before.page === line.page
      ) {
        last.text = `${last.text} ${text}`
        headings = [...headings.slice(0, -1), { size, text: last.text }]
      } else {
        headings = headings.filter((heading) => heading.size > size + 0.5)
        group += 1
        blocks.push({ ...plain, kind: 'heading', text, headings: headings.map((h) => h.text), group })
        headings.push({ size, text })
      }
    } else if (last && before && continues(before, line, last)) {
      last.text = joinLine(last.text, text)
    } else {
      if (before && (before.page !== line.page || before.y - line.y > line.size * 2.4)) group += 1
      const item = /^[•●▪◦‣·–*-]\s+/.exec(text)
      const kind = line.columns.length > 1 ? 'table-row' : item ? 'list-item' : 'text'
      const path = headings.map((heading) => heading.text)
      const block: Block = { ...plain, kind, text: item ? text.slice(item[0].length) : text, headings: path, group }
      if (kind === 'table-row') columns.set(block, line.columns.map(tidy))
      blocks.push(block)
    }
    before = line
  }
  return { blocks: nameColumns(blocks, columns), restored }
}

/** Rows that follow each other are a table; when its first row holds the headers, each row is read with them. */
function nameColumns(blocks: readonly Block[], columns: ReadonlyMap<Block, readonly string[]>): Block[] {
  const named: Block[] = []
  for (let i = 0; i < blocks.length; i++) {
    const table: Block[] = []
    const width = columns.get(blocks[i] ?? blankBlock)?.length
    for (let row = blocks[i]; row && columns.get(row)?.length === width; row = blocks[i + table.length]) {
      if (width === undefined) break
      table.push(row)
    }
    const [first] = table
    if (!first) {
      named.push(blocks[i] ?? blankBlock)
      continue
    }
    const rows = readRows(table.map((row) => columns.get(row) ?? []))
    table.forEach((row, n) => {
      if (!rows[n]?.header) named.push({ ...row, text: rows[n]?.text ?? row.text })
    })
    i += table.length - 1
  }
  return named
}

const blankBlock: Block = { kind: 'text', text: '', headings: [], anchor: '', lang: '', group: 0, leads: false }

/** `Tune-up: $89; per unit`; leaders (`Tune-up ...... $89`) part columns too. */
function textOf(line: Line): string {
  const columns = line.columns
    .flatMap((column) => column.split(/\s*(?:\.\s?){4,}\s*|\s*…{2,}\s*|\s*_{4,}\s*/))
    .map(tidy)
    .filter((column) => column !== '')
  if (columns.length !== line.columns.length) line.columns = columns
  const [first = '', ...rest] = columns
  return rest.length === 0 ? first : `${first.replace(/[:：]$/, '')}: ${rest.join('; ')}`
}

function continues(before: Line, line: Line, last: Block): boolean {
  if (last.kind === 'heading' || last.kind === 'table-row' || line.columns.length > 1) return false
  if (before.page !== line.page || Math.abs(before.size - line.size) > 0.6) return false
  const gap = before.y - line.y
  if (gap <= 0 || gap > line.size * 1.75) return false
  if (/^[•●▪◦‣·–*-]\s/.test(line.columns[0] ?? '')) return false
  // A short line that ends is the end of its paragraph; a line that stops in mid-sentence goes on.
  const full = before.rightToLeft ? before.x < line.x + line.size * 2 : before.right > line.right - line.size * 2
  if (/[.!?:؟]$/.test(last.text)) return full && before.right - before.x > 200
  return before.right - before.x > 250 || /^\p{Ll}/u.test(line.columns[0] ?? '')
}

function joinLine(text: string, next: string): string {
  return /\p{L}-$/u.test(text) && /^\p{Ll}/u.test(next) ? text.slice(0, -1) + next : `${text} ${next}`
}

/** Page numbers, and what stands at the head or foot of most pages, is said once. */
function dropRepeated(lines: readonly Line[], pages: number): Line[] {
  const kept = lines.filter(
    (line) => !/^\s*(page\s+|página\s+|صفحة\s+)?\d+(\s*(\/|of|de|من)\s*\d+)?\s*$/i.test(line.columns.join(' ')),
  )
  if (pages < 3) return kept
  const key = (line: Line) => `${Math.round(line.y / 4)} ${line.columns.join(' ').replace(/\d+/g, '0')}`
  const counts = new Map<string, number>()
  for (const line of kept) counts.set(key(line), (counts.get(key(line)) ?? 0) + 1)
  const seen = new Set<string>()
  return kept.filter((line) => {
    const name = key(line)
    if ((counts.get(name) ?? 0) < Math.max(3, pages * 0.6)) return true
    const first = !seen.has(name)
    seen.add(name)
    return first
  })
}

function median(sizes: number[]): number {
  return sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0
}
