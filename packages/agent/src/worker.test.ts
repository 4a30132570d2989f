import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { Worker } from './worker.ts'

test('a claim that the worker does not answer is let go of when there is nobody left to claim it for', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close().closeAllConnections())
  const asked = once(server, 'request')
  const worker = new Worker(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'a key of the agent')
  const left = new AbortController()
  const claim = worker.claim({ room: 'call-1', jobId: 'AJ_1', dispatchId: 'AD_1' }, left.signal)
  const end = claim.then(
    () => 'claimed',
    (error: unknown) => error,
  )
  await asked
  left.abort('the caller gave up')
  expect(await end).toBe('the caller gave up')
})
