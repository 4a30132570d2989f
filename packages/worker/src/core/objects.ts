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
    turn: { conversationId: string; messageId: string; text: string; lang?: string; now?: string; turnsToday: number },
  ): Promise<Response>
  events(conversationId: string, after: number): Promise<unknown>
  ticket(): Promise<string>
  follow(request: Request, conversationId: string, ticket: string, after: number): Promise<Response>
  /** Numbers an event that happened outside a turn and tells every listener. */
  announce(conversationId: string, event: Record<string, unknown> & { type: string }): Promise<void>
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
}

/** The tenant's Durable Objects; objects/of.ts is the only place that makes their ids. */
export interface Objects {
  conversation(conversationId: string): ConversationHandle
  tenant(): TenantHandle
}
