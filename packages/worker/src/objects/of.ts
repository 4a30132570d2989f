import type { AgentsHandle, Caller, ConversationHandle, Objects, TenantHandle } from '../core/objects.ts'
import type { Bindings } from '../web/bindings.ts'

/**
 * The only place that makes Durable Object ids: they begin with the tenant, so no id of a caller can name another's.
 * One region is deployed today; the tenant's region becomes a jurisdiction or a location hint here.
 */
export function objectsOf(bindings: Bindings, caller: Pick<Caller, 'tenantId' | 'mode'>): Objects {
  const named = (namespace: DurableObjectNamespace, name: string) =>
    namespace.get(namespace.idFromName(`${caller.tenantId}/${caller.mode}/${name}`))
  return {
    conversation: (id) => {
      const stub = named(bindings.CONVERSATION, id)
      const remote = stub as unknown as ConversationHandle
      return {
        takeTurn: (by, turn) => remote.takeTurn(by, turn),
        events: (conversationId, after) => remote.events(conversationId, after),
        ticket: () => remote.ticket(),
        interrupt: (turnId) => remote.interrupt(turnId),
        watchCall: (call) => remote.watchCall(call),
        claimed: (callId, generation) => remote.claimed(callId, generation),
        forgetCall: (callId) => remote.forgetCall(callId),
        beat: (callId, generation) => remote.beat(callId, generation),
        lookAtCall: (callId) => remote.lookAtCall(callId),
        forget: () => remote.forget(),
        announce: (conversationId, event) => remote.announce(conversationId, event),
        follow: (request, conversationId, ticket, after) => {
          const query = new URLSearchParams({ conversation: conversationId, nonce: ticket, after: String(after) })
          return stub.fetch(new Request(`https://object/live?${query.toString()}`, { headers: request.headers }))
        },
      }
    },
    tenant: () => named(bindings.TENANT, 'tenant') as unknown as TenantHandle,
  }
}

/** One object for the whole platform: agents serve every tenant. */
export function agentsOf(bindings: Bindings): AgentsHandle {
  const remote = () => bindings.AGENTS.get(bindings.AGENTS.idFromName('agents')) as unknown as AgentsHandle
  return { beat: (agent) => remote().beat(agent), alive: () => remote().alive() }
}
