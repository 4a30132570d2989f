import { expect, test } from 'vitest'
import { jsonLog } from './log.ts'

test('a line is all that a log makes, whatever is written to: what is said of a failure is no answer to it', () => {
  const lines: string[] = []
  const log = jsonLog((line) => lines.push(line), { agentId: 'a' })
  expect(log('call.left', { jobId: 'j' })).toBeUndefined()
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { at: expect.any(String), step: 'call.left', agentId: 'a', jobId: 'j' },
  ])
})
