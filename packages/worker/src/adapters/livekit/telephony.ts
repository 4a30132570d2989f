import {
  JobRestartPolicy,
  RoomAgentDispatch,
  RoomConfiguration,
  ServerError,
  SipCallError,
  SipClient,
  type SIPDispatchRuleInfo,
  SIPInboundTrunkInfo,
  SIPOutboundTrunkInfo,
} from 'livekit-server-sdk'
import type { StandingTrunk, TelephonyPort, WantedTrunk, WantedWayOut } from '../../ports/telephony.ts'
import type { Config } from '../../shared/config.ts'
import { asked } from './asked.ts'
import { dialledBy } from './dialled.ts'

/** Nobody answers for so long: the carrier is told, and does what is set there for it. Without this it rings for ever. */
const ringingS = 8
const timeoutS = 3

/** LiveKit SIP: an inbound trunk, and a dispatch rule bound to it; both are found again by their name. */
export function liveKitTelephony(config: Config): TelephonyPort | null {
  const { LIVEKIT_URL: url, LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret } = config
  if (url === undefined || key === undefined || secret === undefined) return null
  const sip = new SipClient(url, key, secret.reveal(), { failover: false, requestTimeout: timeoutS })
  const agentName = config.LIVEKIT_AGENT_NAME

  async function keep(wanted: WantedTrunk): Promise<StandingTrunk> {
    const [trunks, rules] = await Promise.all([sip.listSipInboundTrunk(), sip.listSipDispatchRule()])
    const isWanted = wanted.numbers.length > 0
    const { gatewayId, isMended } = await keepOne(
      trunks.filter(({ name }) => name === wanted.name),
      isWanted ? { stands: (found) => standsAs(found, wanted), set: (found) => setTrunk(wanted, found) } : null,
    )
    const ofIt = rules.filter(({ name }) => name === wanted.name)
    const sends = ofIt.find((rule) => isWanted && sendsAs(rule, gatewayId, wanted, agentName))
    const wrong = ofIt.filter((rule) => rule !== sends)
    for (const { sipDispatchRuleId } of wrong) await sip.deleteSipDispatchRule(sipDispatchRuleId)
    if (isWanted && sends === undefined) await makeRule(wanted, gatewayId)
    const isRuleMended = wrong.length > 0 || (isWanted && sends === undefined)
    return {
      gatewayId,
      mended: [...(isMended ? (['trunk'] as const) : []), ...(isRuleMended ? (['rule'] as const) : [])],
    }
  }

  /** Of those that bear a name one is left, as it is wanted; none when none is. One that is there keeps its id. */
  async function keepOne<Trunk extends { sipTrunkId: string }>(
    [found, ...doubles]: readonly Trunk[],
    wanted: { stands(found: Trunk): boolean; set(found: Trunk | undefined): Promise<Trunk> } | null,
  ): Promise<{ gatewayId: string; isMended: boolean }> {
    const stray = wanted === null && found !== undefined ? [found, ...doubles] : doubles
    for (const { sipTrunkId } of stray) await sip.deleteSipTrunk(sipTrunkId)
    if (wanted === null) return { gatewayId: '', isMended: stray.length > 0 }
    if (found !== undefined && wanted.stands(found)) return { gatewayId: found.sipTrunkId, isMended: stray.length > 0 }
    return { gatewayId: (await wanted.set(found)).sipTrunkId, isMended: true }
  }

  /** One that is there is changed, not made anew, so that calls which ring at this moment are not lost. */
  function setTrunk(wanted: WantedTrunk, found: SIPInboundTrunkInfo | undefined): Promise<SIPInboundTrunkInfo> {
    const { name, numbers, login, addresses } = wanted
    const set = {
      allowedAddresses: [...addresses],
      authUsername: login?.username ?? '',
      authPassword: login?.password.reveal() ?? '',
    }
    if (found === undefined)
      return sip.createSipInboundTrunk(name, atGateway(numbers), { ...set, ringingTimeout: ringingS })
    const ringingTimeout = { seconds: BigInt(ringingS) }
    const whole = new SIPInboundTrunkInfo({ name, numbers: atGateway(numbers), ...set, ringingTimeout })
    return sip.updateSipInboundTrunk(found.sipTrunkId, whole)
  }

  async function makeRule({ name, rooms, job }: WantedTrunk, trunkId: string): Promise<void> {
    const agents = [new RoomAgentDispatch({ agentName, metadata: job, restartPolicy: JobRestartPolicy.JRP_NEVER })]
    const more = { name, trunkIds: [trunkId], roomConfig: new RoomConfiguration({ agents }) }
    await sip.createSipDispatchRule({ type: 'individual', roomPrefix: rooms }, more)
  }

  async function keepWayOut(wanted: WantedWayOut): Promise<StandingTrunk> {
    const { name, address, numbers, login } = wanted
    const known = await sip.listSipOutboundTrunk()
    const auth = { authUsername: login?.username ?? '', authPassword: login?.password.reveal() ?? '' }
    const whole = new SIPOutboundTrunkInfo({ name, address, numbers: [...numbers], ...auth })
    const set = (found: SIPOutboundTrunkInfo | undefined) =>
      found === undefined
        ? sip.createSipOutboundTrunk(name, address, [...numbers], { transport: whole.transport, ...auth })
        : sip.updateSipOutboundTrunk(found.sipTrunkId, whole)
    const { gatewayId, isMended } = await keepOne(
      known.filter((each) => each.name === name),
      address === '' ? null : { stands: (found) => leadsAs(found, wanted), set },
    )
    return { gatewayId, mended: isMended ? ['trunk'] : [] }
  }

  return {
    keep: (trunk) => asked(() => keep(trunk)),
    keepWayOut: (way) => asked(() => keepWayOut(way)),
    // Not tried again: an answer that was lost may have rung somebody, and a phone rings once.
    dial: ({ room, identity, gatewayId, number, from, ringMs }) =>
      sip
        .createSipParticipant(gatewayId, number, room, {
          participantIdentity: identity,
          fromNumber: from,
          waitUntilAnswered: true,
          ringingTimeout: Math.ceil(ringMs / 1000),
          playDialtone: false,
          krispEnabled: false,
        })
        .then(() => 'answered' as const, dialledBy),
    transfer: (room, identity, to, ringMs) =>
      sip
        .transferSipParticipant(room, identity, `tel:${to}`, {
          playDialtone: false,
          ringingTimeout: Math.ceil(ringMs / 1000),
        })
        .then(() => 'transferred' as const, transferredBy),
    now: () =>
      asked(async () => {
        const reply = await fetch(url.replace(/^ws/, 'http'), { signal: AbortSignal.timeout(timeoutS * 1000) })
        await reply.body?.cancel()
        const at = new Date(reply.headers.get('date') ?? Number.NaN)
        if (Number.isNaN(at.getTime())) throw new Error('The media server does not say what time it is.')
        return at
      }),
  }
}

/** A caller who is not in the room is the only one whom the server itself cannot find. */
const transferredBy = (cause: unknown) =>
  cause instanceof ServerError && !(cause instanceof SipCallError) && cause.status === 404
    ? ('gone' as const)
    : dialledBy(cause)

const leadsAs = (found: SIPOutboundTrunkInfo, { address, numbers, login }: WantedWayOut) =>
  found.address === address &&
  sameSet(found.numbers, numbers) &&
  found.authUsername === (login?.username ?? '') &&
  found.authPassword === (login?.password.reveal() ?? '')

const atGateway = (numbers: WantedTrunk['numbers']): string[] => (numbers === 'any' ? [] : [...numbers])

const standsAs = (found: SIPInboundTrunkInfo, { numbers, login, addresses }: WantedTrunk) =>
  sameSet(found.numbers, atGateway(numbers)) &&
  sameSet(found.allowedAddresses, addresses) &&
  found.authUsername === (login?.username ?? '') &&
  found.authPassword === (login?.password.reveal() ?? '') &&
  Number(found.ringingTimeout?.seconds ?? 0) === ringingS

function sendsAs(found: SIPDispatchRuleInfo, trunkId: string, { rooms, job }: WantedTrunk, agentName: string): boolean {
  const rule = found.rule?.rule
  const [agent, ...others] = found.roomConfig?.agents ?? []
  return (
    sameSet(found.trunkIds, [trunkId]) &&
    rule?.case === 'dispatchRuleIndividual' &&
    rule.value.roomPrefix === rooms &&
    agent?.agentName === agentName &&
    agent.metadata === job &&
    others.length === 0
  )
}

const sameSet = (one: readonly string[], other: readonly string[]) =>
  one.toSorted().join('\n') === other.toSorted().join('\n')
