import { expect, test } from 'vitest'
import { Discretion } from './discretion.ts'

test('what was told unasked stays off it, and so does its read-back', () => {
  const discretion = new Discretion()
  expect(discretion.said('How much is it?')).toBe('keep')
  expect(discretion.said('My number is 505 555 0142.')).toBe('blank')
  expect(discretion.asked('yes_no')).toBe(true)
  expect(discretion.said('Yes.')).toBe('blank')
  expect(discretion.asked(undefined)).toBe(false)
  expect([discretion.said(undefined), discretion.isOn]).toEqual(['blank', false])
})

test.each([
  [['Call me at five zero five', 'five five five', 'uh', 'and then zero one'], 'wait wait wait blank'],
  [['five zero five', undefined, 'zero one four two'], 'wait blank blank'],
  [['My card ends in four', 'two four two'], 'wait blank'],
  [['Come at ten thirty', 'How much is it?', '5 5 5 0 1'], 'wait keep wait'],
] as const)('pieces of a number are joined: %j', (pieces, fates) => {
  const discretion = new Discretion()
  expect(pieces.map((words) => discretion.said(words)).join(' ')).toBe(fates)
})

test('contact details stay off it from the question on until their read-back was confirmed', () => {
  const discretion = new Discretion()
  const asked = ['name', 'phone', 'yes_no', 'phone', 'yes_no', 'text', 'yes_no', 'email', 'secret', 'text'] as const
  expect(asked.map((field) => discretion.asked(field))).toEqual([
    false,
    true,
    true,
    true,
    true,
    false,
    false,
    true,
    true,
    false,
  ])
})
