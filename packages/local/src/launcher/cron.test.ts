import { expect, test } from 'vitest'
import { isDue } from './cron.ts'

const at = (text: string): Date => new Date(`${text}Z`)

test.each([
  ['* * * * *', '2026-11-21T10:07:00', true],
  ['*/5 * * * *', '2026-11-21T10:10:00', true],
  ['*/5 * * * *', '2026-11-21T10:11:00', false],
  ['0 3 * * *', '2026-11-21T03:00:00', true],
  ['0 3 * * *', '2026-11-21T04:00:00', false],
  ['15,45 8-17 * * 1-5', '2026-11-20T17:45:00', true],
  ['15,45 8-17 * * 1-5', '2026-11-21T17:45:00', false],
  ['0 0 1 1 *', '2026-01-01T00:00:00', true],
  ['0 0 * * 7', '2026-11-22T00:00:00', true],
])('%s at %s: %s', (expression, time, due) => {
  expect(isDue(expression, at(time))).toBe(due)
})
