import {
  JobRestartPolicy,
  RoomAgentDispatch,
  RoomConfiguration,
  SipClient,
  type SIPDispatchRuleInfo,
  type SIPInboundTrunkInfo,
} from 'livekit-server-sdk'
import type { StandingTrunk, TelephonyPort, WantedTrunk } from '../../ports/telephony.ts'
import type { Config } from '../../shared/config.ts'
import { asked } from './asked.ts'

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
    const named = trunks.filter(({ name }) => name === wanted.name)
    const stands = wanted.numbers.length === 0 ? undefined : named.find((trunk) => standsAs(trunk, wanted))
    const wrong = named.filter((trunk) => trunk !== stands)
    for (const trunk of wrong) await sip.deleteSipTrunk(trunk.sipTrunkId)
    const gatewayId = stands?.sipTrunkId ?? (wanted.numbers.length === 0 ? '' : await makeTrunk(wanted))
    const ofIt = rules.filter(({ name }) => name === wanted.name)
    const sends = ofIt.find((rule) => gatewayId !== '' && sendsAs(rule, gatewayId, wanted, agentName))
    const stray = ofIt.filter((rule) => rule !== sends)
    for (const rule of stray) await sip.deleteSipDispatchRule(rule.sipDispatchRuleId)
    const needsRule = sends === undefined && gatewayId !== ''
    if (needsRule) await makeRule(wanted, gatewayId)
    const isMended = {
      trunk: wrong.length > 0 || (stands === undefined && gatewayId !== ''),
      rule: stray.length > 0 || needsRule,
    }
    return { gatewayId, mended: (['trunk', 'rule'] as const).filter((part) => isMended[part]) }
  }

  /** A trunk that differs is made anew rather than changed: credentials cannot be taken out of one. */
  async function makeTrunk({ name, numbers, login, addresses }: WantedTrunk): Promise<string> {
    const made = await sip.createSipInboundTrunk(name, atGateway(numbers), {
      allowedAddresses: [...addresses],
      authUsername: login?.username ?? '',
      authPassword: login?.password.reveal() ?? '',
      ringingTimeout: ringingS,
    })
    return made.sipTrunkId
  }

  async function makeRule({ name, rooms, job }: WantedTrunk, trunkId: string): Promise<void> {
    const agents = [new RoomAgentDispatch({ agentName, metadata: job, restartPolicy: JobRestartPolicy.JRP_NEVER })]
    const more = { name, trunkIds: [trunkId], roomConfig: new RoomConfiguration({ agents }) }
    await sip.createSipDispatchRule({ type: 'individual', roomPrefix: rooms }, more)
  }

  return { keep: (trunk) => asked(() => keep(trunk)) }
}

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
