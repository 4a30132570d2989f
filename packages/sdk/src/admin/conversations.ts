import { FoyerError, type FoyerErrorCode } from '../errors.ts'
import type {
  Conversation,
  ConversationExport,
  Message,
  NewConversation,
  NewRating,
  Offer,
  Quote,
  Sentence,
  StreamEvent,
  Tier,
  TurnKind,
} from '../generated/types.gen.ts'
import { takeTurn } from '../turn.ts'
import type { Asking, Caller, Changing } from './caller.ts'
import { listOf, type Paging } from './list.ts'
import { quotesOf } from './quotes.ts'

export interface Saying extends Asking {
  /** What the reader reads, such as `es`; detected otherwise. */
  lang?: string
  /** With a test key: answer as if it were this instant (RFC 3339). */
  now?: string
  /** Makes a retry of yours harmless. Made for you when left out. */
  messageId?: string
  /** Milliseconds without progress after which a lost connection is an error; 60,000 by default. */
  patienceMs?: number
}

export interface Question extends Saying, NewConversation {
  /** Goes on in this conversation; a new one when left out. */
  conversationId?: string
}

export interface Answer {
  /** The sentences as one text. */
  answer: string
  tier: Tier
  kind: TurnKind
  /** 0 to 1. */
  confidence: number
  lang: string
  sentences: Sentence[]
  /** Every quote the sentences stand on, each once. */
  quotes: Quote[]
  offers: Offer[]
  turnId: string
  conversationId: string
}

export function conversationsOf(caller: Caller) {
  const at = (id: string, rest = '') => `/v1/conversations/${encodeURIComponent(id)}${rest}`
  const start = (conversation: NewConversation = {}, options: Changing = {}) =>
    caller.post<Conversation>('/v1/conversations', conversation, options)
  const say = (
    conversationId: string,
    text: string,
    { patienceMs = 60_000, messageId = crypto.randomUUID(), ...rest }: Saying = {},
  ) =>
    takeTurn(
      caller.http,
      { as: (run) => run(caller.key) },
      { conversationId, text, messageId, patienceMs, ...defined(rest) },
    )
  return {
    start,
    /** Says something and streams what becomes of it; a lost connection is resumed. */
    say: (conversationId: string, text: string, saying?: Saying): AsyncGenerator<StreamEvent, void, undefined> =>
      say(conversationId, text, saying),
    /** One question, one answer. @throws FoyerError when no answer could be made. */
    async ask(text: string, { conversationId, assistantId, context, ...saying }: Question = {}): Promise<Answer> {
      const id = conversationId ?? (await start(defined({ assistantId, context }), { signal: saying.signal })).id
      for await (const event of say(id, text, saying)) {
        if (event.type === 'turn.answered') return answerOf(event, id)
        if (event.type === 'turn.failed') throw new FoyerError(event.code as FoyerErrorCode, event.message)
      }
      throw new FoyerError('unreadable', 'The turn ended without an answer. Ask again.')
    },
    list: (paging?: Paging) => listOf<Conversation>(caller, '/v1/conversations', paging),
    get: (id: string, options: Asking = {}) => caller.get<Conversation>(at(id), {}, options),
    messages: (id: string, paging?: Paging) => listOf<Message>(caller, at(id, '/messages'), paging),
    rate: (id: string, rating: NewRating, options: Changing = {}) =>
      caller.post<void>(at(id, '/ratings'), rating, options),
    end: (id: string, options: Changing = {}) => caller.post<Conversation>(at(id, '/end'), undefined, options),
    export: (id: string, options: Asking = {}) => caller.get<ConversationExport>(at(id, '/export'), {}, options),
  }
}

function answerOf(event: Extract<StreamEvent, { type: 'turn.answered' }>, conversationId: string): Answer {
  const { tier, kind, confidence, lang, offers, turnId, message } = event
  return {
    answer: message.text,
    tier,
    kind,
    confidence,
    lang,
    sentences: message.sentences,
    quotes: quotesOf(message.sentences),
    offers,
    turnId,
    conversationId,
  }
}

type Defined<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> }

function defined<T extends object>(given: T): Defined<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Defined<T>
}
