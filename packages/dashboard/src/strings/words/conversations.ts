import type { CallRecord } from '@foyer/sdk/admin'
import type { Plural } from '../index.ts'

type Outcome = 'unanswered' | 'handoff' | 'emergency' | 'message' | 'up' | 'down'

type Consent = CallRecord['consents'][number]

/** The list of conversations, and one of them as its visitor saw it. */
export interface ConversationsWords {
  title: string
  /** The filter's box and its choices; `all` is the first of each. */
  filter: string
  outcome: string
  all: string
  outcomes: Record<Outcome, string>
  tier: string
  anyTier: string
  tiers: Record<'rules' | 'semantic' | 'llm' | 'extractive' | 'none', string>
  language: string
  anyLanguage: string
  /** The range of days that a number on Home brought along; pressing it lets it go. */
  between: string
  clear: string
  /** Beneath a row's first words. */
  questions: Plural
  silent: string
  empty: { title: string; what: string; action: string }
  none: { title: string; what: string }
  /** Beside the list before one is chosen. */
  choose: string
  back: string
  /** Above a thread: how it came about. */
  from: Record<'chat' | 'api' | 'phone', string>
  ended: string
  export: string
  /** Beneath an answer. */
  why: string
  said: string
  /** Above words that nobody understood when they were said. */
  late: string
  answered: string
  member: string
  /** Sensitive answers. */
  show: string
  showNote: string
  left: string
  helpful: string
  notHelpful: string
  sources: string
  failed: string
  /** A call among what was said; `version` is the notice's. */
  call: {
    title: string
    listen: string
    listenFrom: string
    version: string
    answers: Record<Consent['answer'], string>
    earlier: string
    /** Somebody else may have made them; and what came of it that its number was recognised. */
    earlierNote: string
    recognised: string
  }
  /** The page of one answer. */
  trace: { title: string; back: string; copy: string; copied: string; search: string }
}
