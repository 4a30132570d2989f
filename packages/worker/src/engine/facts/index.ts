export { answerFromFacts } from './answer.ts'
export { proposeFacts, type ReadPage } from './propose.ts'
export { openAt } from './schedule.ts'
