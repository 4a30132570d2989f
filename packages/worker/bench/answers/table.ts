import type { Interval } from './measure.ts'

export interface Row {
  name: string
  ours: number
  interval?: Interval
  peers: { name: string; value: number | null; difference?: Interval }[]
  /** As the goal is written; empty when there is none. */
  goal: string
}

const show = (value: number | null): string => (value === null ? '–' : value.toFixed(value < 10 ? 2 : 1))
const range = (one: Interval | undefined): string =>
  one === undefined ? '' : ` [${one.low.toFixed(1)}, ${one.high.toFixed(1)}]`

/** Ours with its interval, each peer with that of the paired difference, and the goal. */
export function printTable(rows: readonly Row[]): void {
  const cells = rows.map((row) => [
    row.name,
    show(row.ours) + range(row.interval),
    row.peers
      .map(
        (peer) =>
          `${peer.name} ${show(peer.value)}${peer.difference === undefined ? '' : ` (ours ${range(peer.difference).trim()})`}`,
      )
      .join(', '),
    row.goal,
  ])
  const head = ['what', 'ours [95 %]', 'peers (paired difference, 95 %)', 'goal']
  const widths = head.map((title, at) => Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |\n`
  process.stdout.write(
    line(head) + `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|\n` + cells.map(line).join(''),
  )
}
