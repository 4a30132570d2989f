import type { Secret } from '../shared/secret.ts'
import type { Carrier, CarrierAccount } from './carrier.ts'
import type { EmailPort } from './email.ts'
import type { LlmPort } from './llm.ts'

/** Services that a tenant brings its own key for. */
export interface ConnectPort {
  llm(own: { baseUrl: string; model: string; key: Secret }): LlmPort
  email(own: { from: string; key: Secret }): EmailPort
  carrier(own: CarrierAccount): Carrier
  /** Asks for nothing that costs: '' when the key works, else why not, in plain words. */
  checkModel(own: { baseUrl: string; model: string; key: Secret }, signal: AbortSignal): Promise<string>
  checkEmail(own: { key: Secret }, signal: AbortSignal): Promise<string>
  checkCarrier(own: CarrierAccount, signal: AbortSignal): Promise<string>
}
