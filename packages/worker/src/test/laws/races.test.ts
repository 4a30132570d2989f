import { describe, expect, it } from 'vitest'
import { call, createTenant, newMessageId, enter, operatorKey } from '../foyer.ts'

const auditOf = async (key: string, action: string) => {
  const audit = await call('GET', '/v1/audit?limit=200', { key })
  return audit.body.items.filter((entry: { action: string }) => entry.action === action)
}
const statuses = (replies: { status: number }[]) => replies.map((reply) => reply.status).toSorted((a, b) => a - b)
const atOnce = <T>(times: number, run: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: times }, (_, at) => run(at)))

describe('a race is lost by all but one, and leaves no orphan audit row', () => {
  it('when a draft is put from the same revision', async () => {
    const { sk, assistantId } = await createTenant()
    const put = (at: number) =>
      call('PUT', `/v1/assistants/${assistantId}/playbook`, {
        key: sk,
        body: { name: `Desk ${at}`, languages: ['en'] },
        headers: { 'if-match': '0' },
      })
    const replies = await atOnce(4, put)
    expect(statuses(replies)).toEqual([200, 409, 409, 409])
    expect(await auditOf(sk, 'playbook.drafted')).toHaveLength(1)
    const draft = await call('GET', `/v1/assistants/${assistantId}/playbook`, { key: sk })
    expect(draft.body).toMatchObject({
      revision: 1,
      playbook: replies.find((reply) => reply.status === 200)?.body.playbook,
    })
  })

  it('when a key is rotated', async () => {
    const { sk } = await createTenant()
    const made = await call('POST', '/v1/keys', { key: sk, body: { name: 'k', kind: 'secret', mode: 'test' } })
    const replies = await atOnce(4, () => call('POST', `/v1/keys/${made.body.id}/rotate`, { key: sk, body: {} }))
    expect(statuses(replies)).toEqual([201, 409, 409, 409])
    expect(await auditOf(sk, 'key.rotated')).toHaveLength(1)
    const keys = await call('GET', '/v1/keys', { key: sk })
    expect(keys.body.items).toHaveLength(4)
  })

  it('when two take the same slug', async () => {
    const slug = `same-${Date.now().toString(36)}`
    const body = {
      slug,
      name: 'Same',
      country: 'US',
      location: { name: 'Main', timeZone: 'America/Denver' },
      assistant: { name: 'R' },
    }
    const replies = await atOnce(3, () => call('POST', '/v1/tenants', { key: operatorKey(), body }))
    expect(statuses(replies)).toEqual([201, 409, 409])
  })

  it('when versions are published: each number once', async () => {
    const { sk, assistantId } = await createTenant()
    await call('PUT', `/v1/assistants/${assistantId}/playbook`, {
      key: sk,
      body: { name: 'Desk', languages: ['en'] },
      headers: { 'if-match': '0' },
    })
    const replies = await atOnce(4, () =>
      call('POST', `/v1/assistants/${assistantId}/playbook/publish`, { key: sk, body: {} }),
    )
    const won = replies.filter((reply) => reply.status === 201)
    expect(won.length).toBeGreaterThan(0)
    expect(new Set(won.map((reply) => reply.body.number)).size).toBe(won.length)
    expect(replies.every((reply) => reply.status === 201 || reply.status === 409)).toBe(true)
    expect(await auditOf(sk, 'playbook.published')).toHaveLength(won.length)
  })

  it('when one Idempotency-Key comes twice: one key is made, and both hear of it or are told to wait', async () => {
    const { sk } = await createTenant()
    const headers = { 'idempotency-key': newMessageId() }
    const send = () =>
      call('POST', '/v1/keys', { key: sk, body: { name: 'once', kind: 'secret', mode: 'test' }, headers })
    const replies = await atOnce(3, send)
    expect(replies.every((reply) => reply.status === 201 || reply.status === 409)).toBe(true)
    const again = await send()
    expect(again.status).toBe(201)
    expect(again.body.key).toBe(replies.find((reply) => reply.status === 201)?.body.key)
    const other = await call('POST', '/v1/keys', {
      key: sk,
      body: { name: 'another', kind: 'secret', mode: 'test' },
      headers,
    })
    expect(other.body.error.code).toBe('idempotency_mismatch')
    const keys = await call('GET', '/v1/keys', { key: sk })
    expect(keys.body.items.filter((key: { name: string }) => key.name === 'once')).toHaveLength(1)
  })

  it('when one message is sent many times: one turn, one reply', async () => {
    const tenant = await createTenant()
    const { token, conversationId } = await enter(tenant)
    const body = { messageId: newMessageId(), text: 'are you a robot?' }
    const replies = await atOnce(5, () =>
      call('POST', `/v1/conversations/${conversationId}/turns`, { key: token, body }),
    )
    expect(statuses(replies)).toEqual([200, 200, 200, 200, 200])
    const said = await call('GET', `/v1/conversations/${conversationId}/messages`, { key: token })
    expect(said.body.items.map((message: { author: string }) => message.author)).toEqual(['visitor', 'assistant'])
  })
})
