import { expect, it } from 'vitest'
import { e164Of, isE164 } from './e164.ts'

it.each([
  ['(505) 555-0142', 'US', '+15055550142'],
  ['1 505 555 0142', 'CA', '+15055550142'],
  ['+52 55 5555 0142', 'US', '+525555550142'],
  ['0034 600 55 01 42', 'ES', '+34600550142'],
])('%s typed in %s is %s', (typed, country, number) => {
  expect(e164Of(typed, country)).toBe(number)
  expect(isE164(number)).toBe(true)
})

it.each(['600 55 01 42', 'call me', '', '555-0142'])('what is no whole number stays as typed: %s', (typed) => {
  expect(e164Of(typed, 'ES')).toBe(typed)
  expect(isE164(typed)).toBe(false)
})
