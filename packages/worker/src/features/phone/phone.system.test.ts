import { describe, expect, it } from 'vitest'
import { call, createTenant } from '../../test/foyer.ts'
import { own } from '../../test/members.ts'
import { testNumber, withNumber } from '../../test/phoning.ts'

const login = { username: 'desk', password: 'a long password' }
const auditOf = async (key: string) =>
  (await call('GET', '/v1/audit', { key })).body.items.map(({ action }: { action: string }) => action)

describe('a trunk', () => {
  it('is kept with its password sealed, and never shows it again', async () => {
    const { sk } = await createTenant()
    const made = await call('POST', '/v1/trunks', { key: sk, body: { name: 'Carrier', login } })
    expect(made.body).toMatchObject({ mode: 'test', username: 'desk', addresses: [], numbers: [] })
    for (const path of ['/v1/trunks', `/v1/trunks/${made.body.id}`, '/v1/outbox', '/v1/audit'])
      expect(JSON.stringify((await call('GET', path, { key: sk })).body)).not.toContain(login.password)
  })

  it('that would let anybody in is refused', async () => {
    const { sk } = await createTenant()
    const reply = await call('POST', '/v1/trunks', { key: sk, body: { name: 'Open' } })
    expect(reply.status).toBe(422)
    expect(reply.body.error.details).toContainEqual(expect.objectContaining({ path: 'addresses' }))
  })

  it('stands at the gateway while it has a number, and goes only when it has none', async () => {
    const tenant = await createTenant()
    const { trunkId, numberId, phoneNumber } = await withNumber(tenant)
    const shown = async () =>
      (await call('GET', '/v1/outbox', { key: tenant.sk })).body.items.map((item: { subject: string }) => item.subject)
    expect(await shown()).toEqual(['A phone trunk would have been set up.'])
    expect((await call('GET', `/v1/trunks/${trunkId}`, { key: tenant.sk })).body.numbers).toEqual([phoneNumber])
    expect((await call('DELETE', `/v1/trunks/${trunkId}`, { key: tenant.sk })).body.error.code).toBe('in_use')
    const checked = await call('POST', `/v1/trunks/${trunkId}/check`, { key: tenant.sk })
    expect(checked.body).toEqual({ mended: [] })
    expect((await call('DELETE', `/v1/phone-numbers/${numberId}`, { key: tenant.sk })).status).toBe(204)
    expect(await shown()).toContain('A phone trunk would have been taken away.')
    expect((await call('DELETE', `/v1/trunks/${trunkId}`, { key: tenant.sk })).status).toBe(204)
  })
})

describe('a number', () => {
  it('has one owner of all tenants, and is free for others once it is released', async () => {
    const [one, other] = [await createTenant(), await createTenant()]
    const { phoneNumber: number, numberId } = await withNumber(one)
    const trunk = await call('POST', '/v1/trunks', { key: other.sk, body: { name: 'Theirs', login } })
    const take = () => call('POST', '/v1/phone-numbers', { key: other.sk, body: { number, trunkId: trunk.body.id } })
    expect((await take()).body.error).toMatchObject({ code: 'taken', message: expect.stringContaining(number) })
    expect(await auditOf(other.sk), 'nothing is said to have been added').not.toContain('number.added')
    await call('DELETE', `/v1/phone-numbers/${numberId}`, { key: one.sk })
    expect((await take()).status).toBe(201)
  })

  it('of two that are added at once is added once', async () => {
    const [one, other] = [await createTenant(), await createTenant()]
    const number = testNumber()
    const add = async ({ sk }: { sk: string }) => {
      const trunk = await call('POST', '/v1/trunks', { key: sk, body: { name: 'Carrier', login } })
      return call('POST', '/v1/phone-numbers', { key: sk, body: { number, trunkId: trunk.body.id } })
    }
    const replies = await Promise.all([add(one), add(other)])
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
  })

  it('cannot be hung on another tenant’s trunk, assistant or location', async () => {
    const [one, other] = [await createTenant(), await createTenant()]
    const theirs = await withNumber(other)
    const own = await withNumber(one)
    const add = (body: object) =>
      call('POST', '/v1/phone-numbers', { key: one.sk, body: { number: testNumber(), ...body } })
    expect((await add({ trunkId: theirs.trunkId })).status).toBe(404)
    expect((await add({ trunkId: own.trunkId, assistantId: other.assistantId })).status).toBe(404)
    expect((await add({ trunkId: own.trunkId, locationId: other.locationId })).status).toBe(404)
    const change = await call('PATCH', `/v1/phone-numbers/${own.numberId}`, {
      key: one.sk,
      body: { assistantId: other.assistantId },
    })
    expect(change.status).toBe(404)
    const rules = [{ when: {}, to: 'assistant', assistantId: other.assistantId }]
    expect((await add({ trunkId: own.trunkId, rules })).status).toBe(404)
  })

  it('is answered by the first assistant at every hour, until that is changed', async () => {
    const tenant = await createTenant()
    const { numberId, phoneNumber } = await withNumber(tenant)
    const path = `/v1/phone-numbers/${numberId}`
    expect((await call('GET', path, { key: tenant.sk })).body).toMatchObject({
      number: phoneNumber,
      assistantId: tenant.assistantId,
      locationId: tenant.locationId,
      answers: 'always',
      anonymous: 'answer',
    })
    const rules = [{ when: { days: ['sat'], between: ['09:00', '12:00'] }, to: 'message' }]
    const body = { answers: 'after_hours', blocked: ['+1900*'], rules }
    expect((await call('PATCH', path, { key: tenant.sk, body })).body).toMatchObject(body)
    expect((await call('PATCH', path, { key: tenant.sk, body: { blocked: ['505'] } })).status).toBe(422)
  })
})

describe('an examination of the phone', () => {
  const examine = async (key: string) => (await call('POST', '/v1/phone/examinations', { key })).body

  it('says what is broken and what to do, of this tenant alone', async () => {
    const [one, other] = [await createTenant(), await createTenant()]
    const bare = await examine(one.sk)
    expect(bare).toMatchObject({ mode: 'test', sipAddress: 'sip.desk.example' })
    const missing = { code: 'number_missing', state: 'broken', id: '', next: expect.stringMatching(/^Buy/) }
    expect(bare.findings).toContainEqual(expect.objectContaining(missing))
    const line = await withNumber(other)
    await call('PATCH', `/v1/phone-numbers/${line.numberId}`, { key: other.sk, body: { answers: 'off' } })
    const { findings } = await examine(other.sk)
    const of = (check: string) => findings.filter((each: { check: string }) => each.check === check)
    const number = { id: line.numberId, subject: line.phoneNumber, state: 'look' }
    expect(of('gateway')).toMatchObject([{ code: 'gateway_answers', state: 'well' }])
    expect(of('clock')).toMatchObject([{ code: 'clocks_agree', what: expect.stringMatching(/differ by \d+\.\d s/) }])
    expect(of('trunk')).toMatchObject([{ code: 'trunk_stands', id: line.trunkId, subject: 'Carrier' }])
    expect(of('number')).toMatchObject([{ ...number, code: 'number_off' }])
    const { body: ana } = await call('POST', '/v1/people', {
      key: other.sk,
      body: { name: 'Ana', number: '+15055550147' },
    })
    const change = (body: object) => call('PATCH', `/v1/phone-numbers/${line.numberId}`, { key: other.sk, body })
    await change({ answers: 'always', reach: ana.id })
    expect((await examine(other.sk)).findings.at(-1)).toMatchObject({
      ...number,
      id: line.trunkId,
      code: 'number_rings_nobody',
    })
    await change({ reach: '' })
    expect((await examine(other.sk)).findings.at(-1)).toMatchObject({ ...number, code: 'number_alone' })
    await change({ ownPhone: '+15055550149' })
    expect((await examine(other.sk)).findings.at(-1)).toMatchObject({ code: 'number_answers', state: 'well' })
    expect((await examine(one.sk)).findings).not.toContainEqual(expect.objectContaining({ check: 'trunk' }))
  })

  it('rings a number over its own carrier where that is live, and says what came of it', async () => {
    const tenant = await own('Doctor', { mode: 'live' })
    const number = (ending: string) => `${testNumber().slice(0, -3)}${ending}`
    const line = await withNumber(tenant, { number: number('111') })
    const out = { address: 'sip.carrier.example' }
    const tried = async (numberId: string) =>
      (await call('POST', `/v1/phone-numbers/${numberId}/test-calls`, { key: tenant.sk })).body
    expect((await tried(line.numberId)).error.message).toContain('no way out')
    await call('PATCH', `/v1/trunks/${line.trunkId}`, { key: tenant.sk, body: { out } })
    expect(await tried(line.numberId)).toEqual({ result: 'answered', tookMs: expect.any(Number) })
    const second = { number: number('486'), trunkId: line.trunkId }
    const busy = await call('POST', '/v1/phone-numbers', { key: tenant.sk, body: second })
    expect(await tried(busy.body.id)).toMatchObject({ result: 'busy' })
  })

  it('rings nobody in test mode', async () => {
    const tenant = await createTenant()
    const { numberId } = await withNumber(tenant)
    const tried = await call('POST', `/v1/phone-numbers/${numberId}/test-calls`, { key: tenant.sk })
    expect(tried.body.error).toMatchObject({
      code: 'unprocessable',
      message: expect.stringContaining('Nobody was rung'),
    })
  })
})

describe('a call by a microphone instead of a phone', () => {
  const simulate = (key: string, numberId: string, from: string) =>
    call('POST', `/v1/phone-numbers/${numberId}/simulated-calls`, { key, body: { from } })

  it('lets a member in as a caller of that number, whose line is signed, and nobody of another tenant', async () => {
    const [one, other] = [await createTenant(), await createTenant()]
    const line = await withNumber(one)
    const { body } = await simulate(one.sk, line.numberId, '+15055550177')
    expect(body).toMatchObject({ url: expect.stringMatching(/^ws/), ringMs: 8000 })
    const claims = JSON.parse(atob(body.token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')))
    expect(claims).toMatchObject({
      video: { room: expect.stringMatching(/^call-_\+15055550177_/), canUpdateOwnMetadata: false },
      attributes: { 'sip.trunkID': `test-foyer ${line.trunkId}`, 'sip.trunkPhoneNumber': line.phoneNumber },
    })
    expect((await simulate(other.sk, line.numberId, '')).status).toBe(404)
  })
})
