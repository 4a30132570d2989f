export { answerFromPassages, type AnswerSentence, answerThreshold, type PassageAnswer } from './answer.ts'
export type { Contradiction } from './contradict.ts'
export type { Ranked } from './units.ts'
