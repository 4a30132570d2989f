import type { Candidate, PassageIndex } from '../retrieve/index.ts'

/** A passage by its place in the index. */
export interface Near {
  at: number
  score: number
}

const rankConstant = 60

/**
 * Joins what words found and what vectors found by reciprocal rank (Cormack, Clarke and Büttcher, 2009). The joined order
 * takes over the scores of the words in their order, so that what is measured on them keeps its meaning.
 */
export function joinNear(
  index: PassageIndex,
  found: readonly Candidate[],
  near: readonly Near[],
  k: number,
): Candidate[] {
  if (near.length === 0) return [...found]
  const meant = new Map(near.map(({ at, score }) => [index.passage(at).id, score]))
  const held = new Map(found.map((candidate) => [candidate.passage.id, candidate]))
  const points = new Map<string, number>()
  const give = (id: string, rank: number) => points.set(id, (points.get(id) ?? 0) + 1 / (rankConstant + rank))
  // A passage that shares letters with the question but no word has no say beside what was meant.
  found.forEach(({ passage, coverage }, rank) => coverage > 0 && give(passage.id, rank))
  near.forEach(({ at, score }, rank) => {
    const passage = index.passage(at)
    if (!held.has(passage.id)) held.set(passage.id, { passage, score: 0, parts: { near: score }, coverage: 0 })
    give(passage.id, rank)
  })
  const scores = found.length > 0 ? found.map(({ score }) => score) : near.map(({ score }) => score)
  return [...held.values()]
    .toSorted(
      ({ passage: a }, { passage: b }) =>
        (points.get(b.id) ?? 0) - (points.get(a.id) ?? 0) || (meant.get(b.id) ?? 0) - (meant.get(a.id) ?? 0),
    )
    .slice(0, k)
    .map((candidate, rank) => ({ ...candidate, score: scores[Math.min(rank, scores.length - 1)] ?? 0 }))
}
