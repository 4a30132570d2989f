export type { Evidence, FactEvidence } from './evidence.ts'
export { fold, foldShapes } from './fold.ts'
export { type Value, valuesIn } from './values.ts'
export { verifySentence } from './verify.ts'
