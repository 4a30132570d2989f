export { localTime, weekdayOf } from './local-time.ts'
export { answerFromFacts } from './answer.ts'
export { proposeFacts, type ReadPage } from './propose.ts'
export { openAt } from './schedule.ts'
