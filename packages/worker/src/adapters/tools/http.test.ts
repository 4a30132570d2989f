import { expect, it } from 'vitest'
import type { WebPort, WebReply, WebRequest } from '../../ports/web.ts'
import { httpTools } from './http.ts'

const call = {
  callId: 'tcl_1',
  name: 'order',
  url: 'https://shop.example/orders?v=1',
  auth: { header: 'X-Key', value: 'k' },
  arguments: { number: 'A 7', express: true },
  example: {},
  timeoutMs: 800,
} as const
const signal = new AbortController().signal

function door(reply: WebReply) {
  const asked: WebRequest[] = []
  const web: WebPort = {
    fetch: async (request) => {
      asked.push(request)
      return reply
    },
  }
  return { asked, tools: httpTools(web) }
}
const answers = (status: number, body: string): WebReply => ({
  kind: 'reply',
  status,
  finalUrl: '',
  headers: {},
  body: new TextEncoder().encode(body),
})

it('looks up with a query, and changes with JSON; both carry the key and who asks, once', async () => {
  const { asked, tools } = door(answers(200, '{"state":"sent"}'))
  expect(await tools.use({ ...call, method: 'GET' }, signal)).toEqual({ kind: 'done', result: { state: 'sent' } })
  await tools.use({ ...call, method: 'POST' }, signal)
  const [get, post] = asked
  expect(get).toMatchObject({ url: 'https://shop.example/orders?v=1&number=A+7&express=true', timeoutMs: 800 })
  expect(post).toMatchObject({ url: call.url, headers: { 'idempotency-key': 'tcl_1', 'X-Key': 'k' } })
  expect(JSON.parse(new TextDecoder().decode(post?.body))).toEqual(call.arguments)
})

it.each([
  ['a private address', { kind: 'refused', code: 'private-address', message: 'No.' }, false],
  ['no answer in time', { kind: 'refused', code: 'timeout', message: 'Late.' }, true],
  ['a refusal', answers(422, '{}'), false],
  ['a crash', answers(500, '{}'), true],
  ['a page', answers(200, '<html>'), true],
] as [string, WebReply, boolean][])(
  '%s is a failure that says whether it may have been done',
  async (_what, reply, sent) => {
    expect(await door(reply).tools.use({ ...call, method: 'POST' }, signal)).toMatchObject({ kind: 'failed', sent })
  },
)

it('an empty answer is an answer', async () => {
  expect(await door(answers(204, '')).tools.use({ ...call, method: 'POST' }, signal)).toEqual({
    kind: 'done',
    result: {},
  })
})
