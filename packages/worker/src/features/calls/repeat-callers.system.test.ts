import { neon, neonConfig } from '@neondatabase/serverless'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { testPlatform } from '../../../../local/src/test/provided.ts'
import { call, createTenant, type Event, until } from '../../test/foyer.ts'
import { callTo, phoneOf, phoneRings, withPeople } from '../../test/reaching.ts'
import { withNumber } from '../../test/phoning.ts'

vi.setConfig({ testTimeout: 120_000 })

type Desk = Awaited<ReturnType<typeof withPeople>>
type Line = Awaited<ReturnType<typeof callTo>>

const recognises = { repeatCallers: 'recognise' }
const spoken = ({ setting }: Line): [string, string][] =>
  setting.opening.map(({ lang, text }: { lang: string; text: string }) => [lang, text])
const hangsUp = async (line: Line): Promise<void> => {
  await line.change({ to: 'ended', reason: 'visitor_hung_up' })
  line.silent()
}

/** A whole call in which this is said. */
async function called(desk: Desk, from: string, ...said: string[]): Promise<Line> {
  const line = await callTo(desk, from)
  await line.change({ to: 'greeted' })
  for (const text of said) await line.said(text)
  await hangsUp(line)
  return line
}

/** What it was about is found. */
const summed = (line: Line) => until(line.log, ({ call: made }) => made.summary !== null, 60_000)

/** A call that is over as soon as it was claimed. */
async function claimed(desk: Desk, from: string): Promise<Line> {
  const line = await callTo(desk, from)
  await hangsUp(line)
  return line
}

/** As the tenant's own login, past the doors. */
async function inBooks(tenantId: string, texts: readonly string[], mode = 'test'): Promise<void> {
  neonConfig.fetchEndpoint = testPlatform().gatewayUrl
  const app = neon(testPlatform().databaseUrl)
  await app.transaction([
    app.query(`select set_config('app.tenant_id', $1, true), set_config('app.mode', $2, true)`, [tenantId, mode]),
    ...texts.map((text) => app.query(text)),
  ])
}

describe('a number that recognises who calls again', () => {
  let asks: Desk
  let plain: Desk
  beforeAll(async () => {
    asks = await withPeople(['Ana'], { number: recognises, playbook: { recording: { enabled: true } } })
    plain = await withPeople(['Tom'], { number: recognises })
  }, 60_000)

  it('begins in the language of the last call, of this tenant alone, and keeps the keys of its menu', async () => {
    const from = phoneOf(201)
    const first = await called(asks, from, '¿Cuánto cuesta una revisión de la caldera?')
    expect(first.recognised).toBe(false)
    expect(spoken(first).map(([lang]) => lang)).toEqual(['en', 'es', 'en'])
    const elsewhere = await called(plain, from, '¿Cuánto cuesta una revisión de la caldera?')
    expect(elsewhere.recognised).toBe(false)
    expect(spoken(elsewhere).map(([lang]) => lang)).toEqual(['en', 'es', 'en'])

    const again = await callTo(asks, from)
    expect(again).toMatchObject({ recognised: true, conversation: { lang: 'es' }, setting: { lang: 'es' } })
    expect(spoken(again).slice(1)).toEqual([
      ['en', 'For English, say English or press one.'],
      ['es', '¿Podemos grabar esta llamada?'],
    ])
    const chosen = await call('POST', `/v1/calls/${again.id}/opening`, {
      key: again.key,
      body: { said: '1', via: 'keys' },
    })
    await hangsUp(again)
    expect(chosen.body).toMatchObject({ isOpen: true, lang: 'en', recording: 'off', say: [{ lang: 'en' }] })

    const plainly = await claimed(plain, from)
    expect(plainly.recognised).toBe(true)
    expect(spoken(plainly).at(-1)).toEqual(['es', '¿En qué puedo ayudarle?'])
  })

  it('speaks its own first language where the menu has not the one of the last call', async () => {
    const from = phoneOf(202)
    await called(plain, from, '¿Cuánto cuesta una revisión de la caldera?')
    const at = `/v1/phone-numbers/${plain.line.numberId}`
    await call('PATCH', at, { key: plain.tenant.sk, body: { languages: ['en'] } })
    const again = await claimed(plain, from)
    await call('PATCH', at, { key: plain.tenant.sk, body: { languages: [] } })
    expect(again).toMatchObject({ recognised: true, setting: { lang: 'en' } })
  })

  it('tells the person who is fetched when it called and what about, and that it may have been somebody else', async () => {
    const from = phoneOf(203)
    const first = await called(asks, from, 'My heat pump in the barn makes a noise')
    await summed(first)
    await inBooks(asks.tenant.id, [
      `update calls set created_at = created_at - interval '9 days' where id = '${first.id}'`,
    ])
    const line = await callTo(asks, from)
    await line.said('It leaks now')
    await line.asked()
    const ringing = line.reach({ event: 'ring', purpose: 'transfer' })
    await phoneRings(line, 'Ana', 'answers')
    const whisper = await ringing
    await hangsUp(line)
    const day = new Intl.DateTimeFormat('en', { timeZone: 'America/Denver', month: 'long', day: 'numeric' })
    const date = day.format(new Date((await first.log()).call.createdAt))
    expect(whisper.aside[0].text).toContain(
      `They said: It leaks now. The same number called on ${date}. What was said then: My heat pump in the barn makes a noise. `,
    )
    expect(whisper.aside[0].text).toContain('It may have been somebody else. Press 1')
  })

  it('mails no more of it than that there was one, because a mail outlives it', async () => {
    const from = phoneOf(204)
    await called(plain, from, 'My purple boiler is on fire no more')
    const line = await callTo(plain, from)
    for (const text of ['I want to leave a message', 'Jane Doe', '505 555 0142', 'yes', 'Please call me'])
      await line.said(text)
    await hangsUp(line)
    const mail = await until(
      async () =>
        (await call('GET', '/v1/outbox', { key: plain.tenant.sk })).body.items.find(
          ({ subject }: { subject: string }) => subject.includes('Jane Doe'),
        ),
      (found) => found !== undefined,
      60_000,
    )
    expect(JSON.stringify(mail)).toContain('has called before')
    expect(JSON.stringify(mail)).not.toContain('purple')
  })

  it('says nothing on the strength of it: a second person at the same phone hears what a stranger hears', async () => {
    const from = phoneOf(205)
    const secrets = /Dolores|Quintana|Friday|three|divorce/i
    await called(
      plain,
      from,
      'My name is Dolores Quintana',
      'My appointment is on Friday at three, about my divorce',
      'Please call me back',
      'Dolores Quintana',
    )
    const questions = [
      'What did I say last time?',
      'When is my appointment?',
      'Did I call before?',
      'What is my name?',
      'Do you remember me?',
      'Is somebody going to call me back?',
      'Read me my last message',
      'It is me again, same as last time please',
    ]
    const hears = async (number: string) => {
      const line = await callTo(plain, number)
      const { endsAt: _, ...setting } = line.setting
      await line.change({ to: 'greeted' })
      const replies: Event[] = []
      for (const question of questions) replies.push(await line.said(question))
      const opening = await call('POST', `/v1/calls/${line.id}/opening`, {
        key: line.key,
        body: { said: 'yes', via: 'voice' },
      })
      const trace = (await call('GET', `/v1/turns/${replies[0]?.['turnId']}/trace`, { key: plain.tenant.sk })).body
      await hangsUp(line)
      return { line, trace, heard: { setting, replies: replies.map(shown), opening: opening.body } }
    }
    const second = await hears(from)
    const stranger = await hears(phoneOf(206))
    expect([second.line.recognised, stranger.line.recognised]).toEqual([true, false])
    expect(second.heard).toEqual(stranger.heard)
    expect(JSON.stringify(second.heard.replies)).not.toMatch(secrets)
    expect([second.trace.recognised, stranger.trace.recognised]).toEqual([true, false])
    expect(second.trace.steps).toEqual(stranger.trace.steps)
    expect(JSON.stringify(second.trace)).not.toMatch(secrets)
  })

  it('knows nobody by a number that is hidden, or that is its own people’s, lines’ or phones’', async () => {
    const { tenant, line, people } = plain
    const ownPhone = phoneOf(207)
    await call('PATCH', `/v1/phone-numbers/${line.numberId}`, { key: tenant.sk, body: { ownPhone } })
    const other = await withNumber(tenant)
    for (const from of ['', people[0]?.number ?? '', ownPhone, other.phoneNumber]) {
      await called(plain, from, 'My heat pump makes a noise')
      expect([from, (await claimed(plain, from)).recognised]).toEqual([from, false])
    }
  })

  it('knows nobody where it was not told to, nor by a call to another number or another assistant', async () => {
    const { tenant, line } = plain
    const from = phoneOf(208)
    await called(plain, from, 'My heat pump makes a noise')
    const at = `/v1/phone-numbers/${line.numberId}`
    await call('PATCH', at, { key: tenant.sk, body: { repeatCallers: 'ignore' } })
    expect((await claimed(plain, from)).recognised).toBe(false)
    await call('PATCH', at, { key: tenant.sk, body: recognises })
    const beside = { ...plain, line: await withNumber(tenant, recognises) }
    expect((await claimed(beside, from)).recognised).toBe(false)
    const assistantId = `asst_${crypto.randomUUID()}`
    await inBooks(tenant.id, [
      `insert into assistants (id, name, location_id) values ('${assistantId}', 'Kim', '${tenant.locationId}')`,
    ])
    await call('PATCH', at, { key: tenant.sk, body: { assistantId } })
    expect((await claimed(plain, from)).recognised).toBe(false)
    await call('PATCH', at, { key: tenant.sk, body: { assistantId: tenant.assistantId } })
    expect((await claimed(plain, from)).recognised).toBe(true)
  })

  it('remembers nothing that was said to nobody, was spam, is older than 90 days or than conversations are kept', async () => {
    const { tenant } = plain
    const silent = phoneOf(209)
    await called(plain, silent)
    expect((await claimed(plain, silent)).recognised).toBe(false)
    const aged = async (days: number, from: string, more = '') => {
      const { id } = await called(plain, from, 'My heat pump makes a noise')
      await inBooks(tenant.id, [
        `update calls set created_at = now() - interval '${days} days' ${more} where id = '${id}'`,
      ])
      return (await claimed(plain, from)).recognised
    }
    expect(await aged(89, phoneOf(210))).toBe(true)
    expect(await aged(91, phoneOf(211))).toBe(false)
    expect(await aged(1, phoneOf(212), `, outcome = 'answered', corrected_outcome = 'spam'`)).toBe(false)
    const retention = { conversationDays: 10, traceDays: 5, auditDays: 60 }
    await call('PATCH', '/v1/tenant', { key: tenant.sk, body: { retention } })
    expect(await aged(9, phoneOf(213))).toBe(true)
    expect(await aged(11, phoneOf(214))).toBe(false)
    await call('PATCH', '/v1/tenant', { key: tenant.sk, body: { retention: { ...retention, conversationDays: 365 } } })
  })

  it('forgets it with its conversation: who was erased is known to nobody, not even in what the call was about', async () => {
    const from = phoneOf(215)
    const first = await called(plain, from, 'My purple heat pump makes a noise')
    const { sk } = plain.tenant
    expect((await summed(first)).call.summary.reason).toContain('purple')
    expect((await call('DELETE', `/v1/visitors/${first.conversation.visitorId}`, { key: sk })).status).toBe(204)
    expect((await first.log()).call).toMatchObject({ caller: '', summary: null })
    expect((await claimed(plain, from)).recognised).toBe(false)
  })

  it('knows a test caller by test calls alone', async () => {
    const live = phoneOf(216)
    const { id: tenantId, assistantId } = plain.tenant
    const ids = ['vis', 'con', 'cal', 'msg', 'trn'].map((prefix) => `${prefix}_${crypto.randomUUID()}`)
    const [visitor, conversation, made, message, turn] = ids
    await inBooks(
      tenantId,
      [
        `insert into visitors (id, mode, name, email) values ('${visitor}', 'live', '', '')`,
        `insert into conversations (id, mode, assistant_id, visitor_id, channel, lang, state) values ('${conversation}', 'live', '${assistantId}', '${visitor}', 'phone', 'es', 'ended')`,
        `insert into turns (id, mode, conversation_id) values ('${turn}', 'live', '${conversation}')`,
        `insert into messages (id, mode, conversation_id, client_id, author, turn_id, text) values ('${message}', 'live', '${conversation}', 'x', 'visitor', '${turn}', 'Hola')`,
        `insert into calls (id, mode, conversation_id, channel, caller, dialled, room, state, end_reason, greeted_at, ended_at, created_at)
         values ('${made}', 'live', '${conversation}', 'phone', '${live}', '${plain.line.phoneNumber}', '${made}', 'ended', 'visitor_hung_up', now(), now(), now() - interval '1 hour')`,
      ],
      'live',
    )
    expect((await claimed(plain, live)).recognised).toBe(false)
  })

  it('is found by members among the earlier calls of its number, and by nobody else', async () => {
    const from = phoneOf(217)
    const first = await called(plain, from, 'My heat pump makes a noise')
    const second = await called(plain, from, 'It leaks')
    const earlier = `/v1/calls?caller=${encodeURIComponent(from)}&after=${second.id}`
    expect((await call('GET', earlier, { key: plain.tenant.sk })).body.items).toMatchObject([{ id: first.id }])
    expect((await call('GET', earlier, { key: asks.tenant.sk })).body.items).toEqual([])
    expect((await call('GET', earlier, { key: second.key })).status).toBe(403)
  })
})

it('a number recognises nobody until it is told to', async () => {
  const tenant = await createTenant()
  const { numberId } = await withNumber(tenant)
  const number = await call('GET', `/v1/phone-numbers/${numberId}`, { key: tenant.sk })
  expect(number.body.repeatCallers).toBe('ignore')
})

/** What a caller hears of a reply, and what the log counts it as. */
const shown = ({ tier, kind, offers, expects, message }: Event) => ({
  ...{ tier, kind, offers, expects, text: message.text, sentences: message.sentences },
})
