import { beforeAll, describe, expect, it } from 'vitest'
import { testPlatform } from '../../../../local/src/test/provided.ts'
import { type Scope, scopesOf, scopesOfRole } from '../../core/scopes.ts'
import { heldCall, withVoice } from '../calling.ts'
import { ask, call, enter, newMessageId, operatorKey, teach } from '../foyer.ts'
import { type AtWork, own, type OwnTenant } from '../members.ts'
import { withNumber } from '../phoning.ts'
import { bodies, playbook, tool } from './example-bodies.ts'
import { document, operations } from './operations.ts'

/** What a visitor may do: such an operation is refused to the operator, and shows no other visitor’s. */
const ofVisitors = new Set(['visitor:enter', 'visitor:talk', 'conversation:read', 'trace:read', 'turn:take'])

describe('every operation of openapi.json', () => {
  let one: OwnTenant
  let other: OwnTenant
  let visitor: Awaited<ReturnType<typeof enter>>
  let otherCall: Awaited<ReturnType<typeof heldCall>>
  /** Ids that belong to `one`; `other` must not find them. */
  let ids: Record<string, string>

  beforeAll(async () => {
    one = await own('One')
    other = await own('Other')
    visitor = await enter(one)
    const { turnId } = await ask(visitor.token, visitor.conversationId, 'hello')
    const left = await call('POST', `/v1/conversations/${visitor.conversationId}/leads`, {
      key: visitor.token,
      body: { messageId: newMessageId(), name: 'Ana', phone: '505 555 0142', text: 'Call me.' },
    })
    const { sourceId } = await teach(one, 'Prices', 'A tune-up costs $89.')
    await withVoice(other)
    otherCall = await heldCall(await enter(other))
    const keys = await call('GET', '/v1/keys', { key: one.sk })
    const path = `/v1/assistants/${one.assistantId}/playbook`
    await call('PUT', path, { key: one.sk, body: playbook, headers: { 'if-match': '0' } })
    await call('POST', `${path}/publish`, { key: one.sk, body: {} })
    await withVoice(one)
    const held = await heldCall(await enter(one))
    const pages = await call('GET', `/v1/sources/${sourceId}/pages`, { key: one.sk })
    const question = await call('POST', '/v1/questions', {
      key: one.sk,
      body: { phrasings: ['How?'], answer: 'So.' },
    })
    const made = await call('POST', '/v1/tools', { key: one.sk, body: { ...tool, name: 'first' } })
    const line = await withNumber(one)
    const person = await call('POST', '/v1/people', { key: one.sk, body: { name: 'Ana', number: '+15055550147' } })
    const group = await call('POST', '/v1/ring-groups', {
      key: one.sk,
      body: { name: 'Desk', order: 'in_order', people: [person.body.id] },
    })
    const member = await one.call('GET', '/v1/members')
    const invitation = await one.call('POST', '/v1/invitations', { email: 'invited@mail.example', role: 'viewer' })
    const session = await one.person.call('GET', '/v1/me/sessions')
    ids = {
      leadId: left.body.id,
      questionId: question.body.id,
      documentId: pages.body.items[0]?.documentId ?? '',
      tenantId: one.id,
      locationId: one.locationId,
      kind: 'model',
      memberId: member.body.items[0].id,
      invitationId: invitation.body.id,
      sessionId: session.body.items[0].id,
      keyId: keys.body.items[0].id,
      assistantId: one.assistantId,
      number: '1',
      sourceId,
      versionId: pages.body.items[0]?.versionId ?? '',
      conversationId: visitor.conversationId,
      visitorId: visitor.visitorId,
      turnId,
      callId: held.id,
      part: '0',
      toolId: made.body.id,
      ...line,
      personId: person.body.id,
      ringGroupId: group.body.id,
    }
  })

  const fill = (path: string) => path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? `missing-${name}`)
  const send = (op: (typeof operations)[number], key?: string) => {
    const body = bodies[op.operationId]?.()
    const query = op.operationId === 'uploadFile' ? '?name=x.txt' : ''
    return call(op.method, fill(op.path) + query, {
      ...(key === undefined ? {} : { key }),
      ...(body === undefined ? (op.operationId === 'uploadFile' ? { raw: 'text' } : {}) : { body }),
      headers: /^(putPlaybook|putLook|changeSource|changeQuestion)$/.test(op.operationId) ? { 'if-match': '1' } : {},
    })
  }

  /** What no key may do, only a person who is signed in. */
  const isForPersons = ({ scope }: (typeof operations)[number]) =>
    scope === 'me' || (scopesOfRole.owner.has(scope as Scope) && !scopesOf.secretKey.has(scope as Scope))
  const sendAs = (who: AtWork, op: (typeof operations)[number], path = fill(op.path)) =>
    who.call(op.method, path, bodies[op.operationId]?.(), op.operationId === 'putPlaybook' ? { 'if-match': '1' } : {})

  it('is known to these laws: whoever writes must have an example body', () => {
    const without = operations.filter(
      (op) => ['POST', 'PUT', 'PATCH'].includes(op.method) && !(op.operationId in bodies),
    )
    expect(without.map((op) => op.operationId)).toEqual([])
    expect(operations.length).toBeGreaterThan(35)
  })

  it.each(operations.filter((op) => op.scope !== 'public'))('$operationId refuses no credential', async (op) => {
    expect((await send(op)).status).toBe(401)
  })

  it.each(operations.filter((op) => op.scope !== 'public'))(
    '$operationId refuses a credential nobody has',
    async (op) => {
      expect((await send(op, 'sk_test_nobodyhasthiskeyatall000')).status).toBe(401)
      expect((await send(op, 'aaaa.bbbb.cccc')).status).toBe(401)
    },
  )

  it.each(operations.filter((op) => op.scope !== 'public'))('$operationId refuses the wrong scope', async (op) => {
    const wrong =
      op.scope.startsWith('platform') || op.scope === 'me'
        ? one.sk
        : ofVisitors.has(op.scope)
          ? operatorKey()
          : visitor.token
    const reply = await send(op, wrong)
    expect(reply.status).toBe(403)
    expect(reply.body.error.code).toBe('forbidden')
  })

  it.each(operations.filter((op) => op.path.includes('{') && !/^public|^platform/.test(op.scope)))(
    '$operationId does not know another tenant’s id',
    async (op) => {
      const reply = await (isForPersons(op)
        ? sendAs(other, op)
        : send(op, op.scope === 'call:hold' ? otherCall.token : other.sk))
      expect(reply.status).toBe(404)
      expect(reply.body.error.code).toBe('not_found')
    },
  )

  it('and a visitor does not know another visitor’s conversation', async () => {
    const stranger = await enter(one)
    for (const op of operations.filter(
      (each) => each.path.includes('{conversationId}') && ofVisitors.has(each.scope),
    )) {
      expect((await send(op, stranger.token)).status, op.operationId).toBe(404)
    }
    expect((await call('GET', `/v1/turns/${ids['turnId']}/trace`, { key: stranger.token })).status).toBe(404)
  })

  it('and answers with one shape of error that names the request', async () => {
    const reply = await call('GET', '/v1/keys')
    expect(reply.body.error).toMatchObject({
      code: 'unauthenticated',
      requestId: reply.headers.get('x-request-id'),
      docs: expect.stringContaining('#unauthenticated'),
    })
    expect(reply.body.error.message).toMatch(/Authorization/)
  })

  it('and serves exactly the committed document', async () => {
    const served = await (await fetch(new URL('/openapi.json', testPlatform().apiUrl))).json()
    expect(served).toEqual(document)
  })
})
