import { detectEmergency } from './detect.ts'

/** One labelled saying; see set/README.md. */
export interface Saying {
  text: string
  lang: string
  grade: 'danger' | 'urgent' | 'none'
  cause: string | null
}

export interface Share {
  hits: number
  of: number
}

/** Wilson's interval of a share at 95 %. */
export function interval({ hits, of }: Share): [low: number, high: number] {
  if (of === 0) return [0, 1]
  const z = 1.96
  const p = hits / of
  const middle = (p + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of)
  return [middle - half, middle + half]
}

/** Recall on positives and alarms on the rest, whole and by language and cause. */
export function scoreEmergencies(
  sayings: readonly Saying[],
  detect: (saying: Saying) => { grade: string; cause: string | null } = ({ text }) => detectEmergency(text),
): {
  recall: Share
  alarms: Share
  cause: Share
  by: Map<string, Share>
} {
  const [recall, alarms, cause]: Share[] = [
    { hits: 0, of: 0 },
    { hits: 0, of: 0 },
    { hits: 0, of: 0 },
  ]
  const by = new Map<string, Share>()
  const count = (share: Share | undefined, hit: boolean) => {
    if (share === undefined) return
    share.of += 1
    share.hits += Number(hit)
  }
  for (const saying of sayings) {
    const found = detect(saying)
    const hit = found.grade !== 'none'
    const positive = saying.grade !== 'none'
    count(positive ? recall : alarms, hit)
    if (positive && hit) count(cause, found.cause === saying.cause)
    for (const key of positive
      ? [`${saying.lang} recall`, `${saying.cause ?? ''} recall`]
      : [`${saying.lang} false alarms`]) {
      const share = by.get(key) ?? { hits: 0, of: 0 }
      by.set(key, share)
      count(share, hit)
    }
  }
  return {
    recall: recall ?? { hits: 0, of: 0 },
    alarms: alarms ?? { hits: 0, of: 0 },
    cause: cause ?? { hits: 0, of: 0 },
    by,
  }
}

export function told(name: string, share: Share): string {
  const [low, high] = interval(share)
  const percent = (n: number) => (100 * n).toFixed(1)
  return `${name}: ${share.hits}/${share.of} = ${percent(share.of === 0 ? 0 : share.hits / share.of)} % (${percent(low)}–${percent(high)})`
}
