import { createHmac } from 'node:crypto'
import { neon, neonConfig } from '@neondatabase/serverless'
import { beforeAll, describe, expect, it } from 'vitest'
import { carrierAccount } from '../../../../local/src/test/scripted-carrier.ts'
import { testPlatform } from '../../../../local/src/test/provided.ts'
import { fictionalNumber } from '../../adapters/contracts/carrier.ts'
import { call, createTenant, type TestTenant, until } from '../../test/foyer.ts'
import { own, type OwnTenant } from '../../test/members.ts'

/** What the carrier holds and was asked, or what is to happen to it. */
async function atCarrier(what: 'look' | 'hold' | 'fail', body: object) {
  const reply = await fetch(`${testPlatform().carrierUrl}/test/${what}`, { method: 'POST', body: JSON.stringify(body) })
  return (await reply.json()) as { held: Record<string, string>[]; asked: string[] }
}
const account = { accountSid: carrierAccount.accountSid, key: carrierAccount.key }
const auditOf = async (key: string) =>
  (await call('GET', '/v1/audit', { key })).body.items.map(({ action }: { action: string }) => action)

let one: OwnTenant
let other: OwnTenant
const connect = (tenant: OwnTenant, more = {}) => tenant.call('PUT', '/v1/connections/carrier', { ...account, ...more })
beforeAll(async () => {
  one = await own('Carrier one', { mode: 'live' })
  other = await own('Carrier other', { mode: 'live' })
})

describe('a carrier that sells numbers', () => {
  const buy = (tenant: OwnTenant, number: string, more = {}) =>
    tenant.call('POST', '/v1/carrier-numbers', { number, ...more })
  const release = (tenant: OwnTenant, id: string, how = '') =>
    tenant.call('DELETE', `/v1/phone-numbers/${id}${how === '' ? '' : `?carrier=${how}`}`)

  it('is connected with a token that works, which nobody sees again; without one nothing is bought', async () => {
    const none = await buy(one, fictionalNumber())
    expect(none.body.error.message).toContain('No carrier is connected')
    const wrong = await connect(one, { key: 'a-token-of-nobody' })
    expect(wrong.body.error).toMatchObject({
      code: 'unprocessable',
      message: expect.stringContaining('Twilio refuses'),
    })
    // One account for both: two shops of a family might.
    for (const tenant of [one, other])
      expect((await connect(tenant)).body).toMatchObject({
        kind: 'carrier',
        source: 'own',
        account: account.accountSid,
      })
    const shown = [await one.call('GET', '/v1/connections'), await one.call('GET', '/v1/audit')]
    expect(JSON.stringify(shown.map(({ body }) => body))).not.toContain(carrierAccount.key)
  })

  it('is asked for numbers by members who run the desk, and by nobody else', async () => {
    const found = await one.call('GET', '/v1/carrier-numbers?areaCode=505&limit=2')
    expect(found.body.items).toHaveLength(2)
    expect((await one.call('GET', '/v1/carrier-numbers?areaCode=999')).body.items).toEqual([])
    const responder = await one.add('responder')
    expect((await responder.call('POST', '/v1/carrier-numbers', { number: fictionalNumber() })).status).toBe(403)
  })

  it('sells a number once: it is pointed here, answered here, and nobody else’s', async () => {
    const number = fictionalNumber()
    const bought = await buy(one, number, { ownPhone: '+15055550149' })
    expect(bought.body).toMatchObject({ number, carrier: 'pointed', mode: 'live' })
    expect((await buy(one, number)).body).toMatchObject({ id: bought.body.id })
    const [held, ...more] = (await atCarrier('look', { number })).held
    expect(more).toEqual([])
    expect(held).toMatchObject({
      voice_url: expect.stringMatching(`/v1/carrier/${one.id}/calls$`),
      voice_fallback_url: expect.stringContaining(one.id),
    })
    expect((await buy(other, number)).body.error.code).toBe('taken')
    expect((await release(other, bought.body.id)).status).toBe(404)
    expect(await auditOf(one.sk)).toEqual(expect.arrayContaining(['number.buying', 'number.bought', 'number.pointed']))
    const trunk = (await one.call('GET', `/v1/trunks/${bought.body.trunkId}`)).body
    expect(trunk).toMatchObject({ addresses: [], username: expect.stringMatching(/^foyer-/), numbers: [number] })
  })

  it('says why it does not sell one, and nothing of it stays here', async () => {
    const refused = await buy(one, '+19995550100')
    expect(refused.body.error.message).toContain('is not available. (21422)')
    const { items } = (await one.call('GET', '/v1/phone-numbers')).body
    expect(items.map(({ number }: { number: string }) => number)).not.toContain('+19995550100')
  })

  /** As if we had died after asking for the purchase: its answer is lost, and every look whether it came true. */
  async function dieWhileBuying(number: string, how: 'lost before' | 'lost after'): Promise<string> {
    await atCarrier('fail', { on: 'POST IncomingPhoneNumbers.json', how, thenBlind: 3 })
    const failed = await buy(one, number)
    expect(failed.body.error).toMatchObject({
      code: 'provider_failed',
      message: expect.stringContaining('bought twice'),
    })
    const { items } = (await one.call('GET', '/v1/phone-numbers')).body
    const row = items.find((each: { number: string }) => each.number === number)
    expect(row).toMatchObject({ carrier: 'buying' })
    return row.id
  }
  const sales = async (number: string) => (await atCarrier('look', { number })).held.length

  it.each(['lost before', 'lost after'] as const)(
    'has sold a number once when its answer was %s the purchase and it is asked again',
    async (how) => {
      const number = fictionalNumber()
      await dieWhileBuying(number, how)
      expect(await sales(number)).toBe(how === 'lost after' ? 1 : 0)
      expect((await buy(one, number)).body).toMatchObject({ number, carrier: 'pointed' })
      expect(await sales(number)).toBe(1)
    },
  )

  it('need not be asked again: what was begun comes to its end by itself', async () => {
    const number = fictionalNumber()
    const id = await dieWhileBuying(number, 'lost after')
    neonConfig.fetchEndpoint = testPlatform().gatewayUrl
    const sql = neon(testPlatform().databaseUrl)
    await sql.transaction([
      sql.query(`select set_config('app.tenant_id', $1, true), set_config('app.mode', 'live', true)`, [one.id]),
      sql.query(`update events set due_at = now() where payload->>'numberId' = $1`, [id]),
    ])
    const minute = `/cdn-cgi/local/scheduled?cron=${encodeURIComponent('* * * * *')}`
    await until(
      async () => {
        await (await fetch(new URL(minute, testPlatform().apiUrl))).text()
        return one.call('GET', `/v1/phone-numbers/${id}`)
      },
      ({ body }) => body.carrier === 'pointed',
    )
    expect(await sales(number)).toBe(1)
  })

  it('gets a number of the account back as it was, keeps it when told to leave it, and takes it back for good', async () => {
    const before = { voice_url: 'https://old.example/voice', voice_method: 'GET' }
    for (const [how, after] of [
      ['', before],
      ['leave', { voice_url: expect.stringContaining(one.id) }],
      ['give_back', undefined],
    ] as const) {
      const number = fictionalNumber()
      await atCarrier('hold', { number, setting: before })
      const taken = await buy(one, number)
      expect(taken.body.carrier).toBe('pointed')
      expect((await release(one, taken.body.id, how)).status).toBe(204)
      const [held] = (await atCarrier('look', { number })).held
      if (after === undefined) expect(held).toBeUndefined()
      else expect(held).toMatchObject(after)
      expect((await one.call('GET', `/v1/phone-numbers/${taken.body.id}`)).status).toBe(404)
    }
  })

  it('that is silent when a number is to go keeps it answered, and gives it back when it is asked again', async () => {
    const number = fictionalNumber()
    const { id } = (await buy(one, number)).body
    await atCarrier('fail', { on: 'DELETE', how: 'lost before', times: 3 })
    expect((await release(one, id, 'give_back')).body.error.code).toBe('provider_failed')
    expect((await one.call('GET', `/v1/phone-numbers/${id}`)).body.carrier).toBe('giving_back')
    expect((await buy(one, number)).status, 'and is not bought meanwhile').not.toBe(201)
    expect(await sales(number)).toBe(0)
    expect((await one.call('GET', `/v1/phone-numbers/${id}`)).status).toBe(404)
  })

  it('stays connected while its numbers are answered here', async () => {
    expect((await one.call('DELETE', '/v1/connections/carrier')).body.error.code).toBe('in_use')
    expect((await other.call('DELETE', '/v1/connections/carrier')).status).toBe(204)
    await connect(other)
  })
})

describe('a carrier that asks about a call', () => {
  const number = fictionalNumber()
  const asked = { CallSid: 'CA1', From: '+15055550147', To: number }
  let url = ''
  beforeAll(async () => {
    await one.call('POST', '/v1/carrier-numbers', { number, ownPhone: '+15055550149' })
    url = (await atCarrier('look', { number })).held[0]?.['voice_url'] ?? ''
  })

  async function ask(fields: Record<string, string>, of = one.id) {
    const at = url.replace(one.id, of)
    const names = Object.keys(fields).toSorted()
    const signed = createHmac('sha1', carrierAccount.key).update(at + names.map((name) => name + fields[name]).join(''))
    const reply = await fetch(new URL(new URL(at).pathname, testPlatform().apiUrl), {
      method: 'POST',
      headers: { 'x-twilio-signature': signed.digest('base64') },
      body: new URLSearchParams(fields),
    })
    return { status: reply.status, text: await reply.text() }
  }

  it('is told to ring the gateway, by the login that the trunk there asks for', async () => {
    const { text } = await ask(asked)
    const { items } = (await one.call('GET', '/v1/trunks')).body
    expect(text).toContain(`<Sip username="${items[0].username}" password="`)
    expect(text).toContain(`>sip:${number}@sip.desk.example</Sip>`)
    expect(text).toContain(`action="${url}"`)
  })

  it.each(['busy', 'no-answer', 'failed'])('rings the owner’s own phone when the gateway was %s', async (status) => {
    expect((await ask({ ...asked, DialCallStatus: status })).text).toContain('<Dial timeout="20">+15055550149</Dial>')
  })

  it('does so too when we failed; a call that was served is over; a phone that forwards to us is not rung in a circle', async () => {
    expect((await ask({ ...asked, ErrorUrl: url, ErrorCode: '11200' })).text).toContain('+15055550149')
    expect((await ask({ ...asked, DialCallStatus: 'completed' })).text).toContain('<Hangup/>')
    const circle = await ask({ ...asked, DialCallStatus: 'busy', ForwardedFrom: '+15055550149' })
    expect(circle.text).toContain('<Say>Nobody can take your call right now.')
  })

  it('hears of no number of another tenant’s, and nothing at all without its signature', async () => {
    expect((await ask(asked, other.id)).text).toContain('not in service')
    const reply = await fetch(new URL(new URL(url).pathname, testPlatform().apiUrl), {
      method: 'POST',
      body: new URLSearchParams(asked),
    })
    expect(reply.status).toBe(401)
    expect((await ask(asked, 'ten_of_nobody')).status).toBe(401)
  })
})

describe('test mode', () => {
  let tenant: TestTenant
  beforeAll(async () => {
    tenant = await createTenant()
  })

  it('buys and points nothing in the world: the outbox holds what it would have done', async () => {
    const { asked } = await atCarrier('look', {})
    const number = '+15055550100'
    const bought = await call('POST', '/v1/carrier-numbers', { key: tenant.sk, body: { number } })
    expect(bought.body).toMatchObject({ number, carrier: 'pointed', mode: 'test' })
    const released = await call('DELETE', `/v1/phone-numbers/${bought.body.id}?carrier=give_back`, { key: tenant.sk })
    expect(released.status).toBe(204)
    const { items } = (await call('GET', '/v1/outbox', { key: tenant.sk })).body
    const told = items.filter(({ kind }: { kind: string }) => kind === 'number')
    expect(told.map(({ subject }: { subject: string }) => subject)).toEqual(
      ['given back', 'pointed', 'bought'].map((done) => `A number would have been ${done}.`),
    )
    expect((await atCarrier('look', {})).asked).toEqual(asked)
  })
})
