import type { Mode } from './ctx.ts'
import type { Principal } from './principal.ts'

/** Who calls a Durable Object and for whom: checked at the door, trusted inside. */
export interface Caller {
  tenantId: string
  mode: Mode
  principal: Principal
  requestId: string
}

export interface ConversationHandle {
  takeTurn(
    caller: Caller,
    turn: {
      conversationId: string
      messageId: string
      text: string
      lang?: string
      now?: string
      via?: 'voice' | 'keys'
      turnsToday: number
    },
  ): Promise<Response>
  events(conversationId: string, after: number): Promise<unknown>
  ticket(): Promise<string>
  follow(request: Request, conversationId: string, ticket: string, after: number): Promise<Response>
  /** Stops a turn that still runs; resolves when what it had released is stored. */
  interrupt(turnId: string): Promise<void>
  /** Watches a call from now on. */
  watchCall(call: WatchedCall): Promise<void>
  /** A job took the call: from now on it must be heard of. */
  claimed(callId: string, generation: number): Promise<Beat>
  forgetCall(callId: string): Promise<void>
  beat(callId: string, generation: number): Promise<Beat>
  /** Something happened in the call's room: look at it now. */
  lookAtCall(callId: string): Promise<void>
  /** Numbers an event that happened outside a turn and tells every listener. */
  announce(conversationId: string, event: Record<string, unknown> & { type: string }): Promise<void>
  /** Lets go of everything that was told; listeners may fetch it no more. */
  forget(): Promise<void>
}

/** What the conversation's object keeps of a call in order to watch it. */
export interface WatchedCall {
  callId: string
  conversationId: string
  tenantId: string
  mode: Mode
  room: string
  /** The newest that was asked for, and the one whose job holds the call: 0 before the first claim. */
  generation: number
  holder: number
  /** `waiting` for an agent to claim it, or for its holder to be heard of again; `held` by one. */
  agent: 'waiting' | 'held'
  /** Generations of the jobs lost in a row; who is heard of again was only late. */
  lost: readonly number[]
  /** Since when nobody has held it, and how often an agent was asked for since; 0 and 0 while it is held. */
  waitingSince: number
  asks: number
  joined: boolean
  /** Milliseconds since 1970. */
  openedAt: number
  endsAt: number
}

/** `isBack`: it had been given up for lost. */
export type Beat = { kind: 'held'; endsAt: number; isBack: boolean } | { kind: 'superseded' } | { kind: 'ended' }

/** An agent process, as it last said of itself. */
export interface LiveAgent {
  agentId: string
  calls: number
  capacity: number
  draining: boolean
  speech: { recognises: string[]; speaks: string[]; label: string }
}

/** `since`: when it was first heard of, in ms since 1970. */
export type HeardAgent = LiveAgent & { since: number }

/** The platform's agents that were heard of in the last 15 s. */
export interface AgentsHandle {
  beat(agent: LiveAgent): Promise<void>
  alive(): Promise<HeardAgent[]>
}

export type Allowance =
  | { kind: 'allowed'; remaining: number; limit: number; resetMs: number; usedToday: number }
  | {
      kind: 'refused'
      why: 'visitor-rate' | 'tenant-rate' | 'address-rate' | 'messages-per-day'
      limit: number
      resetMs: number
    }

/** A turn that is about to ask a model, and what the database says was spent this month when it began. */
export interface SpendHold {
  turnId: string
  /** UTC, `YYYY-MM`. */
  month: string
  estimateMicros: number
  spentMicros: number
  capMicros: number
}

export interface TenantHandle {
  takeTurn(visitorId: string): Promise<Allowance>
  takeVisitor(addressHash: string, perHour: number): Promise<Allowance>
  takeMessage(perDay: number): Promise<Allowance>
  /** False when what was spent and what other turns may be spending now reach the cap. */
  holdSpend(hold: SpendHold): Promise<boolean>
  settleSpend(turnId: string, costMicros: number): Promise<void>
  /** A line for a call, until it is given back or `untilMs` has come; false when all are busy. */
  takeLine(callId: string, lines: number, untilMs: number): Promise<boolean>
  freeLine(callId: string): Promise<void>
  /** How many are taken now. */
  busyLines(): Promise<number>
}

/** The tenant's Durable Objects; objects/of.ts is the only place that makes their ids. */
export interface Objects {
  conversation(conversationId: string): ConversationHandle
  tenant(): TenantHandle
}
