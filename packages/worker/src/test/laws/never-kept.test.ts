import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { neon, neonConfig } from '@neondatabase/serverless'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { goodKeys } from '../../../../local/src/test/scripted-services.ts'
import { testPlatform } from '../../../../local/src/test/provided.ts'
import { claimCall, livelyCall, withVoice } from '../calling.ts'
import { ask, call, enter, newMessageId, teach } from '../foyer.ts'
import { own, type OwnTenant } from '../members.ts'
import { ring, withNumber } from '../phoning.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

// The schemes' own numbers for tests: one a way, so that what is found says where it came in.
const cards = {
  typed: '5454545454545454',
  asked: '4012888888881881',
  spoken: '378282246310005',
  keyed: '6011000990139424',
  split: '5105105105105100',
  left: '4222222222222220',
  opening: '3530111333300000',
}
const grouped = (digits: string) => digits.replace(/.{4}(?=.)/g, '$& ')
const words = 'zero one two three four five six seven eight nine'.split(' ')
const spoken = (digits: string) => [...digits].map((digit) => words[Number(digit)]).join(' ')
const arabic = (digits: string) => digits.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))

/** How it may be written; half of it is too much. Eight bare digits may stand in an id, so there are twelve. */
const forms = (digits: string) => [
  digits.slice(0, 12),
  grouped(digits).slice(0, 9),
  grouped(digits).slice(0, 9).replace(' ', '-'),
  spoken(digits.slice(0, 8)),
  arabic(digits).slice(0, 8),
]

/** Every row of every table, whoever's it is. */
async function rows(tenantIds: readonly string[]): Promise<string> {
  neonConfig.fetchEndpoint = testPlatform().gatewayUrl
  const app = neon(testPlatform().databaseUrl)
  const named = await app.query(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_table_privilege(c.oid, 'select')`,
  )
  const tables = named.map((row) => String(row['name']))
  expect(tables.length).toBeGreaterThan(20)
  const all = await Promise.all(
    tenantIds.map((id) =>
      app.transaction([
        app.query(`select set_config('app.tenant_id', $1, true), set_config('app.mode', 'test', true)`, [id]),
        ...tables.map((table) => app.query(`select t.*, t::text as whole from ${table} t`)),
      ]),
    ),
  )
  return JSON.stringify(all)
}

/** Every file that the platform writes: the embedded database with its log, logs, the objects' own storage, recordings. */
function files(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
    .filter((path) => !/\.(?:js|map|wasm)$/.test(path))
    .map(textOf)
    .join('\n')
}

/** One that went meanwhile, as an object that falls asleep takes its shared memory along, keeps nothing. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

describe('a card’s number', () => {
  let desk: OwnTenant
  let beside: OwnTenant
  const replies: unknown[] = []

  beforeAll(async () => {
    desk = await own('Saltbush')
    beside = await own('Juniper')
    for (const tenant of [desk, beside]) {
      const key = {
        baseUrl: `${testPlatform().servicesUrl}/v1/`,
        model: 'small',
        key: goodKeys.model,
        priceIn: 1,
        priceOut: 4,
      }
      expect((await tenant.call('PUT', '/v1/connections/model', key)).status).toBe(200)
      await withVoice(tenant, { languages: ['en', 'es', 'ar'] })
      await teach(tenant, 'Lessons', 'A rowing lesson for beginners takes ninety minutes and costs $42.')
    }
  })

  it('that was typed, spoken, keyed, told in pieces or left in a message stands nowhere afterwards', async () => {
    const chat = await enter(desk)
    const say = async (text: string) => {
      const reply = await ask(chat.token, chat.conversationId, text)
      replies.push(reply)
      return reply['message'].text as string
    }
    expect(await say(`My card is ${grouped(cards.typed)}, exp 11/29 CVV 7391, call me at 505 555 0142`)).toContain(
      'I have not taken that number down',
    )
    await say(`Tell me about rowing lessons, I pay with ${arabic(cards.asked)}`)
    await say(grouped(cards.split).slice(0, 9))
    expect(await say(grouped(cards.split).slice(10))).toContain('I have not taken that number down')
    await say('Tell me about a rowing lesson for beginners')

    const talker = await enter(desk)
    const held = await livelyCall(talker)
    const tell = (text: string, via: string) => ask(held.token, talker.conversationId, text, { via })
    await tell('can you take a message', 'voice')
    await tell('Ana Gil', 'voice')
    const refused = await tell(spoken(cards.spoken), 'voice')
    expect(refused['message'].text).toContain('I have not taken that number down')
    await tell(cards.keyed, 'keys')
    for (const text of ['505 555 0142', 'yes']) await tell(text, 'voice')
    await tell(`please charge ${spoken(cards.spoken)}`, 'voice')
    await tell('please call me about the boiler', 'voice')

    const line = await withNumber(desk)
    const { token: key, call: made } = (await claimCall(await ring(line))).body
    const said = { said: `yes, ${spoken(cards.opening)}`, via: 'voice' }
    replies.push((await call('POST', `/v1/calls/${made.id}/opening`, { key, body: said })).body)

    const left = await call('POST', `/v1/conversations/${chat.conversationId}/leads`, {
      key: chat.token,
      headers: { 'idempotency-key': newMessageId() },
      body: {
        messageId: newMessageId(),
        name: `Ana ${cards.left}`,
        phone: '505 555 0142',
        text: `Charge ${cards.left}`,
      },
    })
    expect(left.body).toMatchObject({ name: 'Ana •••• 2220', text: 'Charge •••• 2220', phone: '+15055550142' })
    const rating = { thumb: 'down', reason: `I was asked for ${cards.left}` }
    await call('POST', `/v1/conversations/${chat.conversationId}/ratings`, { key: chat.token, body: rating })

    const other = await enter(beside)
    await ask(other.token, other.conversationId, 'Order 4111111111111112, tell me about a rowing lesson for beginners')

    for (const path of ['messages', 'events', 'export'])
      replies.push((await call('GET', `/v1/conversations/${chat.conversationId}/${path}`, { key: chat.token })).body)
    const prompts = await (await fetch(`${testPlatform().servicesUrl}/prompts`)).text()
    const kept = {
      rows: await rows([desk.id, beside.id]),
      files: files(testPlatform().dataDir),
      prompts,
      replies: JSON.stringify(replies),
    }
    for (const [where, text] of Object.entries(kept)) {
      for (const [how, digits] of Object.entries(cards))
        for (const form of forms(digits))
          // The first half of what is told in pieces was asked about before anybody could know.
          if (how !== 'split' || where === 'rows')
            expect(text.includes(form), `${how}, in ${where}: “${form}”`).toBe(false)
      expect(text.includes('CVV 7391'), `the code, in ${where}`).toBe(false)
    }
    // What was looked through holds what it should.
    for (const last of ['5454', '1881', '0005', '9424', '5100', '2220']) expect(kept.rows).toContain(`•••• ${last}`)
    expect(kept.rows).toContain('Order 4111111111111112')
    expect(kept.rows).toContain('505 555 0142')
    expect(kept.files).toContain('•••• 5100')
    expect(kept.prompts).toContain('Order 4111111111111112')
  })

  it('is answered with the page to pay on where the business has one, in the visitor’s language', async () => {
    const value = 'Pay us at https://pay.juniper.example/now.'
    const fact = { locationId: beside.locationId, kind: 'payment', value }
    expect((await call('POST', '/v1/facts', { key: beside.sk, body: { add: [fact] } })).status).toBe(200)
    const visitor = await enter(beside)
    const reply = await ask(visitor.token, visitor.conversationId, `Mi tarjeta es ${cards.typed}`)
    expect(reply).toMatchObject({ tier: 'rules', lang: 'es' })
    expect(reply['message'].sentences).toMatchObject([
      { text: 'No he anotado ese número. Por favor, no dé números de tarjeta por aquí.' },
      { text: 'Puede pagar a Juniper aquí: https://pay.juniper.example/now', evidence: [{ kind: 'fact' }] },
    ])
    const elsewhere = await enter(desk)
    const offered = await ask(elsewhere.token, elsewhere.conversationId, `بطاقتي ${arabic(cards.typed)}`)
    expect(offered).toMatchObject({ lang: 'ar', offers: [{ kind: 'message' }] })
    expect(offered['message'].text).not.toContain('juniper')
  })
})

describe('an answer to a sensitive question', () => {
  it('is sealed, shown as •••• to everybody, and to the owner who asks for it, which is written down', async () => {
    const [clinic, beside] = [await own('Clinic'), await own('Beside the clinic')]
    const test = { 'foyer-mode': 'test' }
    const questions = [
      { id: 'insurance', ask: { en: 'What is your insurance number?' }, sensitive: true },
      { id: 'pet', ask: { en: 'What is your pet called?' } },
    ]
    await withVoice(clinic, { languages: ['en'], messages: { questions } })
    const visitor = await enter(clinic)
    const held = await livelyCall(visitor)
    const tell = (text: string, via = 'voice') => ask(held.token, visitor.conversationId, text, { via })
    for (const text of ['can you take a message', 'Ana Gil', '505 555 0142']) await tell(text)
    const asked = await tell('yes')
    expect(asked).toMatchObject({ expects: { field: 'secret' }, message: { text: 'What is your insurance number?' } })
    expect((await tell('why do you need that?'))['expects']).toEqual({ field: 'secret', how: 'say' })
    // Danger is heard before everything, and what is no answer is not hidden.
    expect((await tell('wait, I smell gas in the kitchen'))['kind']).toBe('emergency')
    for (const text of ['can you take a message', 'Ana Gil', '505 555 0142', 'yes']) await tell(text)
    expect((await tell('8841230975', 'keys'))['message'].text).toBe('What is your pet called?')
    expect((await tell('Rex the second'))['message'].text).toBe('What should I tell them?')
    expect((await tell('please call me about a vaccination'))['message'].text).toContain('I have passed that on')

    const path = `/v1/conversations/${visitor.conversationId}`
    const [{ body: shown }, { body: transcript }, { body: exported }] = [
      await clinic.call('GET', '/v1/leads', undefined, test),
      await clinic.call('GET', `${path}/messages`, undefined, test),
      await call('GET', `${path}/export`, { key: visitor.token }),
    ]
    const [lead] = shown.items
    expect(lead.answers).toEqual([
      { question: 'What is your insurance number?', text: '••••', sensitive: true },
      { question: 'What is your pet called?', text: 'Rex the second', sensitive: false },
    ])
    expect(transcript.items.map(({ text }: { text: string }) => text)).toContain('••••')
    const kept = [await rows([clinic.id, beside.id]), files(testPlatform().dataDir), JSON.stringify(exported)]
    for (const text of kept) expect(text.includes('8841230975')).toBe(false)
    expect(kept[0]).toContain('I smell gas in the kitchen')

    const responder = await clinic.add('responder')
    expect((await responder.call('POST', `/v1/leads/${lead.id}/show`, {}, test)).status).toBe(403)
    expect((await beside.call('POST', `/v1/leads/${lead.id}/show`, {}, test)).status).toBe(404)
    const seen = await clinic.call('POST', `/v1/leads/${lead.id}/show`, {}, test)
    expect(seen.body.answers[0]).toMatchObject({ text: '8841230975', sensitive: true })
    const { items } = (await clinic.call('GET', '/v1/audit', undefined, test)).body
    const looks = items.filter(({ action }: { action: string }) => action === 'lead.shown')
    expect(looks).toMatchObject([{ target: lead.id }])
  })
})
