export { answerFromFacts } from './answer.ts'
export { proposeFacts, type ReadPage } from './propose.ts'
