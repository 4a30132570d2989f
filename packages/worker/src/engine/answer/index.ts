export { answerFromPassages, type AnswerSentence, answerThreshold } from './answer.ts'
export { answersIt } from './answers-it.ts'
export { isOrder } from './unquotable.ts'
export { contradictionsIn } from './contradictions.ts'
