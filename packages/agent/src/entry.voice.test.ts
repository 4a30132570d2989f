import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Job } from '@livekit/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { enter } from './entry.ts'
import { speechOf } from './speech/speech.ts'
import { setting } from './test/roomless-call.ts'
import { Worker } from './worker.ts'

// A worker of the test's own: it gives out the call, and notes what it is told of it.
let worker: Server
let told: string[]
let claims: () => { status: number; body: unknown }

beforeEach(async () => {
  told = []
  worker = createServer((request, response) => {
    const path = request.url ?? ''
    if (path !== '/v1/agent/claims' && !path.endsWith('/heartbeats')) told.push(path)
    const { status, body } = path === '/v1/agent/claims' ? claims() : { status: 200, body: {} }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => worker.listen(0, '127.0.0.1', resolve))
})

afterEach(() => {
  worker.closeAllConnections()
  worker.close()
})

/** A job whose media server nobody reaches, to its end. @returns the steps that were logged */
async function serve(): Promise<string[]> {
  const url = `http://127.0.0.1:${(worker.address() as AddressInfo).port}`
  const vars = { FOYER_URL: url, FOYER_AGENT_KEY: 'a key that is long enough', LIVEKIT_URL: 'ws://127.0.0.1:1' }
  const config = readConfig({
    ...vars,
    LIVEKIT_API_KEY: 'key',
    LIVEKIT_API_SECRET: 'a secret that is long enough for it',
  })
  const steps: string[] = []
  const job = {
    job: new Job({ id: 'AJ_1', room: { name: 'call-1' }, dispatchId: 'AD_1' }),
    url: 'ws://127.0.0.1:1',
    token: 'token',
  }
  const log = (step: string): void => void steps.push(step)
  await enter(job, { config, worker: new Worker(url, 'key'), speech: speechOf(config), log }).done
  return steps
}

test('who cannot serve a call leaves it to another, and does not end it for its caller', async () => {
  const call = { id: 'call_1', createdAt: new Date().toISOString() }
  const conversation = { id: 'conv_1', visitorId: 'vis_1' }
  claims = () => ({
    status: 200,
    body: { kind: 'taken', call, conversation, token: 'token', setting, resume: { kind: 'greet' }, isAlarming: false },
  })
  const steps = await serve()
  expect(told).toEqual([])
  expect(steps).toEqual(['call.claimed', 'call.not_served', 'call.left'])
})

test('who is refused a call leaves, and says nothing of it', async () => {
  claims = () => ({ status: 409, body: { error: { code: 'superseded', message: 'Another one holds it.' } } })
  const steps = await serve()
  expect(told).toEqual([])
  expect(steps).toEqual(['call.refused', 'call.left'])
})
