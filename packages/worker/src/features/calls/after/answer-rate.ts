/** Calls that count, at most, and at least. */
export const mostCounted = 20
const leastCounted = 5
/** What a number that is well reaches: an agent that dies now and then is no alarm. */
const wanted = 0.95
/** Of the normal distribution, for an interval of 95 %. */
const z = 1.96

/**
 * Whether too few calls of a number are answered, newest first. `low`: of five calls or more, even the upper bound of
 * Wilson's interval (E. B. Wilson, JASA 22, 1927, pp. 209–212; 95 %) lies below 95 %, so two of five or four of twenty that
 * nobody took, and never one alone. `normal`: the newest five were answered. `unsure`: neither can be said yet.
 */
export function answering(answered: readonly boolean[]): 'low' | 'normal' | 'unsure' {
  const counted = answered.slice(0, mostCounted)
  if (counted.length < leastCounted) return 'unsure'
  if (upperBound(counted.filter(Boolean).length, counted.length) < wanted) return 'low'
  return counted.slice(0, leastCounted).every(Boolean) ? 'normal' : 'unsure'
}

/** Of the share that stands behind `hits` of `n`. */
function upperBound(hits: number, n: number): number {
  const share = hits / n
  const square = z * z
  const spread = z * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n))
  return (share + square / (2 * n) + spread) / (1 + square / n)
}
