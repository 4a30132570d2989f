import type {
  NewPhoneNumber,
  NewTrunk,
  PhoneNumber,
  PhoneNumberChange,
  PhoneNumberPage,
  Trunk,
  TrunkCheck,
  TrunkPage,
} from '../generated/types.gen.ts'
import type { Asking, Caller, Changing } from './caller.ts'

/** SIP trunks of the tenant's own carrier. */
export function trunksOf(caller: Caller) {
  const at = (trunkId: string) => `/v1/trunks/${encodeURIComponent(trunkId)}`
  return {
    create: (trunk: NewTrunk, options: Changing = {}) => caller.post<Trunk>('/v1/trunks', trunk, options),
    list: async (options: Asking = {}): Promise<Trunk[]> =>
      (await caller.get<TrunkPage>('/v1/trunks', {}, options)).items,
    get: (trunkId: string, options: Asking = {}) => caller.get<Trunk>(at(trunkId), {}, options),
    /** Only one without numbers. @throws FoyerError `in_use` otherwise. */
    remove: (trunkId: string, options: Asking = {}) => caller.delete<void>(at(trunkId), options),
    /** Whether the gateway has it as it should; what differs is set right. */
    check: (trunkId: string, options: Changing = {}) => caller.post<TrunkCheck>(`${at(trunkId)}/check`, {}, options),
  }
}

/** The numbers people call, and who answers them. */
export function phoneNumbersOf(caller: Caller) {
  const at = (numberId: string) => `/v1/phone-numbers/${encodeURIComponent(numberId)}`
  return {
    /** @throws FoyerError `taken` when somebody has it already. */
    add: (number: NewPhoneNumber, options: Changing = {}) =>
      caller.post<PhoneNumber>('/v1/phone-numbers', number, options),
    list: async (options: Asking = {}): Promise<PhoneNumber[]> =>
      (await caller.get<PhoneNumberPage>('/v1/phone-numbers', {}, options)).items,
    get: (numberId: string, options: Asking = {}) => caller.get<PhoneNumber>(at(numberId), {}, options),
    /** From the next call on. */
    change: (numberId: string, change: PhoneNumberChange, options: Asking = {}) =>
      caller.patch<PhoneNumber>(at(numberId), change, options),
    release: (numberId: string, options: Asking = {}) => caller.delete<void>(at(numberId), options),
  }
}

/** For the platform's operator: calls to a number of nobody are told so. */
export function gatewayOf(caller: Caller) {
  return { check: (options: Changing = {}) => caller.post<TrunkCheck>('/v1/platform/phone/check', {}, options) }
}
