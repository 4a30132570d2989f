const JOINT =
  /\s*[.?!;؟،۔]+\s+|,\s+|\s+(?:and|also|plus|then|y|e|además|ademas|también|tambien|ثم|كمان|وكمان|وأيضا|وايضا)\s+|\s+(?=و\p{L}{3,})/giu

/** Ways to cut a message in two where it may hold two requests; both halves have at least two words. At most four. */
export function splitClauses(text: string): [string, string][] {
  if (text.length > 400) return []
  const cuts: [string, string][] = []
  for (const match of text.matchAll(JOINT)) {
    const left = text.slice(0, match.index).trim()
    const right = text.slice(match.index + match[0].length).trim()
    if (hasTwoWords(left) && hasTwoWords(right)) cuts.push([left, right])
    if (cuts.length === 4) break
  }
  return cuts
}

const hasTwoWords = (text: string): boolean => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length >= 2
