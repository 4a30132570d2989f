import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Job, ServerMessage, WorkerMessage, WorkerStatus } from '@livekit/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { type AssignedJob, Dispatch } from './dispatch.ts'
import type { Load } from './running-calls.ts'

// A server of the test's own that speaks LiveKit's protocol for agents.
let server: WebSocketServer
let heard: WorkerMessage[]
let connections: number
let socket: WebSocket
let dispatch: Dispatch
let load: Load
let jobs: AssignedJob[]
let terminated: string[]

const say = (message: ConstructorParameters<typeof ServerMessage>[0]): void =>
  socket.send(new ServerMessage(message).toBinary())
const offer = (id: string): void =>
  say({ message: { case: 'availability', value: { job: new Job({ id, room: { name: 'r' } }) } } })
/** What the agent said of this kind, newest last. */
const said = <Kind extends WorkerMessage['message']['case']>(kind: Kind) =>
  heard.flatMap(({ message }) =>
    message.case === kind ? [message.value as Extract<WorkerMessage['message'], { case: Kind }>['value']] : [],
  )

const options = () => ({
  url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
  apiKey: 'key',
  apiSecret: 'a secret that is long enough for it',
  agentName: 'foyer',
  load: () => load,
  onJob: (job: AssignedJob) => void jobs.push(job),
  onTerminated: (jobId: string) => void terminated.push(jobId),
  log: () => undefined,
})

beforeEach(async () => {
  ;[heard, connections, jobs, terminated] = [[], 0, [], []]
  load = { calls: 0, capacity: 2, draining: false }
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (connection) => {
    connections++
    socket = connection
    connection.on('message', (data: Buffer) => {
      const message = new WorkerMessage().fromBinary(data)
      heard.push(message)
      if (message.message.case === 'register') say({ message: { case: 'register', value: { workerId: 'AW_1' } } })
    })
  })
  await once(server, 'listening')
  dispatch = new Dispatch(options())
  void dispatch.run()
  await expect.poll(() => dispatch.connected).toBe(true)
})

afterEach(() => {
  dispatch.close()
  for (const client of server.clients) client.terminate()
  server.close()
})

test('it registers by its name, takes a job, and lets go of it when it is told to', async () => {
  expect(said('register')[0]?.agentName).toBe('foyer')
  offer('J1')
  await expect.poll(() => said('availability')).toMatchObject([{ jobId: 'J1', available: true }])
  say({ message: { case: 'assignment', value: { job: new Job({ id: 'J1' }), token: 'token' } } })
  await expect.poll(() => jobs.map(({ job, token }) => [job.id, token])).toEqual([['J1', 'token']])
  say({ message: { case: 'termination', value: { jobId: 'J1' } } })
  await expect.poll(() => terminated).toEqual(['J1'])
})

test('a job that it never accepted is none of its business', async () => {
  say({ message: { case: 'assignment', value: { job: new Job({ id: 'J9' }), token: 'token' } } })
  offer('J1')
  await expect.poll(() => said('availability').length).toBe(1)
  expect(jobs).toEqual([])
})

test('its load is its calls, low enough for the last one to be sent, and a full one takes none: what it accepted counts too', async () => {
  load = { ...load, calls: 1 }
  dispatch.report()
  await expect
    .poll(() => said('updateWorker').at(-1))
    .toMatchObject({ load: 0.3125, jobCount: 1, status: WorkerStatus.WS_AVAILABLE })
  offer('J1')
  offer('J2')
  await expect
    .poll(() => said('availability').map(({ jobId, available }) => [jobId, available]))
    .toEqual([
      ['J1', true],
      ['J2', false],
    ])
})

test('one that drains says it is full, and takes none', async () => {
  load = { ...load, draining: true }
  dispatch.report()
  offer('J1')
  await expect.poll(() => said('availability').map(({ available }) => available)).toEqual([false])
  expect(said('updateWorker').at(-1)?.status).toBe(WorkerStatus.WS_FULL)
})

test('a connection that is lost comes back', async () => {
  socket.terminate()
  await expect.poll(() => [connections, dispatch.connected], { timeout: 10_000 }).toEqual([2, true])
})

test('a server that has fallen silent is left for a new connection', async () => {
  dispatch.close()
  dispatch = new Dispatch({ ...options(), quietMs: 50 })
  void dispatch.run()
  await expect.poll(() => connections, { timeout: 10_000 }).toBeGreaterThan(2)
})
