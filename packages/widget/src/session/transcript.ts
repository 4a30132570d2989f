import type { Message, Offer, Sentence, StreamEvent } from '@foyer/sdk'
import type { Broke } from '../strings/strings.ts'

export type Delivery = { kind: 'sending' } | { kind: 'accepted' } | { kind: 'refused'; why: string }

/** One thing that stands in the panel. */
export type Entry =
  /** `at`: when the service took it; empty until it did. */
  | { kind: 'said'; id: string; text: string; lang: string; at: string; delivery: Delivery }
  | Answer
  | { kind: 'member'; id: string; text: string; lang: string }
  | { kind: 'left'; id: string; contact: string }
  | { kind: 'call'; id: string; ms: number; broke: Broke | undefined }
  | { kind: 'ended' }

export interface Answer {
  kind: 'answer'
  turnId: string
  state: 'running' | 'answered' | 'failed'
  /** What is being done, while nothing was said yet. */
  words: string
  lang: string
  sentences: readonly Sentence[]
  offers: readonly Offer[]
  urgent: boolean
  /** Said while somebody watches, so it is spoken; false for what was loaded. */
  live: boolean
  thumb: 'none' | 'up' | 'down'
  /** No reason is asked for (any more). */
  explained: boolean
}

export type Change =
  | { type: 'loaded'; messages: readonly Message[] }
  | { type: 'said'; id: string; text: string; lang: string }
  | { type: 'refused'; id: string; why: string }
  | { type: 'told'; event: StreamEvent }
  | { type: 'rated'; turnId: string; thumb: 'up' | 'down'; explained: boolean }
  | { type: 'left'; id: string; contact: string }
  | { type: 'called'; id: string; ms: number; broke: Broke | undefined; at: string }
  | { type: 'cleared' }

type EndReason = NonNullable<Extract<StreamEvent, { type: 'call.changed' }>['call']['reason']>

const brokeBy: Partial<Record<EndReason, Broke>> = {
  silence: 'silence',
  time_limit: 'time',
  visitor_lost: 'connection',
  media_lost: 'connection',
  agent_lost: 'ours',
  failed: 'ours',
}

/** What the panel shows. Every change may come twice, and from two connections in any order: ids decide, not arrival. */
export type Transcript = readonly Entry[]

export function change(entries: Transcript, by: Change): Transcript {
  switch (by.type) {
    case 'loaded':
      return loaded(entries, by.messages)
    case 'said':
      return said(entries, {
        kind: 'said',
        id: by.id,
        text: by.text,
        lang: by.lang,
        at: '',
        delivery: { kind: 'sending' },
      })
    case 'refused':
      return entries.map((entry) =>
        entry.kind === 'said' && entry.id === by.id ? { ...entry, delivery: { kind: 'refused', why: by.why } } : entry,
      )
    case 'told':
      return told(entries, by.event)
    case 'rated':
      return answer(entries, by.turnId, (known) => ({ ...known, thumb: by.thumb, explained: by.explained }))
    case 'left':
      return left(entries, by.id, by.contact)
    case 'called':
      return called(entries, by)
    case 'cleared':
      return []
    default:
      return by satisfies never
  }
}

function told(entries: Transcript, event: StreamEvent): Transcript {
  switch (event.type) {
    case 'message.accepted':
      return answer(said(entries, asSaid(event.message)), event.turnId, (known) => known)
    case 'thinking':
      return answer(entries, event.turnId, (known) =>
        known.state === 'running' ? { ...known, words: event.words } : known,
      )
    case 'sentence':
      return answer(entries, event.turnId, (known) => {
        if (known.state !== 'running' || known.sentences.length !== event.index) return known
        return { ...known, lang: event.sentence.lang, sentences: [...known.sentences, event.sentence] }
      })
    case 'turn.answered': {
      const { message, offers } = event
      return answer(entries, event.turnId, (known) => ({
        ...known,
        state: 'answered',
        lang: message.lang,
        sentences: sentencesOf(message),
        offers,
        urgent: event.kind === 'emergency',
      }))
    }
    case 'turn.failed':
      return answer(entries, event.turnId, (known) =>
        known.state === 'answered' ? known : { ...known, state: 'failed' },
      )
    case 'message.created':
      return created(entries, event.message)
    case 'lead.left':
      return left(entries, event.leadId, '')
    case 'call.changed': {
      const { id, greetedAt, endedAt, reason } = event.call
      if (greetedAt === null || endedAt === null) return entries
      const ms = Date.parse(endedAt) - Date.parse(greetedAt)
      return called(entries, { id, ms, broke: reason === null ? undefined : brokeBy[reason], at: endedAt })
    }
    case 'conversation.ended':
      return entries.some((entry) => entry.kind === 'ended') ? entries : [...entries, { kind: 'ended' }]
    default:
      // `hello`, and kinds that came after this version.
      return entries
  }
}

/** What the service has, in its order; then what only this page knows: what is not sent yet, and what still runs. */
function loaded(entries: Transcript, messages: readonly Message[]): Transcript {
  const past = messages.reduce<Transcript>((done, message) => created(done, message), [])
  const known = new Set(past.map(idOf))
  const thumbs = new Map(entries.map((entry) => [idOf(entry), entry.kind === 'answer' ? entry.thumb : 'none']))
  const kept = past.map((entry) =>
    entry.kind === 'answer' ? { ...entry, thumb: thumbs.get(idOf(entry)) ?? entry.thumb } : entry,
  )
  return [...kept, ...entries.filter((entry) => !known.has(idOf(entry)))]
}

function created(entries: Transcript, message: Message): Transcript {
  switch (message.author) {
    case 'visitor':
      return said(entries, asSaid(message))
    case 'member': {
      const { id, text, lang } = message
      return entries.some((entry) => idOf(entry) === id) ? entries : [...entries, { kind: 'member', id, text, lang }]
    }
    case 'assistant': {
      const done = {
        state: 'answered',
        lang: message.lang,
        sentences: sentencesOf(message),
        offers: message.offers,
        live: false,
      } as const
      return answer(entries, message.turnId || message.id, (known) =>
        known.state === 'answered' ? known : { ...known, ...done },
      )
    }
    default:
      return message.author satisfies never
  }
}

function said(entries: Transcript, what: Extract<Entry, { kind: 'said' }>): Transcript {
  const known = entries.some((entry) => idOf(entry) === what.id)
  return known ? entries.map((entry) => (idOf(entry) === what.id ? what : entry)) : [...entries, what]
}

function left(entries: Transcript, id: string, contact: string): Transcript {
  const known = entries.find((entry) => entry.kind === 'left' && entry.id === id)
  if (known === undefined) return [...entries, { kind: 'left', id, contact }]
  return contact === '' ? entries : entries.map((entry) => (entry === known ? { kind: 'left', id, contact } : entry))
}

/** Where it ended: before what was said later, when it is told after a reload. */
function called(
  entries: Transcript,
  { id, ms, broke, at }: Omit<Extract<Change, { type: 'called' }>, 'type'>,
): Transcript {
  if (entries.some((entry) => idOf(entry) === id)) return entries
  const later = entries.findIndex((entry) => entry.kind === 'said' && entry.at > at)
  return entries.toSpliced(later < 0 ? entries.length : later, 0, { kind: 'call', id, ms, broke })
}

function answer(entries: Transcript, turnId: string, next: (known: Answer) => Answer): Transcript {
  if (entries.some((entry) => entry.kind === 'answer' && entry.turnId === turnId)) {
    return entries.map((entry) => (entry.kind === 'answer' && entry.turnId === turnId ? next(entry) : entry))
  }
  const fresh: Answer = {
    kind: 'answer',
    turnId,
    state: 'running',
    words: '',
    lang: '',
    sentences: [],
    offers: [],
    urgent: false,
    live: true,
    thumb: 'none',
    explained: false,
  }
  return [...entries, next(fresh)]
}

function asSaid(message: Message): Extract<Entry, { kind: 'said' }> {
  const { text, lang, createdAt: at } = message
  return { kind: 'said', id: message.clientId || message.id, text, lang, at, delivery: { kind: 'accepted' } }
}

/** An answer that carries no sentences (an older record) is one sentence without evidence. */
function sentencesOf(message: Message): readonly Sentence[] {
  return message.sentences.length > 0 ? message.sentences : [{ text: message.text, lang: message.lang, evidence: [] }]
}

export function idOf(entry: Entry): string {
  return entry.kind === 'answer' ? entry.turnId : entry.kind === 'ended' ? 'ended' : entry.id
}
