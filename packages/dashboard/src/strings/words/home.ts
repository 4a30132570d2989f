type Figure = 'conversations' | 'answered' | 'unanswered' | 'handoffs' | 'messages' | 'response'
type PlotName = 'questions' | 'conversations' | 'handoffs' | 'messages' | 'response' | 'ratings'

/** Home: the numbers of the last day and of a range of days. Each number has its definition, one hover or focus away. */
export interface HomeWords {
  title: string
  range: string
  days: Record<7 | 30 | 90, string>
  lastDay: string
  /** What is left of setting up. */
  left: Record<'title' | 'done' | 'hide' | 'hidden', string>
  figures: Record<Figure, { label: string; means: string }>
  /** Beneath the middle response time. */
  slowest: string
  /** What is seen by day; with two colours where a part of it wants attention. */
  plot: string
  plots: Record<PlotName, { label: string; means: string; good?: string; bad?: string }>
  asTable: string
  day: string
  tiers: { title: string; means: string }
  languages: { title: string; means: string }
  ratings: { title: string; means: string; up: string; down: string; none: string }
  empty: { title: string; what: string; action: string }
}
