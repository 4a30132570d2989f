import { expect, it } from 'vitest'
import { detectBuiltIn } from '../../engine/intents/index.ts'
import { pressed } from './pressed.ts'

it.each(['en', 'es', 'ar'])('0 asks for a person, in %s too', (lang) => {
  expect(detectBuiltIn(pressed('0', lang, false), lang)?.intent).toBe('person')
})

it('0 is a digit while digits are awaited, and other keys are what they are', () => {
  expect(pressed('0', 'en', true)).toBe('0')
  expect(pressed('5055550142', 'en', false)).toBe('5055550142')
})
