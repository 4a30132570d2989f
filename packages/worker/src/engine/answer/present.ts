import { fold } from '../evidence/index.ts'
import type { Unit } from './units.ts'

/** The words of one quoted unit as a sentence: a table row told from its cells, a bare value under its heading. */
export function tell(unit: Unit, needsHeading: boolean): string {
  const { passage } = unit
  const heading = passage.headings.at(-1) ?? passage.title
  const body = passage.kind === 'table-row' ? row(unit.text) : unit.text.replace(/\s+/g, ' ').trim()
  const named = needsHeading && heading !== '' && !fold(body).includes(fold(heading)) ? `${heading.replace(/[\s:.]+$/, '')}: ${body}` : body
  return /[.!?…؟:)]$/u.test(named) ? named : `${named}.`
}

/** Cells by tab, bar or line; "Tune-up | $89 | 60 minutes" becomes "Tune-up: $89, 60 minutes". */
function row(text: string): string {
  const cells = text.split(/\s*[|\t\n]\s*/u).map((cell) => cell.trim()).filter((cell) => cell !== '')
  const [first, ...rest] = cells
  if (first === undefined || rest.length === 0) return text.trim()
  return `${first.replace(/:$/, '')}: ${rest.join(', ')}`
}
