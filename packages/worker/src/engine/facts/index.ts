export { answerFromFacts, type FactAnswer } from './answer.ts'
export type { FactSentence } from './answer-hours.ts'
export { proposeFacts, type ProposalFor, type ReadPage } from './propose.ts'
export { openAt } from './schedule.ts'
