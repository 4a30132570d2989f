export { joinNear, type Near } from './join.ts'
export { openScenarioVectors, scenarioNearness, type ScenarioVectors } from './scenarios.ts'
export { likeness, openVectors, packVectors, rowOf, type VectorTable } from './table.ts'
