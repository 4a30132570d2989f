import { beforeAll, describe, expect, it } from 'vitest'
import { call, createTenant, enter, newMessageId, publish, type TestTenant, until } from '../../test/foyer.ts'

describe('a message for the business', () => {
  let tenant: TestTenant
  let other: TestTenant
  beforeAll(async () => {
    tenant = await createTenant({ notifyEmail: 'desk@shop.example' })
    other = await createTenant()
  })

  const leave = (visitor: { token: string; conversationId: string }, more: Record<string, unknown> = {}) =>
    call('POST', `/v1/conversations/${visitor.conversationId}/leads`, {
      key: visitor.token,
      body: {
        messageId: newMessageId(),
        name: 'A visitor',
        phone: '(505) 555-0147',
        text: 'Please call me about a quote.',
        ...more,
      },
    })
  const mails = async (of: TestTenant) => (await call('GET', '/v1/outbox', { key: of.sk })).body.items

  it('is stored, and shown in the outbox as the mail the owner would get', async () => {
    const left = await leave(await enter(tenant))
    expect(left.status).toBe(201)
    expect(left.body).toMatchObject({ phone: '+15055550147', name: 'A visitor' })
    const [mail] = await until(
      () => mails(tenant),
      (items) => items.length > 0,
    )
    expect(mail).toMatchObject({ recipient: 'desk@shop.example', subject: 'Message from A visitor' })
    expect(mail.body.text).toContain('Please call me about a quote.')
    expect(mail.body.text).toContain('(505) 555-0147')
    expect(await mails(other)).toEqual([])
    expect((await call('GET', '/v1/leads', { key: tenant.sk })).body.items).toHaveLength(1)
    expect((await call('GET', '/v1/leads', { key: other.sk })).body.items).toEqual([])
  })

  it('is left once, however often it is sent', async () => {
    const visitor = await enter(other)
    const body = { messageId: newMessageId() }
    const replies = [await leave(visitor, body), await leave(visitor, body)]
    expect(replies[1]?.body).toEqual(replies[0]?.body)
    await until(
      () => mails(other),
      (items) => items.length > 0,
    )
    expect((await call('GET', '/v1/leads', { key: other.sk })).body.items).toHaveLength(1)
  })

  it.each([
    ['no way to answer', { phone: '', email: '' }, 'phone number or an e-mail'],
    ['no phone number', { phone: '12' }, 'phone number'],
    ['no e-mail address', { phone: '', email: 'me at home' }, 'e-mail address'],
    ['no name', { name: '  ' }, 'name'],
    ['no words', { text: '' }, 'about'],
  ])('is refused with %s, and says so', async (_what, more, words) => {
    const reply = await leave(await enter(tenant), more)
    expect(reply.status).toBe(422)
    expect(reply.body.error.message).toContain(words)
    expect(reply.body.error.details[0].path).toMatch(/\w/)
  })

  it('keeps what was written out of the mail where the playbook says so', async () => {
    const practice = await createTenant({ notifyEmail: 'desk@practice.example' })
    await publish(practice, { name: 'Practice', languages: ['en'], messages: { detailsInMail: false } })
    await leave(await enter(practice), { text: 'It hurts since Tuesday.' })
    const [mail] = await until(
      () => mails(practice),
      (items) => items.length > 0,
    )
    expect(mail.body.text).toContain('(505) 555-0147')
    expect(mail.body.text).not.toContain('Tuesday')
    expect((await call('GET', '/v1/leads', { key: practice.sk })).body.items[0].text).toBe('It hurts since Tuesday.')
  })

  it('cannot put another line into the mail’s head', async () => {
    const third = await createTenant({ notifyEmail: 'desk@shop.example' })
    await leave(await enter(third), { name: 'Eve\r\nBcc: all@shop.example' })
    const [mail] = await until(
      () => mails(third),
      (items) => items.length > 0,
    )
    expect(mail.subject).not.toMatch(/[\r\n]/)
  })
})
