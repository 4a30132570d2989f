import { expect, test } from 'vitest'
import { FirstSound } from './first-sound.ts'

/** Levels at steps of 50 ms; what each told. */
function hear(sound: FirstSound, from: number, levels: number[]): string[] {
  return levels.map((level, index) => sound.hear(from + index * 50, level)).filter((turnId) => turnId !== '')
}

test('the first sound after its words is the turn’s, told once', () => {
  const sound = new FirstSound()
  expect(hear(sound, 0, [0, 0.6, 0.6])).toEqual([])
  sound.expect('trn_1')
  expect(hear(sound, 400, [0, 0, 0.05, 0.6, 0.6, 0, 0, 0, 0, 0.6])).toEqual(['trn_1'])
})

test('what still sounds of the turn before is not the next one’s', () => {
  const sound = new FirstSound()
  hear(sound, 0, [0.6])
  sound.expect('trn_2')
  expect(hear(sound, 50, [0.6, 0.6, 0, 0.6])).toEqual([])
  expect(hear(sound, 250, [0, 0, 0, 0, 0.6])).toEqual(['trn_2'])
})

test('words that are told again do not tell it again', () => {
  const sound = new FirstSound()
  sound.expect('trn_1')
  expect(hear(sound, 0, [0.6])).toEqual(['trn_1'])
  sound.expect('trn_1')
  expect(hear(sound, 1000, [0.6])).toEqual([])
})
