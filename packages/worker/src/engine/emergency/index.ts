export { detectEmergency } from './detect.ts'
export { emergencyNumber } from './emergency-numbers.ts'
export { type Cause, causes } from './rules.ts'
export { safetyWords } from './safety-words.ts'
