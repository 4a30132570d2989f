// What the agent may say to the worker: with its own key that it lives and claims, with a call's token all about that call.

import {
  type AgentHeartbeat,
  type CallChange,
  type CallClaim,
  type CallClaimReply,
  type CallLateWords,
  type CallOpening,
  type CallReachEvent,
  type CallReachStep,
  type CallSetting,
  FoyerError,
  type Http,
  request,
  type StreamEvent,
  systemClock,
  takeTurn,
  type TurnTimings,
} from '@foyer/sdk/agent'

export type Via = 'voice' | 'keys'

/** A turn that the worker does not answer for this long is given up: the visitor hears so before. */
const PATIENCE_MS = 12_000

/** A worker that is slow because many call at once is not asked twice: that makes it slower. */
const CLAIM_PATIENCE_MS = 8000

/** What a caller waits for in silence. */
const PROMPTLY = { attempts: 2, timeoutMs: 2500 }

/** The longest that phones of one wave ring, and a moment more. */
const RINGING_MS = 75_000

const httpOf = (baseUrl: string, attempts: number): Http => ({
  baseUrl: baseUrl.replace(/\/$/, ''),
  fetch: globalThis.fetch,
  clock: systemClock,
  timeoutMs: 5000,
  attempts,
})

export type GivenJob = { room: string; jobId: string; dispatchId: string }

export class Worker {
  readonly #url: string
  readonly #key: string

  constructor(url: string, key: string) {
    this.#url = url
    this.#key = key
  }

  async beat(beat: AgentHeartbeat): Promise<void> {
    await request(httpOf(this.#url, 1), { path: '/v1/agent/heartbeats', body: beat, credential: this.#key })
  }

  /**
   * @param signal aborts the trying, when there is nobody left to claim it for
   * @throws FoyerError superseded (409) or call_ended (410): there is nothing to do in that room
   */
  claim(job: GivenJob, signal: AbortSignal): Promise<CallClaimReply> {
    const more = { body: job, credential: this.#key, signal }
    return request<CallClaimReply>(
      { ...httpOf(this.#url, Infinity), timeoutMs: CLAIM_PATIENCE_MS },
      { path: '/v1/agent/claims', ...more },
    )
  }

  /** A caller who was turned away has heard so. */
  async hangUp(job: GivenJob): Promise<void> {
    await request(httpOf(this.#url, 4), { path: '/v1/agent/hang-ups', body: job, credential: this.#key })
  }

  hold(claim: CallClaim): CallLine {
    return new CallLine(this.#url, claim)
  }
}

export type TurnSaid = { messageId: string; text: string; via: Via; lang?: string; signal: AbortSignal }

/** One call's line to the worker. */
export class CallLine {
  readonly #http: Http
  readonly #token: string
  readonly #call: string
  readonly #conversationId: string

  constructor(url: string, { call, conversation, token }: CallClaim) {
    this.#http = httpOf(url, 4)
    this.#token = token
    this.#call = `/v1/calls/${call.id}`
    this.#conversationId = conversation.id
  }

  /** Says it and tells what becomes of it; a connection that breaks is taken up again where it broke. */
  turn(said: TurnSaid): AsyncGenerator<StreamEvent, void, undefined> {
    const speaker = { as: <T>(work: (credential: string) => Promise<T>): Promise<T> => work(this.#token) }
    const turn = { ...said, conversationId: this.#conversationId, patienceMs: PATIENCE_MS }
    return takeTurn({ ...this.#http, timeoutMs: 8000 }, speaker, turn)
  }

  /** Whether the call is still ours; a worker that is away for a while changes nothing. */
  async beat(): Promise<'ours' | 'lost' | 'away'> {
    try {
      await request({ ...this.#http, attempts: 1, timeoutMs: 2000 }, this.#post('/heartbeats', {}))
      return 'ours'
    } catch (error) {
      return isFinal(error) ? 'lost' : 'away'
    }
  }

  async change(change: CallChange): Promise<void> {
    await request(this.#http, this.#post('/transitions', change))
  }

  /** Of the assistant that goes on by now; the caller waits for its first word. */
  setting(): Promise<CallSetting> {
    const path = `${this.#call}/setting`
    return request<CallSetting>({ ...this.#http, ...PROMPTLY }, { path, credential: this.#token })
  }

  /** What a caller says first: a language, or yes or no to being recorded; anything else is a turn. They wait for it. */
  opening(said: string, via: Via): Promise<CallOpening> {
    return request<CallOpening>({ ...this.#http, ...PROMPTLY }, this.#post('/opening', { said, via }))
  }

  /** Somebody is fetched: what happened, and what is next. A phone that rings is waited for; asked again, it is followed. */
  reach(event: CallReachEvent): Promise<CallReachStep> {
    const timeoutMs = event.event === 'ring' ? RINGING_MS : 10_000
    return request<CallReachStep>({ ...this.#http, timeoutMs }, this.#post('/reach', event))
  }

  /** What nobody understood at once. */
  async late(words: CallLateWords): Promise<void> {
    await request(this.#http, this.#post('/late-words', words))
  }

  async interrupt(turnId: string, heard: string): Promise<void> {
    await request(this.#http, { ...this.#post('', { heard }), path: `/v1/turns/${turnId}/interrupt` })
  }

  async spent(turnId: string, spent: TurnTimings): Promise<void> {
    await request(this.#http, { ...this.#post('', spent), path: `/v1/turns/${turnId}/timings` })
  }

  /** Tries for minutes; a part that was stored already changes nothing. */
  async record(part: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const patient = { ...this.#http, attempts: 60, timeoutMs: 15_000 }
    await request(patient, {
      method: 'PUT',
      path: `${this.#call}/recording/${part}`,
      content: { type: 'audio/ogg', data: bytes },
      credential: this.#token,
    })
  }

  #post(path: string, body: unknown) {
    return { method: 'POST' as const, path: `${this.#call}${path}`, body, credential: this.#token }
  }
}

/** The generation was superseded, the call ended, or the token is no longer good: nothing we say counts. */
const isFinal = (error: unknown): boolean =>
  error instanceof FoyerError && [401, 403, 404, 409, 410].includes(error.status)
