// The phone side of the scripted media server: LiveKit's SIP service without any phone; a number that ends in 486 is busy.

type Asked = Record<string, unknown>
type Answer = { status: number; body: unknown }
type Kept = Record<string, unknown>

const ok = (body: unknown = {}): Answer => ({ status: 200, body })

/** As livekit-sip 1.10.0 tells it. */
const busy: Answer = {
  status: 429,
  body: {
    code: 'resource_exhausted',
    msg: 'INVITE failed: sip status: 486: Busy Here',
    meta: { sip_status: 'Busy Here', sip_status_code: '486' },
  },
}

/** By method, as `SIP/CreateSIPInboundTrunk`. What is kept is what was sent, with an id. */
export function scriptedSip(): Record<string, (asked: Asked) => Answer> {
  let made = 0
  const kept = { inbound: new Map<string, Kept>(), outbound: new Map<string, Kept>(), rules: new Map<string, Kept>() }
  const trunks = (direction: 'inbound' | 'outbound') => ({
    list: () => ok({ items: [...kept[direction].values()] }),
    create: ({ trunk }: Asked) => {
      const sipTrunkId = `ST_${++made}`
      const standing = { ...(trunk as Kept), sipTrunkId }
      kept[direction].set(sipTrunkId, standing)
      return ok(standing)
    },
    update: ({ sipTrunkId, replace }: Asked) => {
      const standing = { ...(replace as Kept), sipTrunkId }
      kept[direction].set(String(sipTrunkId), standing)
      return ok(standing)
    },
  })
  const [inbound, outbound] = [trunks('inbound'), trunks('outbound')]
  return {
    'SIP/ListSIPInboundTrunk': inbound.list,
    'SIP/CreateSIPInboundTrunk': inbound.create,
    'SIP/UpdateSIPInboundTrunk': inbound.update,
    'SIP/ListSIPOutboundTrunk': outbound.list,
    'SIP/CreateSIPOutboundTrunk': outbound.create,
    'SIP/UpdateSIPOutboundTrunk': outbound.update,
    'SIP/DeleteSIPTrunk': ({ sipTrunkId }) => {
      for (const direction of ['inbound', 'outbound'] as const) kept[direction].delete(String(sipTrunkId))
      return ok()
    },
    'SIP/ListSIPDispatchRule': () => ok({ items: [...kept.rules.values()] }),
    'SIP/CreateSIPDispatchRule': ({ dispatchRule, ...rest }) => {
      const sipDispatchRuleId = `SDR_${++made}`
      const rule = { ...rest, ...(dispatchRule as Kept | undefined), sipDispatchRuleId }
      kept.rules.set(sipDispatchRuleId, rule)
      return ok(rule)
    },
    'SIP/CreateSIPParticipant': ({ sipCallTo, sipTrunkId, participantIdentity }) => {
      if (!kept.outbound.has(String(sipTrunkId)))
        return { status: 404, body: { code: 'not_found', msg: 'no such trunk' } }
      return String(sipCallTo).endsWith('486') ? busy : ok({ participantIdentity })
    },
    'SIP/DeleteSIPDispatchRule': ({ sipDispatchRuleId }) => {
      kept.rules.delete(String(sipDispatchRuleId))
      return ok()
    },
  }
}
