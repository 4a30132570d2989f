import { fold } from '../evidence/index.ts'
import type { Unit } from './units.ts'

/** The words of one quoted unit as a sentence: a table row told from its cells, a bare value under its heading. */
export function tell(unit: Unit, needsHeading: boolean): string {
  const { passage } = unit
  const heading = passage.headings.at(-1) ?? passage.title
  const body = passage.kind === 'table-row' ? row(unit.text) : unit.text.replace(/\s+/g, ' ').trim()
  const named =
    needsHeading && heading !== '' && !fold(body).includes(fold(heading))
      ? `${heading.replace(/[\s:.]+$/, '')}: ${body}`
      : body
  return /[.!?…؟:)]$/u.test(named) ? named : `${named}.`
}

/** Cells by tab, bar, line or "Header: cell;": "Service: Tune-up; Price: $89" becomes "Tune-up: Price $89". */
function row(text: string): string {
  const headed = headedCells(text)
  const [name, ...values] = headed
  if (name !== undefined && values.length > 0)
    return `${name.cell}: ${values.map(({ header, cell }) => (values.length === 1 ? cell : `${header} ${cell}`)).join(', ')}`
  const cells = text
    .split(/\s*[|\t\n]\s*/u)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
  const [first, ...rest] = cells
  if (first === undefined || rest.length === 0) return text.trim()
  return `${first.replace(/:$/, '')}: ${rest.join(', ')}`
}

/** The cells of a row that was read as "Header: cell; Header: cell"; empty when it was not. */
export function headedCells(text: string): { header: string; cell: string }[] {
  const parts = text.split(/;\s+/u)
  const cells = parts.map((part) => /^([^:;]{1,60}):\s+([^]+)$/u.exec(part.trim()))
  if (cells.length < 2 || cells.some((cell) => cell === null)) return []
  return cells.map((cell) => ({ header: (cell?.[1] ?? '').trim(), cell: (cell?.[2] ?? '').trim() }))
}
