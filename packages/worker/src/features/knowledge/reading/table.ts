import type { Element } from './tree.ts'

export interface TableRow {
  text: string
  /** The line over this row that spans the whole table; empty when there is none. */
  group: string
  element: Element
}

interface Cell {
  text: string
  header: boolean
  /** The whole table wide. */
  wide: boolean
}

/** What people write over columns when they do not mark them as headers. */
const headerWord =
  /^(items?|services?|treatments?|checks?|day|date|when|name|product|plan|package|type|category|zone|area|size|description|price|prices|cost|fee|fees|hours?|time|rule|rules|included|includes|details?|notes?|amount|rate|duration|emergency|servicio|precio|día|fecha|horario|descripción|nombre|plan|producto|الخدمة|السعر|اليوم|التاريخ|الوقت|الساعات|الوصف)$/iu

type TextOf = (cell: Element) => string

/** The rows of a data table, each with the words of its header cells; `undefined` for a table made for layout. */
export function readTable(table: Element, textOf: TextOf): TableRow[] | undefined {
  const role = table.attrs['role']
  if (role === 'presentation' || role === 'none') return undefined
  const rows = rowsOf(table)
  if (rows.some(({ element }) => cellsOf(element).some(holdsBlocks))) return undefined
  const grid = gridOf(
    rows.map(({ element }) => element),
    textOf,
  )
  const width = Math.max(0, ...grid.map((row) => row.length))
  if (width < 2 || grid.flat().some((cell) => cell && cell.text.length > 500)) return undefined
  const headerRows = countHeaderRows(
    grid,
    rows.map(({ head }) => head),
  )
  const headers = Array.from({ length: width }, (_, column) => headerOf(grid.slice(0, headerRows), column))
  const read: TableRow[] = []
  let group = ''
  grid.slice(headerRows).forEach((cells, i) => {
    const element = rows[headerRows + i]?.element ?? table
    const first = cells[0]
    if (first?.wide) group = first.text
    else {
      const text = rowText(cells, headers)
      if (text !== '') read.push({ text, group, element })
    }
  })
  // A table of headers alone still says something.
  return read.length > 0 ? read : undefined
}

/** Rows of a table that is known by its words alone (a PDF): the first may hold the headers. */
export function readRows(rows: readonly (readonly string[])[]): { text: string; header: boolean }[] {
  const grid = rows.map((row) => row.map((text): Cell => ({ text, header: false, wide: false })))
  const width = rows[0]?.length ?? 0
  const headed = rows.every((row) => row.length === width) && looksLikeHeader(grid)
  const headers = headed
    ? Array.from({ length: width }, (_, x) => headerOf(grid.slice(0, 1), x))
    : Array.from({ length: 9 }, () => '')
  return grid.map((cells, i) => ({ text: rowText(cells, i === 0 && headed ? [] : headers), header: i === 0 && headed }))
}

function rowsOf(table: Element): { element: Element; head: boolean }[] {
  const rows: { element: Element; head: boolean }[] = []
  const collect = (node: Element, head: boolean) => {
    for (const child of node.children) {
      if (typeof child === 'string') continue
      if (child.tag === 'tr' || child.attrs['role'] === 'row') rows.push({ element: child, head })
      else if (child.tag !== 'table') collect(child, head || child.tag === 'thead')
    }
  }
  collect(table, false)
  return rows
}

function cellsOf(row: Element): Element[] {
  const cells: Element[] = []
  for (const child of row.children) {
    if (typeof child === 'string') continue
    if (
      child.tag === 'td' ||
      child.tag === 'th' ||
      /^(cell|gridcell|columnheader|rowheader)$/.test(child.attrs['role'] ?? '')
    ) {
      cells.push(child)
    }
  }
  return cells
}

function holdsBlocks(cell: Element): boolean {
  return cell.children.some(
    (child) =>
      typeof child !== 'string' && (/^(table|h[1-4]|form|article|section)$/.test(child.tag) || holdsBlocks(child)),
  )
}

const maxCells = 100_000
const maxWidth = 60

/** Every cell in every place it covers: spans are written out. */
function gridOf(rows: readonly Element[], textOf: TextOf): (Cell | undefined)[][] {
  const grid: (Cell | undefined)[][] = rows.map(() => [])
  let budget = maxCells
  rows.forEach((row, y) => {
    const line = grid[y] ?? []
    let x = 0
    if (budget <= 0) return
    const elements = cellsOf(row)
    for (const element of elements) {
      while (line[x]) x += 1
      if (x >= maxWidth) return
      const across = span(element.attrs['colspan'], maxWidth - x)
      const down = span(element.attrs['rowspan'], Math.min(rows.length - y, 200))
      budget -= across * down
      const header = element.tag === 'th' || element.attrs['role']?.endsWith('header') === true || isAllBold(element)
      const cell: Cell = { text: textOf(element), header, wide: elements.length === 1 && across > 1 && x === 0 }
      for (let dy = 0; dy < down; dy++) for (let dx = 0; dx < across; dx++) (grid[y + dy] ?? [])[x + dx] = cell
      x += across
    }
  })
  return grid
}

function span(value: string | undefined, most: number): number {
  const count = Number.parseInt(value ?? '1', 10)
  if (count === 0) return Math.max(1, most)
  return Number.isFinite(count) ? Math.min(Math.max(1, count), Math.max(1, most)) : 1
}

function isAllBold(cell: Element): boolean {
  const inner = cell.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  const [only] = inner
  if (inner.length !== 1 || only === undefined || typeof only === 'string') return false
  return only.tag === 'strong' || only.tag === 'b' || (only.tag === 'p' && isAllBold(only))
}

function countHeaderRows(grid: readonly (Cell | undefined)[][], heads: readonly boolean[]): number {
  let count = 0
  while (count < grid.length - 1 && (heads[count] || isHeaderRow(grid[count] ?? []))) count += 1
  return count > 0 ? count : looksLikeHeader(grid) ? 1 : 0
}

function isHeaderRow(row: readonly (Cell | undefined)[]): boolean {
  const filled = row.filter((cell) => cell && cell.text !== '')
  return filled.length > 0 && filled.every((cell) => cell?.header && !cell.wide)
}

/** Words over numbers: a first row without a digit over columns that have some in most rows. */
function looksLikeHeader(grid: readonly (Cell | undefined)[][]): boolean {
  const [first, ...rest] = grid
  if (first && rest.length > 0 && first.length > 1 && first.every((cell) => cell && headerWord.test(cell.text)))
    return true
  if (!first || rest.length < 2 || first.some((cell) => !cell || cell.text === '' || cell.wide || /\d/.test(cell.text)))
    return false
  return first.some((_, x) => x > 0 && rest.filter((row) => /\d/.test(row[x]?.text ?? '')).length > rest.length / 2)
}

function headerOf(rows: readonly (Cell | undefined)[][], column: number): string {
  const words: string[] = []
  for (const row of rows) {
    const text = row[column]?.text ?? ''
    if (text !== '' && words.at(-1) !== text) words.push(text)
  }
  return words.join(' ').replace(/[:：]$/, '')
}

function rowText(cells: readonly (Cell | undefined)[], headers: readonly string[]): string {
  const parts: string[] = []
  cells.forEach((cell, x) => {
    if (!cell || cell.text === '' || cell === cells[x - 1]) return
    let last = x
    while (cells[last + 1] === cell) last += 1
    const header = [...new Set(headers.slice(x, last + 1))].filter((name) => name !== '').join(', ')
    parts.push(header === '' || header === cell.text ? cell.text : `${header}: ${cell.text}`)
  })
  const [first, ...rest] = parts
  if (first === undefined) return ''
  const unnamed = headers.every((header) => header === '')
  return unnamed && rest.length > 0 ? `${first.replace(/[:：]$/, '')}: ${rest.join('; ')}` : parts.join('; ')
}
