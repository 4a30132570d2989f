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

/** The gateway between phone lines and rooms. */
export interface TelephonyPort {
  /**
   * Makes the trunk and the rule that sends its calls to an agent, or sets right what differs; asked twice, it changes
   * nothing more. @throws ProviderError when the gateway refuses (a number that another trunk has) or is silent
   */
  keep(trunk: WantedTrunk): Promise<StandingTrunk>
}
