import type { Counts } from './count-days.ts'

/** The counted rows of one day, as numbers with names. */
export function tally(rows: Counts, day: string) {
  const of = <Row extends { day: string }>(list: readonly Row[]) => list.filter((row) => row.day === day)
  const sum = (list: readonly { n: string }[]) => list.reduce((total, { n }) => total + Number(n), 0)
  const turns = of(rows.turns)
  const times = of(rows.times)[0]
  const tiers: Record<string, number> = {}
  for (const { tier, n } of turns) if (tier !== null) tiers[tier] = (tiers[tier] ?? 0) + Number(n)
  const languages: Record<string, number> = {}
  for (const { lang, n } of turns) if (lang !== '') languages[lang] = (languages[lang] ?? 0) + Number(n)
  const kind = (name: string) => sum(turns.filter((row) => row.kind === name))
  const thumb = (name: 'up' | 'down') => sum(of(rows.ratings).filter((row) => row.thumb === name))
  return {
    conversations: sum(of(rows.conversations)),
    turns: sum(turns),
    tiers,
    languages,
    unanswered: kind('unknown'),
    handoffs: kind('handoff'),
    emergencies: kind('emergency'),
    messages: sum(of(rows.leads)),
    up: thumb('up'),
    down: thumb('down'),
    medianMs: times === undefined ? null : Number(times.median),
    p95Ms: times === undefined ? null : Number(times.p95),
  }
}
