import { expect, it } from 'vitest'
import { livelyCall, withVoice } from '../../../test/calling.ts'
import { ask, call, createTenant, enter, newMessageId, until } from '../../../test/foyer.ts'

it('words that were understood later stand in the transcript and the summary of a recorded call, once, at their time', async () => {
  const tenant = await createTenant()
  await withVoice(tenant, { recording: { enabled: true } })
  const noticeVersion = (await call('GET', '/v1/widget', { key: tenant.pk })).body.voice.notice.version
  const visitor = await enter(tenant)
  const { id, token, silent } = await livelyCall(visitor, { recording: 'agreed', noticeVersion })
  const tell = (key: string, of: string, more: object = {}) => {
    const words = { messageId: newMessageId(), text: 'My name is Ana Gil, I smell gas.', ...more }
    return call('POST', `/v1/calls/${of}/late-words`, {
      key,
      body: { saidAt: new Date().toISOString(), ...words },
    })
  }
  const shown = async () => (await call('GET', `/v1/calls/${id}`, { key: tenant.sk })).body.call
  const saidAt = new Date().toISOString()
  await ask(token, visitor.conversationId, 'hello', { via: 'voice' })
  silent()
  await call('POST', `/v1/calls/${id}/transitions`, { key: token, body: { to: 'ended', reason: 'visitor_hung_up' } })
  const settled = await until(shown, ({ outcome }) => outcome !== null, 60_000)
  const messageId = newMessageId()
  for (let times = 0; times < 2; times++) expect((await tell(token, id, { messageId, saidAt })).status).toBe(204)
  expect((await tell(token, id, { saidAt: '2020-01-01T00:00:00Z', text: 'Good morning' })).status).toBe(204)
  const changed = await shown()
  expect(changed.outcome, 'what came of it stays').toBe(settled.outcome)
  expect(changed.summary).toMatchObject({
    name: 'Ana Gil',
    reason: 'My name is Ana Gil, I smell gas.',
    urgency: 'danger',
  })
  const { items } = (await call('GET', `/v1/conversations/${visitor.conversationId}/messages`, { key: tenant.sk })).body
  const own = items.filter(({ author }: { author: string }) => author === 'visitor')
  expect(own.map(({ text }: { text: string }) => text)).toEqual([
    'hello',
    'My name is Ana Gil, I smell gas.',
    'Good morning',
  ])
  expect(own.map(({ via }: { via: string }) => via)).toEqual(['voice', 'late', 'late'])
  const letters = async (key = tenant.sk) => (await call('GET', '/v1/outbox', { key })).body.items
  const [letter, ...rest] = await until(letters, (sent) => sent.length > 0)
  expect([letter.subject, rest]).toEqual(['Danger? Understood after a call from somebody without a number', []])
  expect(letter.body.text).toContain('I smell gas.')
  const at = own.map(({ createdAt }: { createdAt: string }) => createdAt)
  expect([at[1], at[2]]).toEqual([saidAt, settled.createdAt])

  const other = await livelyCall(await enter(tenant), { recording: 'refused', noticeVersion })
  expect((await tell(token, other.id)).status, 'of another call').toBe(404)
  expect((await tell(other.token, other.id)).status, 'of a call that is not recorded').toBe(403)
})
