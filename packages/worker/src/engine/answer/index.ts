export { answerFromPassages, type AnswerSentence, answerThreshold } from './answer.ts'
