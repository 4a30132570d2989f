import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { carrierAccount, ScriptedCarrier } from '../../../../local/src/test/scripted-carrier.ts'
import { Secret } from '../../shared/secret.ts'
import { fictionalNumber, sellsNumbers } from '../contracts/carrier.ts'
import { twilioCalls } from './calls.ts'
import { checkTwilio } from './check.ts'
import { twilioNumbers } from './numbers.ts'

let twilio: ScriptedCarrier
beforeAll(async () => {
  twilio = await ScriptedCarrier.start()
})
afterAll(() => twilio.close())
beforeEach(() => void twilio.asked.splice(0))

const soon = () => AbortSignal.timeout(20_000)
const account = (key = carrierAccount.key) => ({ accountSid: carrierAccount.accountSid, key: new Secret(key) })
const numbers = (key?: string) => twilioNumbers(account(key), twilio.url)
const purchases = () => twilio.asked.filter((each) => each === 'POST IncomingPhoneNumbers.json').length

describe('Twilio’s numbers', () => {
  sellsNumbers(() => numbers())

  it.each(['lost before', 'lost after'] as const)(
    'a purchase whose answer was %s it was made is asked for once, and looked for before it is asked for again',
    async (how) => {
      const number = fictionalNumber()
      twilio.fail('POST IncomingPhoneNumbers.json', how)
      const first = await numbers()
        .buy(number, soon())
        .catch((error: unknown) => error)
      expect(purchases()).toBe(1)
      if (how === 'lost after') expect(first).toEqual({ kind: 'ours' })
      else expect(first).toMatchObject({ name: 'ProviderError', retryable: true })
      expect(await numbers().buy(number, soon())).toEqual({ kind: 'ours' })
      expect(purchases()).toBe(how === 'lost after' ? 1 : 2)
      expect(twilio.held.filter((each) => each.phone_number === number)).toHaveLength(1)
    },
  )

  it('a number is found on a later page, and another one that holds its digits is not taken for it', async () => {
    const number = '+15055550142'
    for (const ending of ['1', '2', '']) twilio.hold(number + ending)
    expect(await numbers().look(number, soon())).not.toBeNull()
    await expect(numbers().point('+1505555014', 'https://desk.example/', soon())).rejects.toMatchObject({
      retryable: false,
    })
  })

  it('the former trunk, application and addresses come back as they were', async () => {
    const [onTrunk, withUrl] = [fictionalNumber(), fictionalNumber()]
    twilio.hold(onTrunk, { trunk_sid: 'TK1' })
    twilio.hold(withUrl, {
      voice_url: 'https://old.example/',
      voice_method: 'GET',
      voice_fallback_url: 'https://spare.example/',
    })
    for (const number of [onTrunk, withUrl]) {
      const before = { ...twilio.held.find((each) => each.phone_number === number) }
      const former = (await numbers().look(number, soon())) ?? {}
      await numbers().point(number, 'https://desk.example/', soon())
      expect(twilio.held.find((each) => each.phone_number === number)).toMatchObject({
        trunk_sid: '',
        voice_url: 'https://desk.example/',
        voice_fallback_url: 'https://desk.example/',
      })
      await numbers().restore(number, former, soon())
      expect(twilio.held.find((each) => each.phone_number === number)).toEqual(before)
    }
  })

  it('a carrier that asks for a pause gets it; one that is down is given up after three tries', async () => {
    const search = () => numbers().search({ country: 'US', areaCode: '212', limit: 1 }, soon())
    const isSearch = (each: string) => each.startsWith('GET AvailablePhoneNumbers')
    twilio.fail('GET AvailablePhoneNumbers', 'refused', { times: 2 })
    expect(await search()).toHaveLength(1)
    twilio.asked.splice(0)
    twilio.fail('GET AvailablePhoneNumbers', 'lost before', { times: 3 })
    await expect(search()).rejects.toMatchObject({ name: 'ProviderError', retryable: true })
    expect(twilio.asked.filter(isSearch)).toHaveLength(3)
    twilio.asked.splice(0)
    twilio.fail('GET AvailablePhoneNumbers', 'refused', { after: 60 })
    await expect(search()).rejects.toThrow(/Too Many Requests \(20429\)/)
    expect(twilio.asked.filter(isSearch), 'a minute is longer than anybody waits').toHaveLength(1)
  })

  it('credentials are checked at no cost; refused ones are asked about once, and stand in no error', async () => {
    expect(await checkTwilio(account(), twilio.url, soon())).toBe('')
    expect(await checkTwilio(account('a-token-of-nobody'), twilio.url, soon())).toMatch(
      /refuses this account and token/,
    )
    twilio.asked.splice(0)
    const error = await numbers('a-token-of-nobody')
      .look('+15055550142', soon())
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'ProviderError', retryable: false })
    expect(JSON.stringify(error) + String(error)).not.toContain('a-token-of-nobody')
    expect(twilio.asked).toHaveLength(1)
  })
})

describe('Twilio’s questions about a call', () => {
  const url = 'https://desk.example/v1/carrier/ten_1/calls'
  const calls = twilioCalls(account())
  const signed = (fields: Record<string, string>, of = url) => {
    const text =
      of +
      Object.keys(fields)
        .toSorted()
        .map((name) => name + fields[name])
        .join('')
    return createHmac('sha1', carrierAccount.key).update(text).digest('base64')
  }
  const ask = (fields: Record<string, string>, signature = signed(fields)) =>
    calls.hear({
      url,
      body: new URLSearchParams(fields).toString(),
      headers: new Headers({ 'x-twilio-signature': signature }),
    })
  const call = { CallSid: 'CA1', From: '+15055550147', To: '+15055550142' }

  it('are believed when they are signed for this account and address, and not otherwise', async () => {
    expect(await ask(call)).toEqual({ dialled: '+15055550142', forwardedBy: '', stage: 'new' })
    expect(await ask(call, signed({ ...call, To: '+15055550199' }))).toBeNull()
    expect(await ask(call, signed(call, 'https://desk.example/elsewhere'))).toBeNull()
    for (const nonsense of ['', 'no base64 !', 'AAAA']) expect(await ask(call, nonsense)).toBeNull()
  })

  it.each([
    [{ DialCallStatus: 'completed' }, 'served'],
    [{ DialCallStatus: 'busy' }, 'unserved'],
    [{ DialCallStatus: 'no-answer' }, 'unserved'],
    [{ DialCallStatus: 'failed' }, 'unserved'],
    [{ ErrorUrl: url, ErrorCode: '11200' }, 'unserved'],
  ])('%j: the caller was %s', async (more, stage) => {
    expect(await ask({ ...call, ...(more as Record<string, string>) })).toMatchObject({ stage })
  })

  it('are answered in TwiML, and nothing that was written by a person breaks out of it', async () => {
    const said = async (answer: Parameters<typeof calls.tell>[0]) => calls.tell(answer).text()
    const login = { username: 'desk', password: new Secret('a "long" <password>') }
    const ring = {
      kind: 'ring' as const,
      address: 'sip.desk.example',
      number: '+15055550142',
      login,
      ringS: 12,
      asks: url,
    }
    expect(await said(ring)).toContain(
      `<Dial action="${url}" method="POST" answerOnBridge="true" timeout="12"><Sip username="desk" password="a &#34;long&#34; &#60;password&#62;">sip:+15055550142@sip.desk.example</Sip></Dial>`,
    )
    expect(await said({ kind: 'pass_on', to: '+15055550149', ringS: 20 })).toContain(
      '<Dial timeout="20">+15055550149</Dial>',
    )
    expect(await said({ kind: 'say', text: 'Fish & chips' })).toContain('<Say>Fish &#38; chips</Say>')
    expect(await said({ kind: 'hang_up' })).toContain('<Response><Hangup/></Response>')
  })
})
