import type { PdfItem } from './pdf-page.ts'

const rtl = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
const ltr = /[\p{Script=Latin}\p{Nd}]/u

export function isRightToLeft(items: readonly PdfItem[]): boolean {
  let right = 0
  let left = 0
  for (const { str } of items) {
    if (rtl.test(str)) right += str.length
    else if (/\p{L}/u.test(str)) left += str.length
  }
  return right > left
}

/**
 * The words of one line in reading order. A PDF holds them as they look, from left to right; each piece is right in
 * itself. Runs of Latin words and of one number keep their order, everything else turns around (a plain inverse of the
 * Unicode bidirectional algorithm, UAX 9). Presentation forms become letters (NFKC).
 */
export function inReadingOrder(items: readonly PdfItem[]): string {
  const seen = withSpaces(items.toSorted((a, b) => (a.transform[4] ?? 0) - (b.transform[4] ?? 0)))
  const sides = seen.map(({ str }) => (rtl.test(str) ? 'rtl' : ltr.test(str) ? 'ltr' : 'neutral'))
  const runs: { keeps: boolean; items: PdfItem[] }[] = []
  seen.forEach((item, i) => {
    const before = sides.slice(0, i).findLast((side) => side !== 'neutral')
    const after = sides.slice(i + 1).find((side) => side !== 'neutral')
    const between = sides[i] === 'neutral' && before === 'ltr' && after === 'ltr' && !/[–—,،]/.test(item.str)
    const keeps = sides[i] === 'ltr' || between
    const last = runs.at(-1)
    if (last && last.keeps === keeps) last.items.push(item)
    else runs.push({ keeps, items: [item] })
  })
  const words = runs.toReversed().map(({ keeps, items: run }) => {
    const text = (keeps ? run : run.toReversed()).map(({ str }) => str).join('')
    return keeps ? text.replace(/\b(\d{4})-(\d{3})-(\d{3})\b/g, '$3-$2-$1') : text
  })
  return words
    .join('')
    .normalize('NFKC')
    .replace(/\s+(\p{M})/gu, '$1')
}

/** A gap between two pieces is a space, whichever way they run. */
function withSpaces(seen: readonly PdfItem[]): PdfItem[] {
  return seen.flatMap((item, i) => {
    const before = seen[i - 1]
    const apart = before && gapBetween(before, item) > item.height * 0.18
    const blank = !before || before.str.trim() === '' || item.str.trim() === ''
    return apart && !blank ? [{ ...item, str: ' ', width: 0 }, item] : [item]
  })
}

function gapBetween(a: PdfItem, b: PdfItem): number {
  const [first, second] = (a.transform[4] ?? 0) <= (b.transform[4] ?? 0) ? [a, b] : [b, a]
  return (second.transform[4] ?? 0) - (first.transform[4] ?? 0) - first.width
}

/** Columns of one line, the rightmost first. */
export function columnsFromRight(items: readonly PdfItem[], size: number): string[] {
  const seen = items.toSorted((a, b) => (b.transform[4] ?? 0) - (a.transform[4] ?? 0))
  const columns: PdfItem[][] = []
  for (const item of seen) {
    const before = columns.at(-1)?.at(-1)
    if (before && gapBetween(before, item) <= size) columns.at(-1)?.push(item)
    else columns.push([item])
  }
  return columns.map(inReadingOrder).filter((column) => column.trim() !== '')
}
