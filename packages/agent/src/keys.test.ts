import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Keys } from './keys.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function pressed(keys: string, awaited: Parameters<Keys['press']>[1], waitMs = 5000, isMenu = false): string[] {
  const said: string[] = []
  const phone = new Keys((word) => said.push(word))
  for (const key of keys) phone.press(key, awaited, isMenu)
  vi.advanceTimersByTime(waitMs)
  return said
}

test('0 alone is said at once, unless digits are being given', () => {
  expect(pressed('0', undefined, 0)).toEqual(['0'])
  expect(pressed('0', 'phone', 0)).toEqual([])
})

test('digits are one number, over after a pause or at #', () => {
  expect(pressed('5055550142', 'phone', 1000)).toEqual([])
  expect(pressed('5055550142', 'phone')).toEqual(['5055550142'])
  expect(pressed('5055550142#', 'phone', 0)).toEqual(['5055550142'])
})

test('a flood of keys is one thing said, and not a long one', () => {
  expect(pressed('7'.repeat(500), undefined)).toEqual(['7'.repeat(32)])
  expect(pressed('#'.repeat(500), undefined)).toEqual([])
  expect(pressed('7'.repeat(500), undefined, 5000, true), 'where one is a choice').toEqual(['7', '7'.repeat(32)])
  expect(pressed('ABCDx', undefined)).toEqual([])
})

test.each([
  ['4111111111111111', '•••• 1111'],
  ['5555555555554444#', '•••• 4444'],
  ['378282246310005', '•••• 0005'],
  ['4111*1111*1111*1111', '•••• 1111'],
])('a card’s number (%s) is told to nobody, whatever was asked for', (keys, mask) => {
  expect(pressed(keys, undefined)).toEqual([mask])
  expect(pressed(keys, 'phone')).toEqual([mask])
})

test('a number that is no card’s is said', () => {
  for (const keys of ['4111111111111112', '15055550142', '0034600123456789'])
    expect(pressed(keys, 'phone')).toEqual([keys])
})

test('where one key is a choice it is said at once, and a card’s number that begins with it is told to nobody', () => {
  const said: string[] = []
  const menu = new Keys((keys) => said.push(keys))
  for (const key of '2223003122003222') menu.press(key, undefined, true)
  vi.advanceTimersByTime(5000)
  menu.press('3', undefined, true)
  vi.advanceTimersByTime(2000)
  menu.press('1', undefined, true)
  expect(said).toEqual(['2', '•••• 3222', '3', '1'])
})
