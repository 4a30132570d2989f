import { testPlatform, type TestPlatform } from '../../../local/src/test/provided.ts'

/** One request to the platform under test, as any client would make it. */
export interface Reply {
  status: number
  // The tests name what they expect; a wrong guess fails there.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any
  headers: Headers
}

type Here = Pick<TestPlatform, 'apiUrl' | 'operatorKey'>
let elsewhere: Here | null = null
const here = (): Here => elsewhere ?? testPlatform()

/** For a test that needs a platform of its own: all calls of this file go there. */
export function goTo(platform: Here): void {
  elsewhere = platform
}

export async function call(
  method: string,
  path: string,
  options: { key?: string; body?: unknown; headers?: Record<string, string>; raw?: BodyInit } = {},
): Promise<Reply> {
  const { key, body, raw } = options
  const response = await fetch(new URL(path, here().apiUrl), {
    method,
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(raw !== undefined ? { body: raw, duplex: 'half' } : body === undefined ? {} : { body: JSON.stringify(body) }),
  } as RequestInit)
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: parsed(text) }
}

export const operatorKey = (): string => here().operatorKey

let made = 0

export interface TestTenant {
  id: string
  slug: string
  assistantId: string
  locationId: string
  sk: string
  pk: string
}

/** A fresh tenant; every test that can tell two apart makes two. */
export async function createTenant(more: Record<string, unknown> = {}): Promise<TestTenant> {
  const slug = `t${Date.now().toString(36)}${(made++).toString(36)}${Math.random().toString(36).slice(2, 7)}`
  const reply = await call('POST', '/v1/tenants', {
    key: operatorKey(),
    body: {
      slug,
      name: `Business ${slug}`,
      country: 'US',
      location: { name: 'Main', timeZone: 'America/Denver' },
      assistant: { name: 'Robin' },
      ...more,
    },
  })
  if (reply.status !== 201) throw new Error(`no tenant: ${JSON.stringify(reply.body)}`)
  const { tenant, assistantId, locationId, secretKey, publishableKey } = reply.body
  return { id: tenant.id, slug, assistantId, locationId, sk: secretKey.key, pk: publishableKey.key }
}

/** A visitor of the tenant, with a conversation. */
export async function enter(
  tenant: TestTenant,
): Promise<{ token: string; refreshToken: string; visitorId: string; conversationId: string }> {
  const visitor = await call('POST', '/v1/visitors', { key: tenant.pk, body: {} })
  const token: string = visitor.body.accessToken
  const conversation = await call('POST', '/v1/conversations', { key: token, body: {} })
  return {
    token,
    refreshToken: visitor.body.refreshToken,
    visitorId: visitor.body.visitorId,
    conversationId: conversation.body.id,
  }
}

export const newMessageId = (): string => crypto.randomUUID()

// oxlint-disable-next-line typescript/no-explicit-any
export type Event = { n: number; type: string } & Record<string, any>

/** Says something and returns every event of the turn. */
export async function say(
  key: string,
  conversationId: string,
  text: string,
  more: Record<string, unknown> = {},
): Promise<Event[]> {
  const reply = await call('POST', `/v1/conversations/${conversationId}/turns`, {
    key,
    body: { messageId: newMessageId(), text, ...more },
  })
  if (reply.status !== 200) throw new Error(`turn refused: ${reply.status} ${JSON.stringify(reply.body)}`)
  return eventsOf(reply.body)
}

/** The last event of a turn, which holds the whole reply. */
export async function ask(
  key: string,
  conversationId: string,
  text: string,
  more: Record<string, unknown> = {},
): Promise<Event> {
  const last = (await say(key, conversationId, text, more)).at(-1)
  if (last === undefined) throw new Error('a turn without events')
  return last
}

/** One question in a conversation of its own, with a secret key. */
export async function askFresh(tenant: TestTenant, text: string, more: Record<string, unknown> = {}): Promise<Event> {
  const conversation = await call('POST', '/v1/conversations', { key: tenant.sk, body: {} })
  return ask(tenant.sk, conversation.body.id, text, more)
}

export function eventsOf(stream: string): Event[] {
  return stream
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => JSON.parse(line.slice(6)) as Event)
}

/** Puts and publishes a playbook. */
export async function publish(tenant: TestTenant, playbook: Record<string, unknown>): Promise<void> {
  const path = `/v1/assistants/${tenant.assistantId}/playbook`
  const draft = await call('GET', path, { key: tenant.sk })
  const put = await call('PUT', path, {
    key: tenant.sk,
    body: playbook,
    headers: { 'if-match': String(draft.body.revision) },
  })
  if (put.status !== 200) throw new Error(`draft refused: ${JSON.stringify(put.body)}`)
  const published = await call('POST', `${path}/publish`, { key: tenant.sk, body: {} })
  if (published.status !== 201) throw new Error(`publish refused: ${JSON.stringify(published.body)}`)
}

/** Teaches a text and waits until it can be answered from. */
export async function teach(tenant: TestTenant, title: string, text: string): Promise<{ sourceId: string }> {
  const added = await call('POST', '/v1/sources', { key: tenant.sk, body: { kind: 'text', title, text } })
  if (added.status !== 201) throw new Error(`source refused: ${JSON.stringify(added.body)}`)
  await readDone(tenant, added.body.id)
  return { sourceId: added.body.id }
}

export async function readDone(tenant: TestTenant, sourceId: string): Promise<Reply> {
  return until(
    () => call('GET', `/v1/sources/${sourceId}`, { key: tenant.sk }),
    (reply) => ['done', 'failed'].includes(reply.body.lastRead?.state),
  )
}

/** Asks again until it holds; the suite's time-out is the limit. */
export async function until<T>(look: () => Promise<T>, holds: (seen: T) => boolean, mostMs = 20_000): Promise<T> {
  const deadline = Date.now() + mostMs
  for (;;) {
    const seen = await look()
    if (holds(seen)) return seen
    if (Date.now() > deadline) throw new Error(`it never held; last seen: ${JSON.stringify(seen).slice(0, 500)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
