import { expect, test } from 'vitest'
import { serveHealth, type Health } from './health.ts'

test('it is healthy while work can come: connected, and not draining', async () => {
  const health: Health = { connected: true, draining: false, calls: 1, capacity: 10, memoryMb: 100 }
  const served = await serveHealth(0, () => health)
  const look = (): Promise<Response> => fetch(`http://127.0.0.1:${served.port}/healthz`)
  const reply = await look()
  expect([reply.status, await reply.json()]).toEqual([200, health])
  health.draining = true
  expect((await look()).status).toBe(503)
  Object.assign(health, { draining: false, connected: false })
  expect((await look()).status).toBe(503)
  served.close()
})
