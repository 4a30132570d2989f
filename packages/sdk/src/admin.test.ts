import { expect, test } from 'vitest'
import { createAdmin, FoyerError, quotesOf, ReadError, type Source } from './admin.ts'
import { systemClock } from './clock.ts'

interface Sent {
  method: string
  path: string
  headers: Headers
  body: unknown
}

/** A service that answers from a list, and a client that does not wait. */
function scripted(...replies: (Response | Error)[]) {
  const sent: Sent[] = []
  const fetch: typeof globalThis.fetch = async (url, init) => {
    const { pathname, search } = new URL(url instanceof Request ? url.url : url)
    sent.push({
      method: init?.method ?? 'GET',
      path: pathname + search,
      headers: new Headers(init?.headers),
      body: init?.body,
    })
    init?.signal?.throwIfAborted()
    const reply = replies.shift()
    if (reply === undefined) throw new Error('asked once too often')
    if (reply instanceof Error) throw reply
    return reply
  }
  const waits: number[] = []
  const clock = { ...systemClock, wait: async (ms: number) => void waits.push(ms) }
  return { sent, waits, foyer: createAdmin({ baseUrl: 'https://foyer.test/', key: 'sk_test_1', fetch, clock }) }
}

const refusal = (code: string, status: number, headers: Record<string, string> = {}) =>
  Response.json(
    {
      error: {
        code,
        message: `said ${code}`,
        requestId: 'req_1',
        docs: '',
        details: [{ path: 'name', message: 'is missing' }],
      },
    },
    { status, headers },
  )

test('a POST that is repeated carries the same idempotency key, and another call another one', async () => {
  const { foyer, sent } = scripted(
    new TypeError('no network'),
    refusal('unavailable', 503),
    Response.json({ id: 'key_1' }),
    Response.json({ id: 'key_2' }),
  )
  await foyer.keys.create({ name: 'a', kind: 'secret', mode: 'test' })
  await foyer.keys.create({ name: 'b', kind: 'secret', mode: 'test' })
  const keys = sent.map(({ headers }) => headers.get('idempotency-key'))
  expect(new Set(keys.slice(0, 3)).size).toBe(1)
  expect(keys[3]).not.toBe(keys[0])
})

test('your own idempotency key is sent as it is', async () => {
  const { foyer, sent } = scripted(Response.json({ id: 'key_1' }))
  await foyer.keys.create({ name: 'a', kind: 'secret', mode: 'test' }, { idempotencyKey: 'order-7' })
  expect(sent[0]?.headers.get('idempotency-key')).toBe('order-7')
})

test('it gives up after three attempts and says why', async () => {
  const { foyer, sent, waits } = scripted(...Array.from({ length: 3 }, () => refusal('unavailable', 503)))
  const error = await foyer.tenant.get().catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(FoyerError)
  expect(error).toMatchObject({ code: 'unavailable', status: 503, requestId: 'req_1', retryable: true })
  expect(sent).toHaveLength(3)
  expect(waits).toHaveLength(2)
})

test('what cannot succeed is not asked twice, and names the fields', async () => {
  const { foyer, sent } = scripted(refusal('unprocessable', 422))
  await expect(foyer.tenant.change({ name: '' })).rejects.toMatchObject({
    code: 'unprocessable',
    details: [{ path: 'name', message: 'is missing' }],
  })
  expect(sent).toHaveLength(1)
})

test('a Retry-After is waited for, up to ten seconds', async () => {
  const { foyer, waits } = scripted(
    refusal('rate_limited', 429, { 'retry-after': '7' }),
    Response.json({ items: [], next: '' }),
  )
  await foyer.keys.list().page()
  expect(waits[0]).toBe(7000)
  const impatient = scripted(refusal('rate_limited', 429, { 'retry-after': '60' }))
  await expect(impatient.foyer.keys.list().page()).rejects.toMatchObject({ code: 'rate_limited', retryAfterMs: 60_000 })
})

test('what you abort is thrown as you gave it', async () => {
  const { foyer } = scripted()
  const reason = new Error('enough')
  await expect(foyer.tenant.get({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
})

test('a list fetches its next page only when it is needed', async () => {
  const pages = () => [
    Response.json({ items: [{ id: 'a' }, { id: 'b' }], next: 'b' }),
    Response.json({ items: [{ id: 'c' }], next: '' }),
  ]
  const whole = scripted(...pages())
  expect((await whole.foyer.keys.list({ limit: 2 }).toArray()).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(whole.sent.map(({ path }) => path)).toEqual(['/v1/keys?limit=2', '/v1/keys?limit=2&after=b'])
  const first = scripted(...pages())
  expect(await first.foyer.keys.list({ limit: 2 }).toArray(2)).toHaveLength(2)
  expect(first.sent).toHaveLength(1)
})

function source(state: 'reading' | 'done' | 'failed', read: number, note = ''): Source {
  const counters = { found: 0, read, unchanged: 0, skipped: 0, failed: 0, gone: 0 }
  const lastRead = {
    id: 'read_1',
    sourceId: 'src_1',
    state,
    note,
    counters,
    revision: null,
    startedAt: null,
    finishedAt: null,
  }
  return {
    id: 'src_1',
    kind: 'site',
    name: 'x',
    state: 'reading',
    note: '',
    readEveryHours: 0,
    revision: 1,
    site: null,
    lastReadAt: null,
    lastRead,
    createdAt: '',
  }
}

test('waiting for a read tells each step once, and ends with the read', async () => {
  const states = [source('reading', 1), source('reading', 1), source('reading', 2), source('done', 3)]
  const { foyer } = scripted(...states.map((each) => Response.json(each)))
  const seen: number[] = []
  const done = await foyer.sources.waitForRead('src_1', {
    onProgress: ({ lastRead }) => seen.push(lastRead?.counters.read ?? 0),
  })
  expect(seen).toEqual([1, 2, 3])
  expect(done.lastRead?.state).toBe('done')
})

test('a read that failed throws with the reason on the source', async () => {
  const { foyer } = scripted(Response.json(source('failed', 0, 'The page asks for a log-in.')))
  const error = await foyer.sources.waitForRead('src_1').catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ReadError)
  expect((error as ReadError).message).toBe('The page asks for a log-in.')
})

test('a quote that carries two sentences is listed once, and computed answers carry their facts’ quotes', () => {
  const quote = (start: number) => ({
    documentId: 'doc_1',
    versionId: 'ver_1',
    url: '/',
    title: '',
    anchor: '',
    lang: 'en',
    text: 'x',
    start,
    end: start + 1,
  })
  const say = (evidence: Parameters<typeof quotesOf>[0][number]['evidence']) => ({ text: '', lang: 'en', evidence })
  const computed = {
    kind: 'computed',
    what: 'open now',
    facts: [{ factId: 'fact_1', label: '', quote: quote(5) }],
    at: '',
    timeZone: '',
  } as const
  const sentences = [
    say([{ kind: 'passage', quote: quote(1) }]),
    say([
      { kind: 'passage', quote: quote(1) },
      { ...computed, facts: [...computed.facts] },
    ]),
    say([{ kind: 'fixed', name: 'hello' }]),
  ]
  expect(quotesOf(sentences).map(({ start }) => start)).toEqual([1, 5])
})
