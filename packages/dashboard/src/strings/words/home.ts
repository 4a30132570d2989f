type Figure = 'conversations' | 'answered' | 'unanswered' | 'handoffs' | 'messages' | 'response'

/** Home: the numbers of the last day and of a range of days. Each number has its definition, one hover or focus away. */
export interface HomeWords {
  title: string
  range: string
  days: Record<7 | 30 | 90, string>
  lastDay: string
  figures: Record<Figure, { label: string; means: string }>
  /** Beneath the middle response time. */
  slowest: string
  /** The plot of questions by day, and its two colours. */
  plot: string
  plotMeans: string
  known: string
  unknown: string
  asTable: string
  day: string
  questions: string
  tiers: { title: string; means: string }
  languages: { title: string; means: string }
  ratings: { title: string; means: string; up: string; down: string; none: string }
  empty: { title: string; what: string; action: string }
}
