import { beforeAll, describe, expect, it } from 'vitest'
import { askFresh, call, createTenant, publish, teach, type TestTenant } from '../../test/foyer.ts'

const get = async (tenant: TestTenant) => (await call('GET', '/v1/onboarding', { key: tenant.sk })).body
const patch = (tenant: TestTenant, body: unknown, revision?: number) =>
  call('PATCH', '/v1/onboarding', {
    key: tenant.sk,
    body,
    headers: revision === undefined ? {} : { 'if-match': String(revision) },
  })

describe('setting up', () => {
  let tenant: TestTenant
  let other: TestTenant
  beforeAll(async () => {
    tenant = await createTenant()
    other = await createTenant()
  })

  it('begins with every step open, and goes on where it was left', async () => {
    expect(await get(tenant)).toMatchObject({ revision: 0, steps: { site: 'open', install: 'open' }, contacts: [] })
    const skipped = await patch(tenant, { steps: { site: 'skipped' }, website: '' }, 0)
    expect(skipped.body).toMatchObject({ revision: 1, steps: { site: 'skipped', facts: 'open' } })
    expect(await get(tenant)).toEqual(skipped.body)
    expect(await get(other)).toMatchObject({ revision: 0, steps: { site: 'open' } })
  })

  it('keeps two emergency contacts in their order, with numbers that can be dialled', async () => {
    const { revision } = await get(tenant)
    const contacts = [
      { name: 'Ana <b>Ruiz</b>', phone: '(505) 555-0147' },
      { name: 'Office', email: 'desk@shop.example' },
    ]
    const kept = await patch(tenant, { contacts }, revision)
    expect(kept.body.contacts).toMatchObject([
      { name: 'Ana <b>Ruiz</b>', phone: '+15055550147', email: '' },
      { name: 'Office', phone: '', email: 'desk@shop.example' },
    ])
    expect(kept.body.steps.contacts).toBe('done')
    const turned = await patch(tenant, { contacts: contacts.toReversed() }, revision + 1)
    expect(turned.body.contacts.map((contact: { name: string }) => contact.name)).toEqual(['Office', 'Ana <b>Ruiz</b>'])
    expect((await get(other)).contacts).toEqual([])
  })

  it.each([
    ['nobody can be reached by', { name: 'Ana' }, 'phone number or an e-mail'],
    ['is no telephone number', { name: 'Ana', phone: '12' }, 'not a telephone number'],
  ])('refuses a contact that %s, and keeps the others', async (_why, contact, words) => {
    const before = await get(tenant)
    const reply = await patch(tenant, { contacts: [contact] }, before.revision)
    expect(reply.status).toBe(422)
    expect(reply.body.error.message).toContain(words)
    expect(reply.body.error.details[0].path).toBe('contacts.0.phone')
    expect(await get(tenant)).toEqual(before)
  })

  it('overwrites nothing that somebody else changed meanwhile', async () => {
    const { revision } = await get(tenant)
    const both = await Promise.all([
      patch(tenant, { accent: '#2f6f4e' }, revision),
      patch(tenant, { accent: '#b43c28' }, revision),
    ])
    expect(both.map((reply) => reply.status).toSorted()).toEqual([200, 409])
    const won = both.find((reply) => reply.status === 200)
    expect(await get(tenant)).toEqual(won?.body)
    expect((await patch(tenant, { accent: '' })).status).toBe(400)
  })
})

describe('choosing a trade', () => {
  it('publishes its playbook with what is known of the business', async () => {
    const tenant = await createTenant({ name: 'Saltbush' })
    await call('POST', '/v1/facts', {
      key: tenant.sk,
      body: {
        add: [
          { locationId: tenant.locationId, kind: 'phones', value: { number: '(505) 555-0142', use: 'emergency' } },
          { locationId: tenant.locationId, kind: 'hours', value: { mon: [['08:00', '17:00']], sat: [] } },
        ],
      },
    })
    const chosen = await call('POST', '/v1/onboarding/trade', { key: tenant.sk, body: { trade: 'hvac' } })
    expect(chosen.body).toMatchObject({ number: 1, published: true, findings: [] })
    const draft = await call('GET', `/v1/assistants/${tenant.assistantId}/playbook`, { key: tenant.sk })
    expect(draft.body.playbook).toMatchObject({ name: 'Heating and cooling', emergency: { phone: '+15055550142' } })
    expect(draft.body.playbook.suggestions.en[0]).toBe('Are you open on Saturday?')
    const answer = await askFresh(tenant, 'could somebody come and look at my heater next week')
    expect(answer['message'].text).toContain('nothing is booked until the office confirms')
    expect(await get(tenant)).toMatchObject({ trade: 'hvac', steps: { trade: 'done', facts: 'done' } })
  }, 60_000)

  it('may be done again while nobody has touched it, but leaves a playbook of one’s own alone', async () => {
    const tenant = await createTenant()
    const choose = (trade: string, more = {}) =>
      call('POST', '/v1/onboarding/trade', { key: tenant.sk, body: { trade, ...more } })
    expect((await choose('dental')).status).toBe(201)
    expect((await choose('generic')).status).toBe(201)
    await publish(tenant, { name: 'My own', languages: ['en'] })
    const refused = await choose('hvac')
    expect(refused.status).toBe(409)
    expect(refused.body.error.message).toContain('Choose to replace it')
    const path = `/v1/assistants/${tenant.assistantId}/playbook`
    expect((await call('GET', path, { key: tenant.sk })).body.playbook.name).toBe('My own')
    expect((await choose('hvac', { replace: true })).status).toBe(201)
  }, 60_000)

  it('knows what it offers, and says of health data what must be known', async () => {
    const tenant = await createTenant()
    const trades = (await call('GET', '/v1/trades', { key: tenant.sk })).body.items
    expect(trades.map((trade: { id: string }) => trade.id)).toEqual([
      'hvac',
      'plumbing-electrical',
      'dental',
      'generic',
    ])
    expect(trades[2].notice.en).toContain('HIPAA')
    const yaml = await call('GET', '/v1/trades/dental', { key: tenant.sk, headers: { accept: 'application/yaml' } })
    expect(yaml.body).toContain('knocked-out-tooth')
    expect((await call('POST', '/v1/onboarding/trade', { key: tenant.sk, body: { trade: 'circus' } })).status).toBe(404)
  })
})

describe('the way onto the site', () => {
  it('mails the developer the line of code with the steps of what the site was built with', async () => {
    const tenant = await createTenant({ name: 'Saltbush\r\nBcc: all@shop.example', notifyEmail: 'desk@shop.example' })
    const other = await createTenant()
    const mail = (key: string) =>
      call('POST', '/v1/onboarding/developer-mail', {
        key: tenant.sk,
        body: { to: 'dev@studio.example', lang: 'es', builder: 'wordpress', key },
      })
    expect((await mail(tenant.pk)).status).toBe(204)
    const [sent] = (await call('GET', '/v1/outbox', { key: tenant.sk })).body.items
    expect(sent).toMatchObject({ recipient: 'dev@studio.example' })
    expect(sent.subject).not.toMatch(/[\r\n]/)
    expect(sent.body.text).toContain(`data-key="${tenant.pk}"`)
    expect(sent.body.text).toContain('WPCode')
    expect((await mail(other.pk)).status).toBe(422)
  })

  it('suggests questions that what was taught can answer, in the language asked for', async () => {
    const tenant = await createTenant()
    await teach(tenant, 'Prices', 'A tune-up costs $89. Call us at (505) 555-0142.')
    const ask = async (lang: string) =>
      (await call('GET', `/v1/onboarding/questions?lang=${lang}`, { key: tenant.sk })).body.items
    expect(await ask('en')).toContain('What is your phone number?')
    expect(await ask('ar')).toContain('ما رقم هاتفكم؟')
  })

  it('says plainly when a page cannot be read', async () => {
    const tenant = await createTenant()
    const check = await call('POST', '/v1/onboarding/site-check', {
      key: tenant.sk,
      body: { url: 'http://10.0.0.1/' },
    })
    expect(check.status).toBe(422)
    expect(check.body.error.message).toMatch(/^We couldn't read http:\/\/10\.0\.0\.1\/: /)
  })
})
