import { datesIn } from '../../../engine/evidence/calendar-words.ts'
import { type Evidence, fold } from '../../../engine/evidence/index.ts'
import { localTime } from '../../../engine/facts/local-time.ts'
import { search } from '../../../engine/retrieve/index.ts'
import { heard } from '../retrieve.ts'
import type { Turn } from '../turn.ts'

/** Hours of an ordinary week are not told for a date that a page singles out. */
export function isSaidOtherwise(turn: Turn, evidence: readonly Evidence[]): boolean {
  const { question } = heard(turn)
  const asked: { month: number; day: number }[] = datesIn(fold(question), turn.lang)
  const now = evidence.find((one) => one.kind === 'computed' && one.what === 'open-now')
  if (asked.length === 0 && now?.kind === 'computed') asked.push(localTime(turn.now, now.timeZone))
  if (asked.length === 0 || evidence.every((one) => one.kind !== 'computed' && one.kind !== 'fact')) return false
  const exceptions = new Set(turn.knowledge.facts.flatMap((location) => location.exceptions.map((fact) => fact.id)))
  const cited = evidence.flatMap((one) =>
    one.kind === 'computed' ? one.facts.map((fact) => fact.factId) : one.kind === 'fact' ? [one.factId] : [],
  )
  if (cited.some((id) => exceptions.has(id))) return false
  return asked.some((date) => isSingledOut(turn, date))
}

/** Whether a page speaks of this date; in the visitor's language, or in English. */
function isSingledOut(turn: Turn, { month, day }: { month: number; day: number }): boolean {
  const { index } = turn.knowledge
  if (index === null) return false
  return [...new Set([turn.lang, 'en'])].some((lang) => {
    const written = new Intl.DateTimeFormat(lang, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
      Date.UTC(2024, month - 1, day),
    )
    const { candidates } = search(index, written, { lang, k: 6 })
    return candidates.some(({ passage }) =>
      datesIn(fold(passage.text), passage.lang).some((one) => one.month === month && one.day === day),
    )
  })
}
