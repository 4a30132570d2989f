// For the voice agent of this repository: a turn over its own credential, with the same resuming as a page's.

export { systemClock } from './clock.ts'
export { FoyerError } from './errors.ts'
export { type Http, request } from './request.ts'
export { takeTurn } from './turn.ts'
export type { StreamEvent } from './types.ts'
export type {
  AgentHeartbeat,
  CallChange,
  CallClaim,
  CallClaimReply,
  CallLateWords,
  CallOpening,
  CallReachEvent,
  CallReachStep,
  CallResume,
  CallSetting,
  CallTurnedAway,
  TurnExpects,
  TurnTimings,
} from './generated/types.gen.ts'
