import { columnsFromRight, isRightToLeft } from './right-to-left.ts'

export interface PdfItem {
  str: string
  /** pdf.js: `[a, b, c, d, x, y]`. */
  transform: number[]
  width: number
  height: number
  hasEOL: boolean
  dir: string
}
export type PdfPage = PdfItem[]

export interface Line {
  /** Pieces set apart by a wide gap: the columns of a price list. */
  columns: string[]
  x: number
  y: number
  right: number
  size: number
  page: number
  /** Put back from the order it looks to the order it is read. */
  rightToLeft: boolean
}

/** The lines of a page, in the order of the file. */
export function linesOf(page: PdfPage, number: number): Line[] {
  return isRightToLeft(page) ? linesFromRight(page, number) : linesFromLeft(page, number)
}

/** Everything at one height is one line; its pieces are put in order by where they stand. */
function linesFromRight(page: PdfPage, number: number): Line[] {
  const rows: { y: number; size: number; items: PdfItem[] }[] = []
  for (const item of page) {
    if (item.str === '') continue
    const y = item.transform[5] ?? 0
    const row = rows.at(-1)
    if (row && Math.abs(row.y - y) < Math.max(row.size, sizeOf(item)) * 0.5) {
      row.items.push(item)
      row.size = Math.max(row.size, sizeOf(item))
    } else if (item.str.trim() !== '') rows.push({ y, size: sizeOf(item), items: [item] })
  }
  return rows.map(({ y, size, items }) => {
    const drawn = items.filter((item) => item.str.trim() !== '')
    const x = Math.min(...drawn.map((item) => item.transform[4] ?? 0))
    const right = Math.max(...drawn.map((item) => (item.transform[4] ?? 0) + item.width))
    return { columns: columnsFromRight(items, size), x, y, right, size, page: number, rightToLeft: true }
  })
}

function sizeOf(item: PdfItem): number {
  return Math.round(Math.hypot(item.transform[2] ?? 0, item.transform[3] ?? 0) * 10) / 10 || item.height
}

function linesFromLeft(page: PdfPage, number: number): Line[] {
  const lines: Line[] = []
  let line: Line | undefined
  for (const item of page) {
    const [, , , , x = 0, y = 0] = item.transform
    const size = sizeOf(item)
    if (item.str.trim() === '') {
      if (line && item.hasEOL) continue
      if (line && Math.abs(line.y - y) < line.size * 0.5 && item.width < line.size * 1.5)
        appendTo(line, ' ', x + item.width)
      continue
    }
    if (line && Math.abs(line.y - y) < Math.max(line.size, size) * 0.5 && x >= line.x - 1) {
      const gap = x - line.right
      if (gap > size) line.columns.push(item.str)
      else appendTo(line, gap > size * 0.15 ? ` ${item.str}` : item.str, x + item.width)
      line.right = x + item.width
      line.size = Math.max(line.size, size)
    } else {
      line = { columns: [item.str], x, y, right: x + item.width, size, page: number, rightToLeft: false }
      lines.push(line)
    }
  }
  return lines
}

function appendTo(line: Line, text: string, right: number): void {
  line.columns[line.columns.length - 1] += text
  line.right = Math.max(line.right, right)
}
