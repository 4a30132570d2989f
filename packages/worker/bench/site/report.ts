import type { Reply } from './api.ts'
import type { Question } from './business.ts'
import type { Verdict } from './judge.ts'

export interface Judged {
  business: string
  question: Question
  reply: Reply
  verdict: Verdict
  quotes: number
  validQuotes: number
}

export interface Score {
  name: string
  asked: number
  answerable: number
  correct: number
  wrong: number
  missed: number
  'rightly unknown': number
  'falsely answered': number
  quotes: number
  validQuotes: number
}

export function score(name: string, judged: readonly Judged[]): Score {
  const count = (verdict: Verdict): number => judged.filter((one) => one.verdict === verdict).length
  return {
    name,
    asked: judged.length,
    answerable: judged.filter((one) => one.question.answerable).length,
    correct: count('correct'),
    wrong: count('wrong'),
    missed: count('missed'),
    'rightly unknown': count('rightly unknown'),
    'falsely answered': count('falsely answered'),
    quotes: judged.reduce((sum, one) => sum + one.quotes, 0),
    validQuotes: judged.reduce((sum, one) => sum + one.validQuotes, 0),
  }
}

/** One row for each business, and under it for each category and language; the goal stands beside the last. */
export function scores(judged: readonly Judged[]): Score[] {
  const businesses = Map.groupBy(judged, (one) => one.business)
  const rows = [...businesses].flatMap(([name, all]) => [
    score(name, all),
    ...[...Map.groupBy(all, (one) => one.question.category ?? '')]
      .filter(([category]) => category !== '')
      .map(([category, some]) => score(`  ${category}`, some)),
    ...[...Map.groupBy(all, (one) => one.question.lang)].map(([lang, some]) => score(`  ${lang}`, some)),
  ])
  return [...rows, score('all', judged)]
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

export function printScores(rows: readonly Score[]): void {
  const head = [
    'business',
    'asked',
    'correct of answerable',
    'wrong',
    'missed',
    'rightly unknown',
    'falsely answered',
    'wrong + false',
    'valid quotes',
  ]
  const cells = rows.map((row) =>
    [
      row.name,
      row.asked,
      `${row.correct}/${row.answerable}  ${share(row.correct, row.answerable)}`,
      row.wrong,
      row.missed,
      row['rightly unknown'],
      row['falsely answered'],
      share(row.wrong + row['falsely answered'], row.asked),
      `${row.validQuotes}/${row.quotes}`,
    ].map(String),
  )
  const widths = head.map((title, at) => Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |\n`
  process.stdout.write(
    line(head) + `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|\n` + cells.map(line).join(''),
  )
  process.stdout.write(
    'Goal: correct ≥ 85 % of the answerable, wrong + falsely answered ≤ 3 % of all, every quote valid.\n',
  )
}

export function printFailures(judged: readonly Judged[]): void {
  for (const { question, reply, verdict } of judged) {
    if (verdict === 'correct' || verdict === 'rightly unknown') continue
    const wanted = [
      ...(question.expect?.mustContain ?? []),
      ...(question.expect?.anyOf ?? []).map((one) => `(${one})`),
    ].join(', ')
    process.stdout.write(
      `${verdict} · ${question.id} · ${reply.tier}\n  asked:  ${question.turns.join(' // ')}\n  told:   ${reply.text.replaceAll('\n', ' ').slice(0, 300)}\n`,
    )
    if (question.answerable) process.stdout.write(`  wanted: ${wanted}   ${question.expect?.page ?? ''}\n`)
  }
}
