import { DurableObject } from 'cloudflare:workers'
import { systemCtx, tenantCtx } from '../compose.ts'
import type { Beat, Caller, WatchedCall } from '../core/objects.ts'
import { tend } from '../features/calls/index.ts'
import {
  answerTurn,
  brokeOff,
  failTurn,
  keepable,
  type NewEvent,
  open,
  type Opened,
  presentMessage,
  protocol,
  retell,
  type Saying,
} from '../features/turns/index.ts'
import type { StreamEventOut } from '../features/turns/schema.ts'
import { newId } from '../shared/ids.ts'
import { log } from '../shared/log.ts'
import { randomToken } from '../shared/secret.ts'
import type { Bindings } from '../web/bindings.ts'
import { problemOf } from '../web/problem.ts'
import { eventStream } from '../web/streams.ts'
import { CallWatch } from './call-watch.ts'
import { EventLog } from './event-log.ts'
import { type OpenTurn, OpenTurns } from './open-turns.ts'

const turnMs = 45_000
const rescueMs = 65_000

/**
 * One conversation: runs its turns one after another, numbers and keeps what they say, tells every listener. It decides
 * nothing about content. Postgres is the truth for closed turns; this holds what is under way.
 */
export class ConversationObject extends DurableObject<Bindings> {
  readonly #log: EventLog
  readonly #open: OpenTurns
  readonly #calls: CallWatch
  readonly #listeners = new Set<(event: StreamEventOut, turnId: string) => void>()
  readonly #opened = new Map<string, Opened>()
  /** Turns that this life of the object began: the only ones known not to be closed yet. */
  readonly #begun = new Set<string>()
  readonly #ended = new Map<string, Promise<void>>()
  readonly #tickets = new Map<string, number>()
  #accepting: Promise<unknown> = Promise.resolve()
  #running: Promise<void> | null = null
  #current = ''
  /** When the alarm rings that this life of the object set; 0 when none. */
  #rings = 0
  /** Stops the turn that runs now, when the visitor speaks over it. */
  #interruption = new AbortController()

  constructor(state: DurableObjectState, bindings: Bindings) {
    super(state, bindings)
    this.#log = new EventLog(state.storage.sql)
    this.#open = new OpenTurns(state.storage.sql)
    this.#calls = new CallWatch(state.storage.sql)
  }

  /** Acknowledges the message, then streams its turn's events; the same message again attaches to the same turn. */
  async takeTurn(caller: Caller, saying: Saying): Promise<Response> {
    try {
      this.#calls.requireHolder(caller.principal)
      const accepting = this.#accepting.then(() => this.#accept(caller, saying))
      this.#accepting = accepting.catch(() => undefined)
      const { n, turnId } = await accepting
      return this.#streamOf(turnId, n - 1)
    } catch (error) {
      return problemOf(error, caller.requestId)
    }
  }

  events(conversationId: string, after: number): { events: StreamEventOut[]; running: boolean } {
    const events = this.#log.after(after).map(({ event }) => event)
    return {
      events: after === 0 ? [this.#hello(conversationId), ...events] : events,
      running: this.#open.list().length > 0,
    }
  }

  ticket(): string {
    const now = Date.now()
    for (const [nonce, until] of this.#tickets) if (until < now) this.#tickets.delete(nonce)
    const nonce = randomToken(16)
    this.#tickets.set(nonce, now + 35_000)
    return nonce
  }

  announce(_conversationId: string, event: NewEvent): void {
    this.#tell(this.#log.append(event), '')
  }

  forget(): void {
    this.#log.forget()
  }

  async interrupt(turnId: string): Promise<void> {
    if (this.#current !== turnId) return
    this.#interruption.abort()
    await this.#ended.get(turnId)
  }

  async watchCall(call: WatchedCall): Promise<void> {
    this.#calls.begin(call, Date.now())
    await this.#wake()
  }

  async claimed(callId: string, generation: number): Promise<Beat> {
    const beat = this.#calls.claimed(callId, generation, Date.now())
    await this.#wake()
    return beat
  }

  beat(callId: string, generation: number): Beat {
    return this.#calls.beat(callId, generation, Date.now())
  }

  forgetCall(callId: string): void {
    this.#calls.forget(callId)
  }

  async lookAtCall(callId: string): Promise<void> {
    this.#calls.lookSoon(callId)
    await this.#wake()
  }

  /** A hibernating WebSocket: it costs nothing while nobody speaks. */
  override async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const nonce = url.searchParams.get('nonce') ?? ''
    if (!this.#tickets.delete(nonce)) return new Response('The ticket was used or has run out.', { status: 401 })
    const [client, server] = Object.values(new WebSocketPair()) as [WebSocket, WebSocket]
    this.ctx.acceptWebSocket(server)
    server.send(JSON.stringify(this.#hello(url.searchParams.get('conversation') ?? '')))
    for (const { event } of this.#log.after(Number(url.searchParams.get('after') ?? 0)))
      server.send(JSON.stringify(event))
    return new Response(null, { status: 101, webSocket: client, headers: { 'sec-websocket-protocol': 'foyer.v1' } })
  }

  override webSocketMessage(): void {}

  override webSocketClose(socket: WebSocket, code: number): void {
    socket.close(code === 1005 || code === 1006 ? 1000 : code)
  }

  /** A turn outlived its lease, because the object died in the middle: finish what was acknowledged. Or a call is to be looked at. */
  override async alarm(): Promise<void> {
    this.#rings = 0
    this.#start()
    await this.#tendCall()
    await this.#wake()
  }

  /** One alarm for turns and calls. Set for a turn, it is left to ring: that costs less than to be unset each turn. */
  async #wake(): Promise<void> {
    const now = Date.now()
    const due = Math.min(this.#open.list().length > 0 ? now + rescueMs : Infinity, this.#calls.due())
    if (due === Infinity || (this.#rings > now && this.#rings <= due)) return
    this.#rings = due
    await this.ctx.storage.setAlarm(due)
  }

  async #accept(caller: Caller, said: Saying): Promise<{ n: number; turnId: string }> {
    const known = this.#log.acceptance(senderOf(caller, said))
    if (known !== null) {
      this.#start()
      return known
    }
    const ctx = tenantCtx(this.env, caller)
    const { saying, split } = await keepable(ctx, said, this.#log.awaitsSecret())
    // An answer to a piece of a card's number would be written after the piece was taken out.
    if (split?.turnIds.includes(this.#current) === true) await this.interrupt(this.#current)
    // Messages that come while a turn runs are one turn together: the one that waits.
    const waiting = this.#open.list().find(({ turnId }) => turnId !== this.#current && this.#begun.has(turnId))
    const opened = await open(ctx, saying, waiting?.turnId ?? newId('turn'), split)
    this.#log.forgetTurns(split?.turnIds ?? [])
    const turnId = opened.message.turnId ?? ''
    const event: NewEvent = { type: 'message.accepted', turnId, message: presentMessage(opened.message) }
    const accepted = this.#log.append(event, turnId, senderOf(caller, saying))
    if (opened.turnState === 'running') {
      this.#open.add({ turnId, caller, saying }, Date.now())
      this.#begun.add(turnId)
      if (this.#running === null && this.#open.list()[0]?.turnId === turnId && waiting === undefined)
        this.#opened.set(turnId, opened)
      await this.#wake()
    }
    this.#tell(accepted, turnId)
    if (opened.turnState === 'running') this.#start()
    else if (!(await this.#retell(ctx, turnId, AbortSignal.timeout(turnMs))))
      this.#tell(this.#log.append(brokeOff(turnId, 'internal'), turnId), turnId)
    return { n: accepted.n, turnId }
  }

  #start(): void {
    if (this.#running !== null || this.#open.list().length === 0) return
    this.#running = this.#runAll().finally(() => (this.#running = null))
    // One that was accepted while the last one ended saw it run, and did not start.
    this.ctx.waitUntil(this.#running.then(() => this.#start()))
  }

  async #runAll(): Promise<void> {
    for (;;) {
      let [next] = this.#open.list()
      // A turn that had to wait may be joined: what is said from its beginning on belongs to the one after it.
      if (next !== undefined && !this.#opened.has(next.turnId)) {
        for (let seen: unknown = null; seen !== this.#accepting;) await (seen = this.#accepting)
        next = this.#open.list()[0]
      }
      if (next === undefined) break
      this.#current = next.turnId
      this.#interruption = new AbortController()
      const run = this.#run(next)
      this.#ended.set(next.turnId, run)
      await run
      this.#ended.delete(next.turnId)
      this.#open.remove(next.turnId)
      this.#begun.delete(next.turnId)
      this.#current = ''
    }
  }

  async #run({ turnId, caller, saying }: OpenTurn): Promise<void> {
    const ctx = tenantCtx(this.env, caller)
    const opened = this.#opened.get(turnId) ?? null
    this.#opened.delete(turnId)
    const signal = AbortSignal.timeout(turnMs)
    try {
      if (opened === null && (await this.#retell(ctx, turnId, signal))) return
      // What a life before this one has told of the turn is not told twice; its end holds the whole reply.
      const told = opened === null ? this.#log.sentencesOf(turnId) : 0
      for await (const event of answerTurn(ctx, saying, turnId, opened, signal, this.#interruption.signal)) {
        if (event.type !== 'sentence' || event.index >= told) this.#tell(this.#log.append(event, turnId), turnId)
      }
      if (caller.principal.kind === 'callAgent')
        this.#calls.served(caller.principal.callId, caller.principal.generation)
    } catch (error) {
      log('error', 'turn.failed', {
        requestId: caller.requestId,
        tenantId: caller.tenantId,
        turnId,
        pii: { reason: String(error), stack: error instanceof Error ? error.stack : '' },
      })
      const failed = await failTurn(ctx, saying.conversationId, turnId).catch(() => brokeOff(turnId, 'unavailable'))
      this.#tell(this.#log.append(failed, turnId), turnId)
    }
  }

  async #retell(ctx: ReturnType<typeof tenantCtx>, turnId: string, signal: AbortSignal): Promise<boolean> {
    const event = await retell(ctx, turnId, signal)
    if (event === null) return false
    this.#tell(this.#log.append(event, turnId), turnId)
    return true
  }

  async #tendCall(): Promise<void> {
    const { call } = this.#calls
    if (call === null) return
    const ctx = systemCtx(this.env, call.tenantId, call.mode, 'call-watch')
    await tend(ctx, this.#calls, (event) => this.#tell(this.#log.append(event), ''))
  }

  #tell(event: StreamEventOut, turnId: string): void {
    for (const listener of this.#listeners) listener(event, turnId)
    const frame = JSON.stringify(event)
    for (const socket of this.ctx.getWebSockets()) {
      try {
        socket.send(frame)
      } catch {
        // It is closing; the next connection goes on from its number.
      }
    }
  }

  #streamOf(turnId: string, after: number): Response {
    return eventStream((send, end) => {
      const told = this.#log.after(after).filter((entry) => entry.turnId === turnId)
      for (const { event } of told) send(event)
      if (told.some(({ event }) => isEnd(event))) return end()
      const listener = (event: StreamEventOut, of: string) => {
        if (of !== turnId) return
        send(event)
        if (isEnd(event)) end()
      }
      this.#listeners.add(listener)
      return () => this.#listeners.delete(listener)
    })
  }

  #hello(conversationId: string): StreamEventOut {
    return { n: 0, type: 'hello', protocol, conversationId }
  }
}

/** A retry is known by who says it too: another visitor who guessed both ids goes through the door, and is refused there. */
const senderOf = (caller: Caller, saying: Saying) =>
  `${'visitorId' in caller.principal ? caller.principal.visitorId : caller.principal.kind}/${saying.messageId}`

const isEnd = (event: StreamEventOut) => event.type === 'turn.answered' || event.type === 'turn.failed'
