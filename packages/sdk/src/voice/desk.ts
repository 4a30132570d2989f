import { backOffMs, type Clock } from '../clock.ts'
import type { Conversation } from '../conversation.ts'
import type { Call, CallJoin, NewCall, OpenedCall } from '../types.ts'
import type { EndReason } from './state.ts'

/** The service's part of one call. Its methods throw `FoyerError`, or the signal's reason. */
export class CallDesk {
  readonly #conversation: Conversation
  readonly #clock: Clock
  readonly #signal: AbortSignal
  #conversationId = ''
  #callId = ''
  /** RFC 3339, by the service's clock; empty before it began. */
  begunAt = ''
  /** By how many milliseconds the service's clock is ahead of ours. */
  #aheadMs = 0

  constructor(conversation: Conversation, clock: Clock, signal: AbortSignal) {
    this.#conversation = conversation
    this.#clock = clock
    this.#signal = signal
  }

  get callId(): string {
    return this.#callId
  }

  /** Begins a call, or goes back into one of before a reload. */
  async open(wanted: NewCall | string): Promise<CallJoin> {
    this.#conversationId = await this.#conversation.start({ signal: this.#signal })
    if (typeof wanted === 'string') {
      this.#callId = wanted
      return this.rejoin()
    }
    const asked = this.#conversation.ask<OpenedCall>(this.#conversationId, '/calls', { body: { ...here(), ...wanted } })
    const opened = await this.#timed(asked)
    this.#callId = opened.call.id
    // Hung up while the room was being made: it is taken down again.
    if (this.#signal.aborted) this.close()
    return opened.join
  }

  /** Another token for the same room. */
  async rejoin(): Promise<CallJoin> {
    return (await this.#timed(this.#ask<OpenedCall>('/join', { method: 'POST', signal: this.#signal }))).join
  }

  /** Why it ended; the books may be closed a moment later than the room. Undefined when they say it goes on. */
  async whyEnded(): Promise<EndReason | undefined> {
    for (let attempt = 1; attempt <= 5; attempt++) {
      const call = await this.#ask<Call>('', { signal: this.#signal })
      if (call.state === 'ended') return call.reason ?? 'failed'
      await this.#clock.wait(backOffMs(this.#clock, attempt, 300, 1500), this.#signal)
    }
    return undefined
  }

  /** When the first sound of a turn was played; one figure of a trace, so a failure is passed over. */
  heard(turnId: string, at: number): void {
    const body = { turnId, playedAt: new Date(at + this.#aheadMs).toISOString() }
    this.#ask<void>('/heard', { body }).catch(() => {})
  }

  /** Harmless when it ended already; when it does not arrive, the service notices that nobody is in the room. */
  close(): void {
    if (this.#callId !== '') this.#ask<Call>('/end', { method: 'POST' }).catch(() => {})
  }

  /** Their clock stood at `now` about half way between asking and hearing. */
  async #timed(asked: Promise<OpenedCall>): Promise<OpenedCall> {
    const from = this.#clock.now()
    const opened = await asked
    this.begunAt = opened.call.createdAt
    this.#aheadMs = Date.parse(opened.join.now) - (from + this.#clock.now()) / 2
    return opened
  }

  #ask<Reply>(path: string, call: Parameters<Conversation['ask']>[2]): Promise<Reply> {
    return this.#conversation.ask<Reply>(this.#conversationId, `/calls/${this.#callId}${path}`, call)
  }
}

/** The page that the visitor is on; nothing outside of one. */
function here(): { page?: string } {
  const { origin, pathname } = (globalThis as Partial<typeof globalThis>).location ?? {}
  return origin?.startsWith('http') === true ? { page: `${origin}${pathname}` } : {}
}
