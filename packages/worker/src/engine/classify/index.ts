export { lintScenarios, type Finding } from './lint.ts'
export { matchScenario, type Ranked, type ScenarioVerdict } from './match.ts'
export { openModel, type ScenarioModel } from './model.ts'
export { trainScenarios, type Scenario, type TrainOptions } from './train.ts'
