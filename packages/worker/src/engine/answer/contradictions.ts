import type { Passage } from '../passage.ts'
import { terms } from '../text/index.ts'
import { type Contradiction, standing } from './contradict.ts'
import { quoteOf, type Unit, unitsOf } from './units.ts'

/** Of a large site the first sentences with a price; each is compared with those that share a rare word with it. */
const mostUnits = 1500
/** Share of the words that two sentences must have in common to speak of one thing. */
const sameSubject = 0.75

/**
 * Sentences of different documents that state one thing with different prices, the believed one first: what `contradict`
 * finds for one question, over all that was taught. Stricter, since no question says what is compared.
 */
export function contradictionsIn(passages: readonly Passage[]): Contradiction[] {
  const units = unitsOf(passages.map((passage) => ({ passage, score: 1 })))
    .filter((unit) => pricesOf(unit).length === 1)
    .slice(0, mostUnits)
    .map((unit) => ({ unit, subject: subjectOf(unit) }))
    .filter(({ subject }) => subject.size >= 2)
  const byStem = new Map<string, number[]>()
  units.forEach(({ subject }, at) => {
    for (const stem of subject) byStem.set(stem, [...(byStem.get(stem) ?? []), at])
  })
  const found: Contradiction[] = []
  const seen = new Set<string>()
  units.forEach(({ unit, subject }, at) => {
    const rarest = [...subject]
      .toSorted((a, b) => (byStem.get(a)?.length ?? 0) - (byStem.get(b)?.length ?? 0))
      .slice(0, 2)
    for (const other of new Set(rarest.flatMap((stem) => byStem.get(stem) ?? []))) {
      const held = units[other]
      if (other <= at || held === undefined) continue
      const { passage } = held.unit
      if (passage.documentId === unit.passage.documentId || passage.lang !== unit.passage.lang) continue
      if (pricesOf(unit)[0] === pricesOf(held.unit)[0] || currencyOf(unit) !== currencyOf(held.unit)) continue
      const shared = [...subject].filter((stem) => held.subject.has(stem))
      if (shared.length < sameSubject * new Set([...subject, ...held.subject]).size) continue
      const [a, b] = standing(unit) >= standing(held.unit) ? [unit, held.unit] : [held.unit, unit]
      const about = shared.join(' ')
      const key = [a.passage.documentId, b.passage.documentId, about].join(' ')
      if (seen.has(key)) continue
      seen.add(key)
      found.push({ a: quoteOf(a), b: quoteOf(b), about })
    }
  })
  return found
}

const prices = (unit: Unit) => unit.values.filter(({ kind }) => kind === 'price')
const pricesOf = (unit: Unit) => [...new Set(prices(unit).map(({ key, per = '' }) => `${key} ${per}`))]
const currencyOf = (unit: Unit) => prices(unit)[0]?.unit

/** What the sentence is about; a bare price is about its nearest heading. */
function subjectOf(unit: Unit): Set<string> {
  const own = [...unit.stems].filter((stem) => stem.length > 2 && !/\d/.test(stem) && !filler.has(stem))
  const heading = own.length >= 2 ? [] : terms(unit.passage.headings.at(-1) ?? unit.passage.title, unit.passage.lang)
  return new Set([...own, ...heading])
}

const filler = new Set(
  Object.entries({
    en: 'cost costs price charge fee pay only just now starting per each dollars',
    es: 'cuesta precio cobramos tarifa solo desde por cada dolares',
    ar: 'سعر تكلفة يكلف رسوم فقط دولار',
  }).flatMap(([lang, words]) => terms(words, lang)),
)
