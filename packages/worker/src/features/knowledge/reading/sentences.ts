const abbreviation =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|st|sr|sra|jr|no|nos|vs|inc|ltd|co|corp|ave|blvd|rd|dept|approx|est|ext|tel|ph|e\.g|i\.e|a\.m|p\.m|u\.s|ee\.uu|núm|av|pág|[a-z]|\p{Lu})\.$/iu

/** Ranges `[start, end)` of the sentences of one line; no range begins or ends with a space. */
export function sentenceRanges(line: string): [number, number][] {
  const ranges: [number, number][] = []
  let start = 0
  const boundary = /[.!?؟。！？…]+["'”’»)\]]*(?:\s+|(?<=[。！？])|$)/gu
  for (const match of line.matchAll(boundary)) {
    const stop = match.index + match[0].trimEnd().length
    const next = match.index + match[0].length
    if (next < line.length && isInside(line.slice(start, stop), line.slice(next, next + 2))) continue
    ranges.push([start, stop])
    start = next
  }
  if (start < line.length) ranges.push([start, line.length])
  return ranges
}

function isInside(before: string, after: string): boolean {
  if (!before.endsWith('.')) return /^\p{Ll}/u.test(after)
  return /^\p{Ll}/u.test(after) || (abbreviation.test(before.slice(-8)) && !/[ap]\.m\.$/i.test(before))
}

export function countSentences(line: string): number {
  return line.match(/[.!?؟。！？]+["'”’»)\]]*(?=\s|$)/gu)?.length ?? 0
}

/** Cuts a long line into ranges of whole sentences, at most `maxChars` long and `maxSentences` each. */
export function cutLine(line: string, maxChars: number, maxSentences: number): [number, number][] {
  const cuts: [number, number][] = []
  let open: [number, number] | undefined
  let held = 0
  const pieces = sentenceRanges(line).flatMap((range) => cutSentence(line, range, maxChars))
  for (const [start, end] of pieces) {
    if (open && end - open[0] <= maxChars && held < maxSentences) {
      open[1] = end
      held += 1
      continue
    }
    open = [start, end]
    held = 1
    cuts.push(open)
  }
  return cuts
}

function cutSentence(line: string, [start, end]: [number, number], maxChars: number): [number, number][] {
  const pieces: [number, number][] = []
  let from = start
  while (end - from > maxChars) {
    const window = line.slice(from, from + maxChars)
    const at = Math.max(window.lastIndexOf('; ') + 1, window.lastIndexOf(', ') + 1)
    const cut = at > maxChars / 3 ? at : window.lastIndexOf(' ') > 0 ? window.lastIndexOf(' ') : safeCut(window)
    pieces.push([from, from + cut])
    from += cut
    while (line[from] === ' ') from += 1
  }
  if (from < end) pieces.push([from, end])
  return pieces
}

/** Never between the halves of a surrogate pair. */
function safeCut(window: string): number {
  return /[\ud800-\udbff]$/.test(window) ? window.length - 1 : window.length
}
