import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createFoyer, FoyerError, newMessageId, systemClock, type StreamEvent } from './index.ts'
import { type Desk, openDesk } from './test/desk.ts'

let desk: Desk
beforeAll(async () => void (desk = await openDesk()))
afterAll(() => desk.close())
beforeEach(() => {
  desk.faults.length = 0
  desk.requests.length = 0
  desk.pace.ms = 0
})

/** A device: what it remembers survives a reload, which is another client on the same storage. */
function device() {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  }
  const hurried = {
    ...systemClock,
    wait: (ms: number, signal?: AbortSignal) => systemClock.wait(Math.min(ms, 5), signal),
  }
  const load = (more: object = {}) =>
    createFoyer({ publishableKey: 'pk_test_1', baseUrl: desk.url, storage, clock: hurried, ...more })
  return { kept, load }
}

async function all(events: AsyncIterable<StreamEvent>): Promise<StreamEvent[]> {
  const heard: StreamEvent[] = []
  for await (const event of events) heard.push(event)
  return heard
}

const typesOf = (events: StreamEvent[]) => events.map((event) => event.type)
const wholeTurn = ['message.accepted', 'thinking', 'sentence', 'sentence', 'turn.answered']
const turns = 'POST /v1/conversations/:id/turns'
const jwt = (sub: string) => `x.${Buffer.from(JSON.stringify({ sub })).toString('base64url')}.y`

test('nothing is stored before the first message', async () => {
  const { kept, load } = device()
  const foyer = load()
  await foyer.config()
  expect(await foyer.conversation.resume()).toBeUndefined()
  expect(await foyer.conversation.messages()).toEqual([])
  expect(kept.size).toBe(0)
  await all(foyer.conversation.send('How much is a tune-up?'))
  expect([...kept.keys()]).toEqual(['foyer:key_1'])
  expect(kept.get('foyer:key_1')).not.toContain('at.')
})

test('a question streams to its answer, in order', async () => {
  const events = await all(device().load().conversation.send('How much is a tune-up?'))
  expect(typesOf(events)).toEqual(wholeTurn)
  expect(events.map((event) => event.n)).toEqual([1, 2, 3, 4, 5])
})

test('a reload finds the conversation and its messages', async () => {
  const { load } = device()
  await all(load().conversation.send('How much is a tune-up?'))
  const again = load()
  expect((await again.conversation.resume())?.state).toBe('open')
  expect((await again.conversation.messages()).map((message) => message.author)).toEqual(['visitor', 'assistant'])
})

test.each([0, 1, 2, 3, 4])('a connection cut after %i events loses nothing and doubles nothing', async (cutAfter) => {
  const foyer = device().load()
  await foyer.conversation.start()
  desk.pace.ms = 4
  desk.faults.push({ on: turns, cutAfter })
  const events = await all(foyer.conversation.send('How much is a tune-up?'))
  expect(typesOf(events)).toEqual(wholeTurn)
  expect(await foyer.conversation.messages()).toHaveLength(2)
})

test('a request that never arrived is sent again with the same message id', async () => {
  const foyer = device().load()
  await foyer.conversation.start()
  desk.faults.push({ on: turns, status: 0 }, { on: turns, status: 503 })
  expect(typesOf(await all(foyer.conversation.send('How much is a tune-up?')))).toEqual(wholeTurn)
  expect(await foyer.conversation.messages()).toHaveLength(2)
})

test('a stream that stands still is taken for lost', async () => {
  const foyer = device().load({ timeoutMs: 50 })
  await foyer.conversation.start()
  desk.faults.push({ on: turns, stall: true })
  expect(typesOf(await all(foyer.conversation.send('How much is a tune-up?')))).toEqual(wholeTurn)
})

test('saying the same again with its message id changes nothing', async () => {
  const foyer = device().load()
  const messageId = newMessageId()
  const first = await all(foyer.conversation.send('How much is a tune-up?', { messageId }))
  const second = await all(foyer.conversation.send('How much is a tune-up?', { messageId }))
  expect(second).toEqual(first)
  expect(await foyer.conversation.messages()).toHaveLength(2)
})

test('when patience ends the error says so and may be tried again', async () => {
  const foyer = device().load({ patienceMs: 1 })
  await foyer.conversation.start()
  for (let i = 0; i < 9; i++) desk.faults.push({ on: turns, status: 0 })
  const failure = await all(foyer.conversation.send('hello')).catch((error: unknown) => error)
  expect(failure).toMatchObject({ name: 'FoyerError', code: 'unreachable', retryable: true })
})

test('a token that ran out is refreshed once, whoever asks', async () => {
  const foyer = device().load()
  await all(foyer.conversation.send('How much is a tune-up?'))
  desk.expireTokens()
  const [record, messages] = await Promise.all([foyer.conversation.resume(), foyer.conversation.messages()])
  expect(record?.state).toBe('open')
  expect(messages).toHaveLength(2)
  expect(desk.count('POST /v1/visitors/refresh')).toBe(1)
})

test('two tabs that begin at once share one visitor and one conversation', async () => {
  const { load } = device()
  const ids = await Promise.all([load().conversation.start(), load().conversation.start()])
  expect(ids[0]).toBe(ids[1])
  expect(desk.count('POST /v1/visitors')).toBe(1)
})

test('a visitor the service no longer knows begins anew', async () => {
  const { load } = device()
  await all(load().conversation.send('How much is a tune-up?'))
  desk.expireTokens()
  desk.forgetVisitors()
  const later = load()
  expect(await later.conversation.resume()).toBeUndefined()
  expect(typesOf(await all(later.conversation.send('How much is a tune-up?')))).toEqual(wholeTurn)
})

test('a second tab hears live what the first one says, and goes on after a lost connection', async () => {
  const { load } = device()
  const first = load()
  await first.conversation.start()
  const heard: StreamEvent[] = []
  const done = new AbortController()
  const listening = (async () => {
    for await (const event of load().conversation.follow({ signal: done.signal })) {
      heard.push(event)
      if (event.type === 'turn.answered') desk.dropSockets()
      if (heard.filter(({ type }) => type === 'turn.answered').length === 2) done.abort(new Error('enough'))
    }
  })()
  await all(first.conversation.send('How much is a tune-up?'))
  await all(first.conversation.send('I smell gas'))
  await expect(listening).rejects.toThrow('enough')
  expect(heard.map((event) => event.n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

test('what is said after the end begins a new conversation', async () => {
  const { load } = device()
  const foyer = load()
  await all(foyer.conversation.send('How much is a tune-up?'))
  const id = await foyer.conversation.start()
  await foyer.conversation.end()
  expect(typesOf(await all(foyer.conversation.send('How much is a tune-up?')))).toEqual(wholeTurn)
  expect(await foyer.conversation.start()).not.toBe(id)
})

test('a person who logs in takes the anonymous conversation along, once; another person does not', async () => {
  const { load } = device()
  const foyer = load()
  await all(foyer.conversation.send('How much is a tune-up?'))
  await foyer.identify(jwt('ann'))
  await foyer.identify(jwt('ann'))
  expect(desk.count('POST /v1/visitors')).toBe(2)
  expect(await foyer.conversation.messages()).toHaveLength(2)
  await foyer.forget()
  expect(await foyer.conversation.resume()).toBeUndefined()
})

test('an identity given before the first message waits for it', async () => {
  const { kept, load } = device()
  const foyer = load()
  await foyer.identify(async () => jwt('bob'))
  expect(kept.size).toBe(0)
  await foyer.conversation.start()
  expect((await foyer.conversation.resume())?.visitorId).toBe('vis_bob')
})

test('a message without a way to be reached is refused with the field named', async () => {
  const foyer = device().load()
  const lead = { name: 'Ann', text: 'Call me', phone: '', email: '' }
  const failure = await foyer.conversation.leaveMessage(lead).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(FoyerError)
  expect(failure).toMatchObject({
    code: 'unprocessable',
    status: 422,
    requestId: 'req_1',
    retryable: false,
    details: [{ path: 'phone' }],
  })
  expect((await foyer.conversation.leaveMessage({ ...lead, phone: '505 555 0101' })).name).toBe('Ann')
})

test('an overloaded service is asked again after the time it names, and a refusal is not', async () => {
  const foyer = device().load()
  desk.faults.push({ on: 'GET /v1/widget', status: 429, code: 'rate_limited', retryAfter: 1 })
  expect((await foyer.config()).keyId).toBe('key_1')
  expect(desk.count('GET /v1/widget')).toBe(2)
  desk.faults.push({ on: 'GET /v1/widget', status: 403, code: 'origin_not_allowed' })
  await expect(device().load().config()).rejects.toMatchObject({ code: 'origin_not_allowed' })
  expect(desk.count('GET /v1/widget')).toBe(3)
})

test('an aborted call throws the reason it was given', async () => {
  const foyer = device().load()
  await foyer.conversation.start()
  desk.faults.push({ on: turns, stall: true })
  const stop = new AbortController()
  const sending = all(foyer.conversation.send('hello', { signal: stop.signal }))
  setTimeout(() => stop.abort(new Error('left')), 20)
  await expect(sending).rejects.toThrow('left')
})

test('a rating and a trace link', async () => {
  const foyer = device().load()
  await foyer.conversation.rate({ turnId: 'trn_1', thumb: 'up' })
  expect(desk.ratings).toEqual([{ turnId: 'trn_1', thumb: 'up' }])
  expect(await foyer.traceLink('trn_1')).toBe(`${desk.url}/trace#turn=trn_1&ticket=tkt`)
})
