export type { Evidence, FactEvidence } from './evidence.ts'
export { fold, foldShapes } from './fold.ts'
export { type Value, type ValueKind, valuesIn } from './values.ts'
export { coverageThreshold, type Refusal, type Verdict, verifySentence } from './verify.ts'
