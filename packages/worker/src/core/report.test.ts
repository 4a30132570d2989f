import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '../shared/config.ts'
import { reportError } from './report.ts'

const env = {
  DATABASE_URL: 'postgresql://a:b@127.0.0.1/x',
  FOYER_SECRET: 'a-secret-of-enough-letters',
  FOYER_OPERATOR_KEY: 'a-key-of-enough-letters',
  PUBLIC_URL: 'http://127.0.0.1:1',
}
const received: { path: string; auth: string; body: string }[] = []
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (part: Buffer) => (body += part.toString('utf8')))
  request.on('end', () => {
    received.push({ path: request.url ?? '', auth: String(request.headers['x-sentry-auth']), body })
    response.end('{}')
  })
})
let dsn = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  dsn = `http://publickey@127.0.0.1:${(server.address() as AddressInfo).port}/42`
})
afterAll(() => server.close())

it('tells the tracker what broke and where, and nothing of what anybody said', async () => {
  const error = new TypeError('the visitor Jane Roe, +1 505 555 0147, said something odd')
  await reportError(readConfig({ ...env, SENTRY_DSN: dsn }), error, 'req_1', new Date('2026-11-21T12:00:00Z'))
  const [report] = received
  expect(report?.path).toBe('/api/42/envelope/')
  expect(report?.auth).toContain('sentry_key=publickey')
  const event = JSON.parse(report?.body.split('\n')[2] ?? '')
  expect(event).toMatchObject({ tags: { request_id: 'req_1' }, exception: { values: [{ type: 'TypeError' }] } })
  expect(event.exception.values[0].stacktrace.frames.at(-1).filename).toContain('report.test.ts')
  expect(report?.body).not.toMatch(/Jane|0147/)
})

it('is off without a DSN, and a tracker that is down is no second error', async () => {
  const before = received.length
  await reportError(readConfig(env), new Error('x'), 'req_2', new Date())
  await reportError(readConfig({ ...env, SENTRY_DSN: 'http://k@127.0.0.1:9/1' }), new Error('x'), 'req_3', new Date())
  expect(received).toHaveLength(before)
})
