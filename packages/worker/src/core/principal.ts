import type { Role, Scope } from './scopes.ts'
import { scopesOf, scopesOfRole } from './scopes.ts'

export interface Person {
  userId: string
  sessionId: string
  name: string
  email: string
  emailVerified: boolean
}

/** Who is asking. */
export type Principal =
  | { kind: 'nobody' }
  | { kind: 'operator' }
  /** Signed in, for no tenant. */
  | { kind: 'person'; person: Person }
  /** Signed in, for one of the tenants they belong to. */
  | { kind: 'member'; person: Person; memberId: string; role: Role }
  | { kind: 'apiKey'; keyId: string }
  | { kind: 'publishableKey'; keyId: string }
  | { kind: 'visitor'; visitorId: string; keyId: string }
  /** A process that gives calls ears and a voice; it may register and claim. */
  | { kind: 'agentServer' }
  /** The one job that holds a call, until its generation is superseded. */
  | { kind: 'callAgent'; callId: string; generation: number; conversationId: string; visitorId: string }
  /** Holds a ticket for one turn's trace. */
  | { kind: 'traceReader'; turnId: string }
  | { kind: 'system'; job: string }

export function may(principal: Principal, scope: Scope): boolean {
  switch (principal.kind) {
    case 'nobody':
      return false
    case 'operator':
      return scopesOf.operator.has(scope)
    case 'person':
      return scopesOf.person.has(scope)
    case 'member':
      return scopesOf.person.has(scope) || scopesOfRole[principal.role].has(scope)
    case 'apiKey':
      return scopesOf.secretKey.has(scope)
    case 'publishableKey':
      return scopesOf.publishableKey.has(scope)
    case 'visitor':
      return scopesOf.visitor.has(scope)
    case 'agentServer':
      return scopesOf.agentServer.has(scope)
    case 'callAgent':
      return scopesOf.callAgent.has(scope)
    case 'traceReader':
      return scope === 'trace:read'
    case 'system':
      return true
    default:
      return principal satisfies never
  }
}

/** How an audit row and a log line name the actor; no personal data. */
export function actorOf(principal: Principal): string {
  switch (principal.kind) {
    case 'nobody':
    case 'operator':
    case 'agentServer':
      return principal.kind
    case 'person':
    case 'member':
      return principal.person.userId
    case 'apiKey':
    case 'publishableKey':
      return principal.keyId
    case 'visitor':
      return principal.visitorId
    case 'callAgent':
      return `${principal.callId}/${principal.generation}`
    case 'traceReader':
      return `trace:${principal.turnId}`
    case 'system':
      return `system:${principal.job}`
    default:
      return principal satisfies never
  }
}
