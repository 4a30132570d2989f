import type { Secret } from '../shared/secret.ts'

/** The tenant's own account at a carrier that sells numbers. */
export interface CarrierAccount {
  accountSid: string
  key: Secret
}

/** A number that can be had. */
export interface NumberForSale {
  /** E.164. */
  number: string
  /** Town or area, as the carrier calls it; may be empty. */
  place: string
}

/** How a number's calls are handled, in the carrier's own words. */
export type CarrierSetting = Readonly<Record<string, string>>

/** `refused`: the carrier does not sell it to this account, and says why. */
export type Bought = { kind: 'ours' } | { kind: 'refused'; why: string }

/** Numbers of the account. Every method may be called again with the same outcome, and throws ProviderError. */
export interface CarrierNumbersPort {
  search(
    wish: { country: string; areaCode: string; limit: number },
    signal: AbortSignal,
  ): Promise<readonly NumberForSale[]>
  /** How it is set now; null when the account does not hold it. */
  look(number: string, signal: AbortSignal): Promise<CarrierSetting | null>
  /** A number that the account holds is not bought again. When the carrier's answer is lost, it is looked for first. */
  buy(number: string, signal: AbortSignal): Promise<Bought>
  /** From now on the carrier asks `url` about each call, and again when that fails. */
  point(number: string, url: string, signal: AbortSignal): Promise<void>
  restore(number: string, setting: CarrierSetting, signal: AbortSignal): Promise<void>
  /** Given back to the carrier, which sells it to somebody else. */
  release(number: string, signal: AbortSignal): Promise<void>
}

/** A call about which the carrier asks what to do. */
export interface CarrierQuestion {
  /** E.164. */
  dialled: string
  /** Whose phone sent the caller on to this number; '' when nobody's did. */
  forwardedBy: string
  /** `new`; or what came of ringing us: the caller spoke to us, or nobody answered, whatever the reason. */
  stage: 'new' | 'served' | 'unserved'
}

export interface CarrierLogin {
  username: string
  password: Secret
}

export type CarrierAnswer =
  /** Ring the gateway; what came of it is asked about again, at `asks`. */
  | { kind: 'ring'; address: string; number: string; login: CarrierLogin; ringS: number; asks: string }
  | { kind: 'pass_on'; to: string; ringS: number }
  | { kind: 'say'; text: string }
  | { kind: 'hang_up' }

/** What the carrier asks while somebody calls, and what it is told. */
export interface CarrierCallsPort {
  /** null when it is not signed by the carrier for this account. */
  hear(asked: { url: string; body: string; headers: Headers }): Promise<CarrierQuestion | null>
  tell(answer: CarrierAnswer): Response
}

export interface Carrier {
  numbers: CarrierNumbersPort
  calls: CarrierCallsPort
}
