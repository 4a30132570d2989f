import type { Secret } from '../shared/secret.ts'

/** A way in from a carrier, as it should stand at the gateway. */
export interface WantedTrunk {
  /** Ours, and never used twice: what bears it is this trunk, also when an answer was lost. */
  name: string
  /** E.164; `any` takes what no other trunk does. Without numbers it is taken away: at the gateway it would take every one. */
  numbers: readonly string[] | 'any'
  /** Digest credentials of the carrier; null when its addresses alone let it in. */
  login: { username: string; password: Secret } | null
  /** Addresses or CIDR ranges the carrier calls from; empty: any that knows the credentials. */
  addresses: readonly string[]
  /** How the names of its callers' rooms begin, and what the agent of each is told with its job. */
  rooms: string
  job: string
}

export interface StandingTrunk {
  /** As the gateway names it when a call comes; '' when it was taken away. */
  gatewayId: string
  /** What had to be set right; empty when all stood as wanted. */
  mended: readonly ('trunk' | 'rule')[]
}

/** The way out over the tenant's own carrier. */
export interface WantedWayOut {
  /** Ours, and never used twice. */
  name: string
  /** Where the carrier takes calls, such as `sip.carrier.example`; '' takes the way out away. */
  address: string
  /** E.164, shown to whom is rung. */
  numbers: readonly string[]
  login: WantedTrunk['login']
}

export interface Dialling {
  room: string
  /** How who is rung is called in the room. */
  identity: string
  /** As the gateway names the way out. */
  gatewayId: string
  /** E.164. */
  number: string
  /** Shown to who is rung; one of the way out's numbers. */
  from: string
  ringMs: number
}

/** `refused`: the network takes no such call. `failed`: the gateway did not answer; nobody can say what became of it. */
export type Dialled = 'answered' | 'busy' | 'declined' | 'no_answer' | 'refused' | 'failed'

/** `gone`: who was to be passed on is not on the line any more. */
export type Transferred = 'transferred' | 'gone' | Exclude<Dialled, 'answered'>

/** The gateway between phone lines and rooms. */
export interface TelephonyPort {
  /**
   * Makes the trunk and the rule that sends its calls to an agent, or sets right what differs; asked twice, it changes
   * nothing more. @throws ProviderError when the gateway refuses (a number that another trunk has) or is silent
   */
  keep(trunk: WantedTrunk): Promise<StandingTrunk>
  /** The same for the way out. */
  keepWayOut(way: WantedWayOut): Promise<StandingTrunk>
  /** Rings somebody into a room; resolves when they answered, or when it is known that they do not. Never throws. */
  dial(dialling: Dialling): Promise<Dialled>
  /** Hands a caller over to another number (SIP REFER) and out of the room; when it fails they stay. Never throws. */
  transfer(room: string, identity: string, to: string, ringMs: number): Promise<Transferred>
  /** What time it is there. @throws ProviderError when it is silent */
  now(): Promise<Date>
}
