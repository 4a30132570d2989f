import type { CallbackWindow } from '../../engine/facts/index.ts'
import type { LocationFacts } from '../../engine/location-facts.ts'
import type { ScenarioModel } from '../../engine/classify/index.ts'
import type { PassageIndex } from '../../engine/retrieve/index.ts'
import type { ScenarioVectors, VectorTable } from '../../engine/vectors/index.ts'
import type { LlmPort } from '../../ports/llm.ts'
import type { OfferOut, SentenceOut } from '../conversations/schema.ts'
import type { PlaybookDocument } from '../playbook/index.ts'
import type { Toolbox } from '../tools/index.ts'
import type { Breaker } from './model/breaker.ts'
import type { Expecting, MessageFlow } from './flows/asking.ts'
import type { Look } from './look.ts'
import type { Chosen, Trace, TurnInputs } from './trace.ts'

export type TierName = 'rules' | 'semantic' | 'llm' | 'extractive' | 'none'
export type TurnKind = 'answer' | 'unknown' | 'clarify' | 'confirm' | 'emergency' | 'handoff'

/** One thing said to us, with all that is needed to answer it. Built by open, never changed by a tier. */
export interface Turn {
  turnId: string
  conversationId: string
  /** The visitor's words. */
  question: string
  /** The question as it stands alone, after what was said before. */
  asked: string
  /** The visitor's earlier messages, oldest first. */
  previous: readonly string[]
  /** As much of our last answer as was heard, when the visitor spoke over it; null when all of it was. */
  cutOff: string | null
  /** How our last answer was meant; we never ask back twice. */
  lastKind: TurnKind | null
  lang: string
  now: Date
  assistant: { id: string; name: string }
  business: { name: string; country: string }
  playbook: CompiledPlaybook | null
  knowledge: {
    revision: number
    index: PassageIndex | null
    facts: readonly LocationFacts[]
    vectors: VectorTable | null
  }
  /** What vectors say the question is near to; asked once, after the rules. null where no endpoint is set up. */
  look: Look | null
  model: ModelAllowance
  tools: Toolbox
  /** What a replay needs beside the versions. */
  inputs: TurnInputs
  /** How it came, when a call is on. */
  via: 'voice' | 'keys' | null
  /** What was being asked step by step when this was said. */
  flow: MessageFlow | null
  /** Where a rule of the dialled number led by what was said; null: nowhere. */
  chosen: Chosen | null
  /** Somebody can be rung for the caller. */
  reachable: boolean
  /** Leaves a message for the business. @returns its id; null when it was not taken */
  leaveMessage(message: LeftMessage): Promise<string | null>
  trace: Trace
  signal: AbortSignal
}

export interface CompiledPlaybook {
  versionId: string
  number: number
  document: PlaybookDocument
  scenarios: ScenarioModel
  vectors: ScenarioVectors | null
}

export interface LeftMessage {
  name: string
  phone: string
  email: string
  text: string
  answers: { question: string; turnId: string }[]
  /** When they were told that somebody calls back. */
  callback?: CallbackWindow
}

export type ModelAllowance =
  | {
      kind: 'allowed'
      llm: LlmPort
      priceIn: number
      priceOut: number
      /** Keeps room under the spend cap for this turn; false when simultaneous turns have taken it. */
      hold(estimateMicros: number): Promise<boolean>
      settle(costMicros: number): Promise<void>
      breaker: Breaker
      /** Waits before a second try. */
      pause(ms: number): Promise<void>
    }
  | { kind: 'none'; why: string }

/** What the visitor sees while a tier works. */
export type Said =
  | { kind: 'thinking'; words: string }
  | { kind: 'sentence'; sentence: SentenceOut }
  | { kind: 'left'; leadId: string }

/** `danger`: those who are to know of an emergency, beside whatever else goes on. */
export type Fetches = 'transfer' | 'danger'

export interface Answer {
  tier: TierName
  kind: TurnKind
  confidence: number
  sentences: SentenceOut[]
  offers: OfferOut[]
  /** Who is to be rung once this was said; only in a call. */
  fetches?: Fetches
  /** What it asks for, so that an ear is patient and a form can be shown. */
  expects?: Expecting
}

export interface Reasoned {
  reason: string
  score?: number
  threshold?: number
  candidates?: { id: string; label: string; score: number }[]
  counted?: Record<string, number>
}

export type Verdict = ({ kind: 'answered'; answer: Answer } & Reasoned) | ({ kind: 'passed' } & Reasoned)

/** A tier yields what the visitor sees and returns what it decided, with a reason. */
export interface Tier {
  name: TierName | 'choice' | 'flow'
  answer(turn: Turn): AsyncGenerator<Said, Verdict>
}
