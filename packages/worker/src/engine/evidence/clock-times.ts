export interface ClockTime {
  /** `HH:MM` 24 h. */
  at: string
  /** Whether am, pm, a part of the day or a 24 h form said which half of the day is meant. */
  sure: boolean
  start: number
  end: number
}

const half =
  '(a\\.? ?m\\.?|p\\.? ?m\\.?|(?:de|por|en) la (?:manana|tarde|noche|madrugada)|in the (?:morning|afternoon|evening)|at night|صباحا|صباح|مساء|ظهرا|عصرا|ليلا|فجرا|بعد الظهر|ص|م)'
const clock = new RegExp(
  `(?<![\\d:.,/$€£])(?:(?:at|la|las|الساعه)\\s+)?(\\d{1,2})(?:(?:[:.]|h ?)(\\d{2})(?![\\d%])|\\s?h(?:rs?|oras)?(?![\\p{L}])|\\s?o'clock)?(?:\\s?${half}(?![\\p{L}]))?(?![\\d%])`,
  'gu',
)
const named: [RegExp, string][] = [
  [/(?<!\p{L})(?:noon|midday|mediodia|منتصف النهار)(?!\p{L})/gu, '12:00'],
  [/(?<!\p{L})(?:midnight|medianoche|منتصف الليل)(?!\p{L})/gu, '24:00'],
]

/** Clock times in folded lower-case text. Bare numbers count only in a range with a marked time ("8-5pm", "8am to 5"). */
export function timesIn(folded: string): ClockTime[] {
  const found = [...folded.matchAll(clock)].map((m) => {
    const marked = m[3] !== undefined || m[2] !== undefined || /\dh|\d h|o'clock|الساعه|^(?:a )?las? /.test(m[0])
    return {
      hour: Number(m[1]),
      minute: Number(m[2] ?? 0),
      half: halfOf(m[3]),
      colon: m[2] !== undefined,
      marked,
      start: m.index,
      end: m.index + m[0].length,
    }
  })
  const out: ClockTime[] = []
  found.forEach((time, i) => {
    const next = found[i + 1]
    const before = found[i - 1]
    const toNext = next !== undefined && isRange(folded.slice(time.end, next.start))
    const toBefore = before !== undefined && isRange(folded.slice(before.end, time.start))
    const marked =
      time.marked || (toNext && next.half !== undefined) || (toBefore && (before.half !== undefined || before.colon))
    if (!marked || time.hour > 24 || time.minute > 59) return
    let hour = time.hour
    let sure =
      time.half !== undefined ||
      (time.colon && (hour > 12 || hour === 0 || String(folded.slice(time.start)).startsWith('0')))
    if (time.half !== undefined) hour = inHalf(hour, time.half)
    else if (toNext && next.half !== undefined && hour <= 12) {
      const later = inHalf(next.hour, next.half)
      hour = inHalf(hour, next.half) < later ? inHalf(hour, next.half) : inHalf(hour, next.half === 'pm' ? 'am' : 'pm')
      sure = true
    }
    out.push({
      at: `${String(hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`,
      sure,
      start: time.start,
      end: time.end,
    })
  })
  for (const [pattern, at] of named)
    for (const m of folded.matchAll(pattern)) out.push({ at, sure: true, start: m.index, end: m.index + m[0].length })
  return out.toSorted((a, b) => a.start - b.start)
}

const isRange = (between: string) =>
  /^\s*(?:-|to|until|till|a|a las|hasta(?: las)?|y las|الي(?: الساعه)?|حتي(?: الساعه)?|and|through)\s*$/u.test(between)

function halfOf(written: string | undefined): 'am' | 'pm' | undefined {
  if (written === undefined) return undefined
  return /^(?:a|صباح|ص$|فجرا)|manana|madrugada|morning/.test(written) && !/^afternoon|^at night/.test(written)
    ? 'am'
    : 'pm'
}

function inHalf(hour: number, half: 'am' | 'pm'): number {
  if (hour > 12) return hour
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}
