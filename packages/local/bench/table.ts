import type { Row } from './row.ts'

const HEAD = ['what', 'measured', 'goal', 'met', 'floor or peer, same run']

/** The rows as one table that reads as Markdown too. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ what, value, goal, met, beside }) => [
    what,
    value,
    goal,
    met === 'no goal' ? '' : met,
    beside,
  ])
  const widths = HEAD.map((title, at) => Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  return [line(HEAD), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...cells.map(line)].join('\n')
}
