export { detectEmergency, type Emergency } from './detect.ts'
export { crisisLine, emergencyNumber } from './emergency-numbers.ts'
export type { Cause, Grade } from './rules.ts'
export { safetyWords, type SafetyInput } from './safety-words.ts'
