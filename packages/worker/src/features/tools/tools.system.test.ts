import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, call, createTenant, teach, type TestTenant } from '../../test/foyer.ts'
import { type ScriptedModel, startPlatformWithModel } from '../../test/model-platform.ts'
import { stream } from '../../test/scripted-model.ts'

const booking = {
  name: 'book_lesson',
  description: 'Books a rowing lesson.',
  method: 'POST',
  url: 'https://api.example/lessons',
  auth: { header: 'Authorization', value: 'Bearer lesson-secret-1' },
  arguments: {
    type: 'object',
    properties: {
      name: { type: 'string', description: 'your name' },
      people: { type: 'integer', minimum: 1, maximum: 8 },
      level: { type: 'string', enum: ['beginner', 'advanced'] },
    },
    required: ['name'],
  },
  ask: {
    en: 'Shall I book a lesson for {name}?',
    es: '¿Reservo una clase para {name}?',
    ar: 'هل أحجز درساً باسم {name}؟',
  },
  say: { en: 'It is booked, reference {ref}.' },
  example: { ref: 'L-77', note: 'Bring shoes.' },
}

describe('a tool of the business', () => {
  let model: ScriptedModel
  let stop: () => Promise<void>
  let tenant: TestTenant
  let other: TestTenant
  let toolId: string

  beforeAll(async () => {
    ;({ model, stop } = await startPlatformWithModel())
    tenant = await createTenant()
    other = await createTenant()
    await teach(tenant, 'Lessons', 'A rowing lesson costs $42.')
    const made = await call('POST', '/v1/tools', { key: tenant.sk, body: booking })
    expect(made.status).toBe(201)
    toolId = made.body.id
  }, 120_000)
  afterAll(() => stop())

  const wants = (given: Record<string, unknown>, name = 'book_lesson') =>
    model.plays((_asked, response) => stream(response, [`${JSON.stringify({ tool: name, arguments: given })}\n`]))
  const begin = async () => (await call('POST', '/v1/conversations', { key: tenant.sk, body: {} })).body.id as string
  const uses = async () => (await call('GET', '/v1/tool-uses', { key: tenant.sk })).body.items
  const sent = async () =>
    (await call('GET', '/v1/outbox', { key: tenant.sk })).body.items.filter(
      (item: { kind: string }) => item.kind === 'tool',
    )

  it('is described to the model, without its address and secret; the secret is shown to nobody', async () => {
    wants({ name: 'Ann' })
    await ask(tenant.sk, await begin(), 'Please book me a lesson, I am Ann')
    const prompt = JSON.stringify(model.asked[0]?.messages)
    expect(prompt).toContain('book_lesson')
    expect(prompt).not.toMatch(/api\.example|lesson-secret/)
    const shown = await call('GET', `/v1/tools/${toolId}`, { key: tenant.sk })
    expect(shown.body).toMatchObject({ authHeader: 'Authorization', name: 'book_lesson' })
    expect(JSON.stringify(shown.body)).not.toContain('lesson-secret')
  })

  it.each([
    ['Please book me a lesson, I am Ann', 'Shall I book a lesson for Ann?', 'yes please'],
    ['Quiero reservar una clase, soy Ann', '¿Reservo una clase para Ann?', 'sí, por favor'],
    ['أريد حجز درس، اسمي Ann', 'هل أحجز درساً باسم Ann؟', 'نعم'],
  ])('asks before it acts, and acts once when the visitor agrees: %s', async (wish, question, consent) => {
    wants({ name: 'Ann' })
    const before = (await sent()).length
    const conversation = await begin()
    const asked = await ask(tenant.sk, conversation, wish)
    expect(asked).toMatchObject({ kind: 'confirm', message: { text: question } })
    expect(await sent()).toHaveLength(before)
    const done = await ask(tenant.sk, conversation, consent)
    expect(done['message'].text).toContain('It is booked, reference L-77.')
    const [use] = await uses()
    expect(use).toMatchObject({ toolId, state: 'dry', arguments: { name: 'Ann' } })
    const [evidence] = done['message'].sentences.at(-1).evidence
    expect(evidence).toMatchObject({ kind: 'tool', callId: use.id, text: 'ref: L-77' })
    expect(use.result.slice(evidence.start, evidence.end)).toBe('ref: L-77')
    const [item, ...rest] = await sent()
    expect(rest).toHaveLength(before)
    expect(item).toMatchObject({ recipient: 'https://api.example/lessons', subject: 'POST book_lesson' })
    expect(JSON.stringify(item)).not.toContain('lesson-secret')
    const audit = (await call('GET', '/v1/audit?limit=200', { key: tenant.sk })).body.items
    expect(audit.filter((row: { details: { callId?: string } }) => row.details.callId === use.id)).toHaveLength(1)
    expect((await call('POST', `/v1/turns/${done['turnId']}/replay`, { key: tenant.sk, body: {} })).body).toMatchObject(
      {
        verdict: 'identical',
      },
    )
    await ask(tenant.sk, conversation, consent)
    expect(await sent()).toHaveLength(before + 1)
  })

  it.each([
    ['no', 'declined', 'All right, I have left it.'],
    ['yes, but how much is a lesson?', 'dropped', null],
  ])('does nothing when the visitor says “%s”', async (reply, state, words) => {
    wants({ name: 'Ann' })
    const before = (await sent()).length
    const conversation = await begin()
    await ask(tenant.sk, conversation, 'Please book me a lesson, I am Ann')
    model.plays((_asked, response) => stream(response, ['{"unknown": true}']))
    const left = await ask(tenant.sk, conversation, reply)
    if (words !== null) expect(left['message'].text).toBe(words)
    expect((await uses())[0].state).toBe(state)
    await ask(tenant.sk, conversation, 'yes')
    expect(await sent()).toHaveLength(before)
  })

  it('asks for what is missing, once', async () => {
    wants({})
    const conversation = await begin()
    expect(await ask(tenant.sk, conversation, 'Book me a lesson please')).toMatchObject({
      kind: 'clarify',
      message: { text: 'For that I still need from you: your name.' },
    })
    wants({ name: 'Bo' })
    expect(await ask(tenant.sk, conversation, 'My name is Bo')).toMatchObject({ kind: 'confirm' })
  })

  it.each([
    ['an argument the visitor never said', { name: 'Mallory' }],
    ['a number the visitor never said', { name: 'Ann', people: 8 }],
    ['an argument that is not described', { name: 'Ann', refund: 1000 }],
    ['a choice the owner does not offer', { name: 'Ann', level: 'free' }],
  ])('is not used with %s', async (_what, given) => {
    wants(given)
    const before = (await uses()).length
    const reply = await ask(tenant.sk, await begin(), 'Please book me a lesson, I am Ann')
    expect(reply['kind']).not.toBe('confirm')
    expect(await uses()).toHaveLength(before)
    const trace = (await call('GET', `/v1/turns/${reply['turnId']}/trace`, { key: tenant.sk })).body
    expect(trace.rejected.at(-1).text).toContain('book_lesson')
  })

  it('is not used when it is not there, or another tenant’s', async () => {
    wants({ name: 'Ann' }, 'refund_everything')
    expect((await ask(tenant.sk, await begin(), 'I am Ann, refund me'))['kind']).not.toBe('confirm')
    await teach(other, 'Lessons', 'A rowing lesson costs $42.')
    wants({ name: 'Ann' })
    const { body } = await call('POST', '/v1/conversations', { key: other.sk, body: {} })
    expect((await ask(other.sk, body.id, 'Please book me a rowing lesson, I am Ann'))['kind']).not.toBe('confirm')
    expect((await call('GET', '/v1/tool-uses', { key: other.sk })).body.items).toEqual([])
  })

  it('refuses what could not be right: POST without asking, a second of the same name', async () => {
    const silent = await call('POST', '/v1/tools', {
      key: tenant.sk,
      body: { ...booking, name: 'other', confirm: 'never' },
    })
    expect(silent.status).toBe(422)
    expect((await call('POST', '/v1/tools', { key: tenant.sk, body: booking })).status).toBe(409)
    const { auth: _kept, ...rest } = booking
    const put = await call('PUT', `/v1/tools/${toolId}`, { key: tenant.sk, body: { ...rest, description: 'New.' } })
    expect(put.body).toMatchObject({ description: 'New.', authHeader: 'Authorization' })
  })

  it('that is removed is used no more, also when it was asked about', async () => {
    wants({ name: 'Ann' })
    const conversation = await begin()
    await ask(tenant.sk, conversation, 'Please book me a lesson, I am Ann')
    expect((await call('DELETE', `/v1/tools/${toolId}`, { key: tenant.sk })).status).toBe(204)
    const before = (await sent()).length
    await ask(tenant.sk, conversation, 'yes')
    expect(await sent()).toHaveLength(before)
  })
})
