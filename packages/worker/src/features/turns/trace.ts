import type { PendingCall, ToolOutcome, ToolSpec } from '../tools/index.ts'
import type { MessageFlow } from './flows/asking.ts'
import type { Nearness } from './look.ts'
import type { TraceStepOut } from './schema.ts'
import type { Said, Tier, TierName, Turn, TurnKind, Verdict } from './turn.ts'

/** Raised when the same inputs may be answered otherwise. */
export const engineVersion = '4'

/** One asking of the model: the provider's raw words, and how it ended. */
export interface ModelCall {
  /** Fingerprint of the words it was given. */
  prompt: string
  text: string
  /** Why it broke off; '' when it came to its end. */
  broke: string
  retryable: boolean
}

/**
 * Where a rule of the dialled number led who said this, and why. `isBare`: nothing else was said. `isNew`: by another name
 * than the one they talked to. `reaches`: a person of the rule's own.
 */
export type Chosen =
  | { to: 'assistant'; why: string; isBare: boolean; isNew: boolean }
  | { to: 'person'; why: string; reaches: boolean }

/** What the turn was made from, beside what the versions name; the visitor's words stay in the conversation. */
export interface TurnInputs {
  /** The newest message that was seen: its position. */
  until: number
  /** The language spoken before; '' at the beginning. */
  before: string
  lastKind: TurnKind | null
  cutOff: string | null
  /** How it came, when a call was on. */
  via: 'voice' | 'keys' | null
  /** What was being asked step by step when this was said. */
  flow: MessageFlow | null
  chosen?: Chosen
  /** Somebody can be rung for the caller; absent where nobody could. */
  reachable?: true
  /** The caller's number had called before. On record alone: no tier sees it, so that nothing can be said because of it. */
  recognised?: true
  assistant: { id: string; name: string }
  business: { name: string; country: string }
}

export interface ToolsUsed {
  pending: PendingCall | null
  used: ToolSpec | null
  outcome: ToolOutcome | null
}

export interface TraceRecord {
  v: 2
  /** null once the person was forgotten: then the turn cannot be replayed. */
  inputs: TurnInputs | null
  engine: string
  playbookVersionId: string
  playbook: number
  revision: number
  clock: string
  lang: string
  asked: string
  steps: TraceStepOut[]
  /** Passage ids with scores: references, not text. */
  passages: { id: string; score: number }[]
  rejected: { text: string; reason: string }[]
  waits: { what: string; ms: number }[]
  usage: { tokensIn: number; tokensOut: number; costMicros: number }
  /** Why a spoken turn was kept short; '' when it was not. */
  hurried?: string
  /** Why the model was not asked; '' when it was, or no tier came to it. */
  unasked: string
  calls: ModelCall[]
  /** What vectors said; null where none were asked. */
  near: Nearness | null
  /** What was asked of tools and what they answered; null when none had a part. */
  tools: ToolsUsed | null
  /** What is asked step by step, and how far it has come. */
  flow?: MessageFlow
}

/** The record of a turn while it is made. A Worker's clock stands still between I/O, so only waiting is timed. */
export class Trace {
  readonly steps: TraceStepOut[] = []
  readonly passages: { id: string; score: number }[] = []
  readonly rejected: { text: string; reason: string }[] = []
  readonly waits: { what: string; ms: number }[] = []
  readonly usage = { tokensIn: 0, tokensOut: 0, costMicros: 0 }
  hurried = ''
  /** The tier that works now. */
  tier: TierName = 'none'
  readonly calls: ModelCall[] = []
  readonly tools: ToolsUsed = { pending: null, used: null, outcome: null }
  unasked = ''
  near: Nearness | null = null
  flow: MessageFlow | null = null
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
      this.tier = tier.name === 'flow' || tier.name === 'choice' ? 'rules' : tier.name
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

  /** A second look that ends as the first did is not told twice; what had no part has no reason. */
  #note(tier: Tier, verdict: TraceStepOut['verdict'], why: Omit<Verdict, 'kind'>): void {
    const told = this.steps.some((step) => step.tier === tier.name && step.reason === why.reason)
    if (verdict === 'passed' && (told || why.reason === '')) return
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
      v: 2,
      inputs: turn.inputs,
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
      ...(this.flow === null ? {} : { flow: this.flow }),
      ...(this.hurried === '' ? {} : { hurried: this.hurried }),
      unasked: this.unasked,
      calls: this.calls,
      near: this.near,
      tools: this.tools.pending === null && this.tools.used === null ? null : this.tools,
    }
  }
}
