import { FoyerError } from './errors.ts'
import { type FollowOptions, followLive } from './live.ts'
import { type Http, request } from './request.ts'
import { takeTurn } from './turn.ts'
import type { MessagePage } from './generated/types.gen.ts'
import type { ConversationRecord, Lead, Message, NewLead, NewRating, StreamEvent } from './types.ts'
import type { Visitor } from './visitor.ts'

export interface SendOptions {
  /** A UUID you made; saying the same again with it is harmless. Made for you when left out. */
  messageId?: string
  /** What the visitor reads, such as `es`; detected otherwise. */
  lang?: string
  signal?: AbortSignal
}

type Context = Record<string, string>
type Waiting = { signal?: AbortSignal | undefined }

/** The one conversation of this visitor on this device. Every method may throw a `FoyerError`. */
export class Conversation {
  readonly #http: Http
  readonly #visitor: Visitor
  readonly #patienceMs: number
  #context: Context = {}

  constructor(http: Http, visitor: Visitor, patienceMs: number) {
    this.#http = http
    this.#visitor = visitor
    this.#patienceMs = patienceMs
  }

  /** Hints about the page or the visitor, sent when the next conversation begins; at most 60 and 500 characters each. */
  setContext(context: Context): void {
    this.#context = { ...context }
  }

  /** The conversation this device was in, or undefined. Sends nothing and stores nothing when there was none. */
  async resume({ signal }: Waiting = {}): Promise<ConversationRecord | undefined> {
    const id = (await this.#visitor.remembered())?.conversationId
    if (id === undefined) return undefined
    try {
      return await this.ask<ConversationRecord>(id, '', { signal })
    } catch (error) {
      if (!isGone(error)) throw error
      await this.#visitor.leave(id)
      return undefined
    }
  }

  /** Its id; begins a conversation (and makes this device a visitor) when there is none. */
  start({ signal }: Waiting = {}): Promise<string> {
    return this.#visitor.conversation({ context: this.#context }, signal)
  }

  /**
   * Says something and streams what becomes of it: `message.accepted` (it is stored for good), `sentence`s, and
   * `turn.answered` or `turn.failed` as the last. A lost connection is resumed, for a minute without progress by default.
   * @throws FoyerError when it was refused or nothing more came.
   */
  async *send(text: string, options: SendOptions = {}): AsyncGenerator<StreamEvent, void, undefined> {
    const messageId = options.messageId ?? newMessageId()
    const turn = { text, messageId, ...(options.lang === undefined ? {} : { lang: options.lang }) }
    const shared = { ...turn, patienceMs: this.#patienceMs, signal: options.signal }
    const conversationId = await this.start(options)
    let heard = false
    try {
      for await (const event of takeTurn(this.#http, this.#visitor, { ...shared, conversationId })) {
        heard = true
        yield event
      }
      return
    } catch (error) {
      if (heard || !isGone(error)) throw error
    }
    // It ended elsewhere, or was erased: what was said begins a new one.
    await this.#visitor.leave(conversationId)
    yield* takeTurn(this.#http, this.#visitor, { ...shared, conversationId: await this.start(options) })
  }

  /** All messages, oldest first; empty when nothing was said yet. */
  async messages({ signal }: Waiting = {}): Promise<Message[]> {
    const id = (await this.#visitor.remembered())?.conversationId
    const all: Message[] = []
    if (id === undefined) return all
    for (let after = ''; ;) {
      const page = await this.ask<MessagePage>(id, '/messages', { query: { after, limit: 200 }, signal })
      all.push(...page.items)
      if (page.next === '') return all
      after = page.next
    }
  }

  /** Live events from every tab and person, until aborted; see `followLive` for how it reconnects. */
  async *follow(
    options: Omit<FollowOptions, 'conversationId' | 'after'> & { after?: number } = {},
  ): AsyncGenerator<StreamEvent, void, undefined> {
    const conversationId = await this.start(options)
    yield* followLive(this.#http, this.#visitor, { after: 0, ...options, conversationId })
  }

  /** A thumb for a turn (or, without `turnId`, for the whole conversation), with an optional score of 1 to 5 and a reason. */
  async rate(rating: NewRating, { signal }: Waiting = {}): Promise<void> {
    await this.ask<void>(await this.start({ signal }), '/ratings', { body: rating, signal })
  }

  /**
   * Leaves a message for the business; a phone number or an e-mail address must stand in it.
   * @throws FoyerError `unprocessable`, its `details` naming the fields.
   */
  async leaveMessage(
    lead: Omit<NewLead, 'messageId'> & { messageId?: string },
    { signal }: Waiting = {},
  ): Promise<Lead> {
    return this.ask<Lead>(await this.start({ signal }), '/leads', {
      body: { messageId: newMessageId(), ...lead },
      signal,
    })
  }

  /** Ends it; the next thing said begins a new one. */
  async end({ signal }: Waiting = {}): Promise<void> {
    const id = (await this.#visitor.remembered())?.conversationId
    if (id === undefined) return
    await this.ask<ConversationRecord>(id, '/end', { method: 'POST', signal })
    await this.#visitor.leave(id)
  }

  /** An operation beneath a conversation of this visitor, as the visitor; what loads later is built on it. */
  ask<Reply>(
    id: string,
    path: string,
    call: { method?: 'POST'; body?: unknown; query?: Record<string, string | number> } & Waiting,
  ): Promise<Reply> {
    const run = (credential: string) =>
      request<Reply>(this.#http, { path: `/v1/conversations/${id}${path}`, ...call, credential })
    return this.#visitor.as(run, call.signal)
  }
}

export function newMessageId(): string {
  // `randomUUID` stands only in secure contexts; a business on plain http has visitors too.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function isGone(error: unknown): boolean {
  return error instanceof FoyerError && ['not_found', 'gone', 'conversation_ended'].includes(error.code)
}
