/** Somebody in a room, as the media server sees them now. */
export type Participant = { identity: string; tracks: readonly Track[] } & (
  | { kind: 'visitor' | 'agent' | 'other' }
  /** `result` is what a simulated phone says of itself when it is to be handed over, or does not answer; '' otherwise. */
  | { kind: 'caller'; status: PhoneStatus; line: PhoneLine; result: string }
  /** Somebody whom we rang. */
  | { kind: 'person'; status: PhoneStatus; result: string }
)

type PhoneStatus = 'ringing' | 'answered' | 'hung_up'

/** Something that somebody publishes. */
export interface Track {
  id: string
  name: string
}

/** Whom we ring is called so in the room; the gateway calls who rings us `sip_…`, whatever number they claim. */
export const personPrefix = 'person-'

/** What the gateway says of a call that came by phone. Only the gateway can say it; who calls is nevertheless only claimed. */
export interface PhoneLine {
  /** The trunk it came by, as the gateway names it. */
  trunkId: string
  /** E.164; '' when it is not a number. */
  dialled: string
  from: string
}

/** Somebody who stands in a room as the gateway's callers do; it asks for an agent, who is told `job`, when they join. */
export interface SimulatedCaller {
  line: PhoneLine
  job: string
}

export interface Dispatch {
  id: string
  /** What we wrote when we asked for an agent. */
  metadata: string
  /** The jobs that the media server has given to agents for it. */
  jobIds: readonly string[]
}

/** The rooms in which calls happen. Every method throws ProviderError when the media server fails or is silent. */
export interface RoomsPort {
  /** Makes the room; it ends by itself `emptyMs` after the last one left, or when nobody came. */
  open(room: string, more: { mostPeople: number; emptyMs: number }): Promise<void>
  /** Who is in it; null when there is no such room. */
  people(room: string): Promise<readonly Participant[] | null>
  /** Lets somebody hear these tracks, or keeps them from it; nothing happens when they or the tracks are gone. */
  hears(room: string, identity: string, trackIds: readonly string[], isHeard: boolean): Promise<void>
  /** Nothing happens when they are gone already. */
  remove(room: string, identity: string): Promise<void>
  /** Ends it for everybody; nothing happens when there is none. */
  close(room: string): Promise<void>
  /** A token that lets a visitor join this one room for `joinWithinMs`, with microphone and data only. */
  ticket(room: string, who: string | SimulatedCaller, joinWithinMs: number): Promise<{ url: string; token: string }>
}

/** Asking for agents, and hearing what happens in rooms. */
export interface DispatchPort {
  /** Asks for an agent; it need not be there yet. @returns the dispatch's id */
  ask(room: string, metadata: string): Promise<string>
  find(room: string, dispatchId: string): Promise<Dispatch | null>
  /** What the media server says happened, checked against its signature; null when the signature is not its own. */
  hear(body: string, signature: string): Promise<Happening | null>
}

export interface Happening {
  room: string
  kind: 'room-started' | 'room-finished' | 'joined' | 'left' | 'other'
  /** Who came or left, as they were then; null when it is about nobody. */
  who: Participant | null
}

export interface Media {
  rooms: RoomsPort
  dispatch: DispatchPort
}
