import { expect, it } from 'vitest'
import { answering } from './answer-rate.ts'

const calls = (answered: number, missed: number) => [
  ...Array.from({ length: answered }, () => true),
  ...Array.from({ length: missed }, () => false),
]

it.each([
  ['four that nobody took say nothing yet', calls(0, 4), 'unsure'],
  ['one of five is chance', calls(4, 1), 'unsure'],
  ['two of five are too many', calls(3, 2), 'low'],
  ['one of twenty is none', calls(19, 1), 'normal'],
  ['four of twenty are too many, also when the newest were answered', calls(16, 4), 'low'],
  ['what was before the last twenty counts no more', calls(20, 30), 'normal'],
  ['all of five were answered', calls(5, 0), 'normal'],
] as const)('%s', (_what, answered, verdict) => {
  expect(answering(answered)).toBe(verdict)
})
