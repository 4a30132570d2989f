import type { Quote } from '../passage.ts'
import { fold } from '../evidence/index.ts'
import { quoteOf, type Unit } from './units.ts'

export interface Contradiction {
  /** The one that was believed. */
  a: Quote
  b: Quote
  /** What they disagree on: the words they share. */
  about: string
}

/** How much a unit is to be believed: standing pages before dated posts, price pages first, fresher posts before older. */
export function standing(unit: Unit): number {
  const { passage } = unit
  const place = fold([passage.url, passage.title, ...passage.headings].join(' '))
  const post = passage.dated !== '' && /blog|news|post|offer|promo|special|noticia|oferta|20\d\d/u.test(place)
  const year =
    passage.dated === ''
      ? 0
      : Math.min(
          0.9,
          Math.max(0, (Number(passage.dated.slice(0, 4)) + Number(passage.dated.slice(5, 7)) / 12 - 2000) / 50),
        )
  const pricePage = /\b(?:pric|rates?\b|fees?\b|tarifa|precio)|سعر|اسعار/u.test(place)
  return (post ? 0 : 2) + (pricePage ? 1 : 0) + (passage.kind === 'table-row' ? 0.5 : 0) + year
}

/** Units of different documents that state one thing with different prices; the better standing wins. */
export function contradictionsOf(units: readonly Unit[]): { losers: Set<Unit>; contradictions: Contradiction[] } {
  const losers = new Set<Unit>()
  const contradictions: Contradiction[] = []
  units.forEach((x, i) => {
    for (const y of units.slice(i + 1)) {
      if (x.passage.documentId === y.passage.documentId || x.passage.lang !== y.passage.lang) continue
      const [px, py] = [pricesOf(x), pricesOf(y)]
      if (px.length === 0 || py.length === 0 || px.some((p) => py.includes(p))) continue
      const shared = subjectOf(x).filter((stem) => subjectOf(y).includes(stem))
      if (shared.length === 0 || shared.length < Math.min(subjectOf(x).length, subjectOf(y).length, 3) * 0.6) continue
      const [a, b] = standing(x) >= standing(y) ? [x, y] : [y, x]
      losers.add(b)
      contradictions.push({ a: quoteOf(a), b: quoteOf(b), about: shared.join(' ') })
    }
  })
  return { losers, contradictions }
}

const pricesOf = (unit: Unit) => unit.values.filter((v) => v.kind === 'price').map((v) => `${v.key} ${v.unit}`)
const subjectOf = (unit: Unit) => [...unit.stems].filter((stem) => stem.length > 2 && !/\d/.test(stem))
