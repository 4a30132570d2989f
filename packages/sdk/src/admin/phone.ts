import type {
  CarrierNumber,
  CarrierNumberPage,
  Examination,
  NewCarrierNumber,
  NewPerson,
  NewPhoneNumber,
  NewRingGroup,
  NewSimulatedCall,
  NewTrunk,
  Person,
  PersonChange,
  PersonPage,
  PhoneNumber,
  PhoneNumberChange,
  PhoneNumberPage,
  RingGroup,
  RingGroupChange,
  RingGroupPage,
  SimulatedCall,
  TestCall,
  Trunk,
  TrunkChange,
  TrunkCheck,
  TrunkPage,
} from '../generated/types.gen.ts'
import type { Asking, Caller, Changing } from './caller.ts'

/** What becomes of a carrier's number that is released: its former setting, back to the carrier for good, or untouched. */
export type AtCarrier = 'restore' | 'give_back' | 'leave'

/** SIP trunks of the tenant's own carrier. */
export function trunksOf(caller: Caller) {
  const at = (trunkId: string) => `/v1/trunks/${encodeURIComponent(trunkId)}`
  return {
    create: (trunk: NewTrunk, options: Changing = {}) => caller.post<Trunk>('/v1/trunks', trunk, options),
    list: async (options: Asking = {}): Promise<Trunk[]> =>
      (await caller.get<TrunkPage>('/v1/trunks', {}, options)).items,
    get: (trunkId: string, options: Asking = {}) => caller.get<Trunk>(at(trunkId), {}, options),
    /** Lets calls go out, for transfers and emergencies. */
    change: (trunkId: string, change: TrunkChange, options: Asking = {}) =>
      caller.patch<Trunk>(at(trunkId), change, options),
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
    /** One of a carrier's gets its former setting back, unless `carrier` says otherwise. */
    release: (numberId: string, { carrier, ...options }: Asking & { carrier?: AtCarrier } = {}) =>
      caller.delete<void>(carrier === undefined ? at(numberId) : `${at(numberId)}?carrier=${carrier}`, options),
    /** What the carrier of the tenant sells. */
    search: async (
      wish: { country?: string; areaCode?: string; limit?: number } = {},
      options: Asking = {},
    ): Promise<CarrierNumber[]> =>
      (await caller.get<CarrierNumberPage>('/v1/carrier-numbers', { ...wish }, options)).items,
    /**
     * Bought from the carrier, who charges for it, or taken over when the account holds it. Asking again goes on where it
     * stopped. @throws FoyerError `unprocessable` when the carrier does not sell it
     */
    buy: (number: NewCarrierNumber, options: Changing = {}) =>
      caller.post<PhoneNumber>('/v1/carrier-numbers', number, options),
  }
}

/** Whether calls can come in. */
export function phoneOf(caller: Caller) {
  return {
    /** What differs at the gateway is set right on the way. */
    examine: (options: Changing = {}) => caller.post<Examination>('/v1/phone/examinations', {}, options),
    /** In test mode: lets you in as a caller of it, with a microphone instead of a phone (`startPhone` of `@foyer/sdk/voice`). */
    simulate: (numberId: string, call: NewSimulatedCall, options: Changing = {}) =>
      caller.post<SimulatedCall>(`/v1/phone-numbers/${encodeURIComponent(numberId)}/simulated-calls`, call, options),
    /** Rings a number of the tenant's over its own carrier, who charges for it. */
    call: (numberId: string, options: Changing = {}) =>
      caller.post<TestCall>(`/v1/phone-numbers/${encodeURIComponent(numberId)}/test-calls`, {}, options),
  }
}

/** Whom we may ring for a caller: nobody else ever is. */
export function peopleOf(caller: Caller) {
  const at = (personId: string) => `/v1/people/${encodeURIComponent(personId)}`
  return {
    add: (person: NewPerson, options: Changing = {}) => caller.post<Person>('/v1/people', person, options),
    list: async (options: Asking = {}): Promise<Person[]> =>
      (await caller.get<PersonPage>('/v1/people', {}, options)).items,
    change: (personId: string, change: PersonChange, options: Asking = {}) =>
      caller.patch<Person>(at(personId), change, options),
    remove: (personId: string, options: Asking = {}) => caller.delete<void>(at(personId), options),
  }
}

/** Several people who are rung in order, all at once, or taking turns. */
export function ringGroupsOf(caller: Caller) {
  const at = (ringGroupId: string) => `/v1/ring-groups/${encodeURIComponent(ringGroupId)}`
  return {
    add: (group: NewRingGroup, options: Changing = {}) => caller.post<RingGroup>('/v1/ring-groups', group, options),
    list: async (options: Asking = {}): Promise<RingGroup[]> =>
      (await caller.get<RingGroupPage>('/v1/ring-groups', {}, options)).items,
    change: (ringGroupId: string, change: RingGroupChange, options: Asking = {}) =>
      caller.patch<RingGroup>(at(ringGroupId), change, options),
    remove: (ringGroupId: string, options: Asking = {}) => caller.delete<void>(at(ringGroupId), options),
  }
}

/** For the platform's operator: calls to a number of nobody are told so. */
export function gatewayOf(caller: Caller) {
  return { check: (options: Changing = {}) => caller.post<TrunkCheck>('/v1/platform/phone/check', {}, options) }
}
