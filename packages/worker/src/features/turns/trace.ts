import type { TraceStep } from './schema.ts'
import type { Said, Tier, Turn, Verdict } from './turn.ts'

/** Raised when the same inputs may be answered otherwise. */
export const engineVersion = '1'

export interface TraceRecord {
  v: 1
  engine: string
  playbookVersionId: string
  playbook: number
  revision: number
  clock: string
  lang: string
  asked: string
  steps: TraceStep[]
  /** Passage ids with scores: references, not text. */
  passages: { id: string; score: number }[]
  rejected: { text: string; reason: string }[]
  waits: { what: string; ms: number }[]
  usage: { tokensIn: number; tokensOut: number; costMicros: number }
  /** Why a spoken turn was kept short; '' when it was not. */
  hurried?: string
  /** The provider's raw words, so that the turn can be recomputed. */
  completion: string
}

/** The record of a turn while it is made. A Worker's clock stands still between I/O, so only waiting is timed. */
export class Trace {
  readonly steps: TraceStep[] = []
  readonly passages: { id: string; score: number }[] = []
  readonly rejected: { text: string; reason: string }[] = []
  readonly waits: { what: string; ms: number }[] = []
  readonly usage = { tokensIn: 0, tokensOut: 0, costMicros: 0 }
  completion = ''
  hurried = ''
  tier: Tier['name'] = 'none'
  #spoke = false

  get spoke(): boolean {
    return this.#spoke
  }

  async waitFor<T>(what: string, work: Promise<T>): Promise<T> {
    const from = Date.now()
    try {
      return await work
    } finally {
      this.waits.push({ what, ms: Date.now() - from })
    }
  }

  /** Runs a tier. A throw before speech becomes a pass with its reason; after speech it surfaces. */
  async *step(tier: Tier, turn: Turn): AsyncGenerator<Said, Verdict> {
    const spokeBefore = this.#spoke
    try {
      this.tier = tier.name
      const work = tier.answer(turn)
      for (;;) {
        const next = await work.next()
        if (next.done === true) {
          this.#note(tier, next.value.kind, next.value)
          return next.value
        }
        if (next.value.kind === 'sentence') this.#spoke = true
        yield next.value
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'It failed without a word.'
      this.#note(tier, 'failed', { reason })
      if (this.#spoke !== spokeBefore) throw error
      return { kind: 'passed', reason }
    }
  }

  /** A second look that ends as the first did is not told twice. */
  #note(tier: Tier, verdict: TraceStep['verdict'], why: Omit<Verdict, 'kind'>): void {
    const told = this.steps.some((step) => step.tier === tier.name && step.reason === why.reason)
    if (verdict === 'passed' && told) return
    this.steps.push({
      tier: tier.name,
      verdict,
      reason: why.reason,
      score: why.score ?? null,
      threshold: why.threshold ?? null,
      candidates: why.candidates ?? [],
      counted: why.counted ?? {},
    })
  }

  record(turn: Turn): TraceRecord {
    return {
      v: 1,
      engine: engineVersion,
      playbookVersionId: turn.playbook?.versionId ?? '',
      playbook: turn.playbook?.number ?? 0,
      revision: turn.knowledge.revision,
      clock: turn.now.toISOString(),
      lang: turn.lang,
      asked: turn.asked,
      steps: this.steps,
      passages: this.passages,
      rejected: this.rejected.slice(0, 20),
      waits: this.waits,
      usage: this.usage,
      ...(this.hurried === '' ? {} : { hurried: this.hurried }),
      completion: this.completion.slice(0, 4000),
    }
  }
}
