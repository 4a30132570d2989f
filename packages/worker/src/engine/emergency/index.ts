export { detectEmergency } from './detect.ts'
export { emergencyNumber } from './emergency-numbers.ts'
export { safetyWords } from './safety-words.ts'
