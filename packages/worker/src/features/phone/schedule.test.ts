import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { directDoor } from '../../adapters/web/direct.ts'
import { onDuty } from './schedule.ts'

const schedule = { status: 200, body: '' }
const server = createServer((_request, response) => {
  if (schedule.body !== 'silence') response.writeHead(schedule.status).end(schedule.body)
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => void server.closeAllConnections())

/** A door to one public name, which leads to the server of this test. */
const door = directDoor({
  ownHost: 'foyer.example',
  fetch: (_url, init) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, init),
})
const person = (name: string, number: string) => ({ id: name, name, number, languages: [], hours: [] })
const people = [person('Ana', '+15055550147'), person('Tom', '+15055550148')]

async function named(body: string, status = 200) {
  Object.assign(schedule, { body, status })
  const found = await onDuty(door, 'https://duty.example/now', people)
  return found?.map(({ name }) => name) ?? null
}

it('rings whom the schedule names, in its order, each once, and nobody who is not of the group', async () => {
  expect(await named('{"onDuty":["+15055550148","+15055550147","+15055550148"]}')).toEqual(['Tom', 'Ana'])
  expect(await named('{"onDuty":["+15055550199","+15055550147"]}')).toEqual(['Ana'])
})

it.each([
  ['nobody of the group', '{"onDuty":["+15055550199"]}', 200],
  ['something else', '{"oncall":"Ana"}', 200],
  ['no JSON', '<html>', 200],
  ['an error', '{"onDuty":["+15055550147"]}', 500],
  ['nothing, in two seconds', 'silence', 200],
])('keeps to the stored order when the schedule says %s', async (_what, body, status) => {
  expect(await named(body, status)).toBeNull()
})

it('keeps to the stored order when the address leads inside', async () => {
  expect(await onDuty(door, 'http://127.0.0.1/now', people)).toBeNull()
})
