// A carrier for tests: the documented part of Twilio's REST API that we use, on loopback, with numbers that ring nowhere.

import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export const carrierAccount = { accountSid: `AC${'0'.repeat(32)}`, key: 'a-carrier-token-that-works' }

/** What happens to the next request of that kind: done or not, and whether anybody hears of it. */
type Mishap = {
  on: string
  how: 'refused' | 'lost before' | 'lost after'
  times: number
  /** Seconds of `Retry-After`. */
  after: number
  /** So many looks after it are lost too. */
  thenBlind: number
}
type Held = Record<string, string> & { sid: string; phone_number: string }
type Reply = { status: number; body: unknown; headers?: Record<string, string> }

const ok = (body: unknown, status = 200): Reply => ({ status, body })
const refused = (status: number, code: number, message: string): Reply => ({
  status,
  body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
})
const notFound = (path: string) => refused(404, 20404, `The requested resource ${path} was not found`)

/** Every number that begins +1 and whose area is not 999 is for sale until it is held. */
export class ScriptedCarrier {
  readonly held: Held[] = []
  /** What was asked, as `POST IncomingPhoneNumbers.json`. */
  readonly asked: string[] = []
  #mishaps: Mishap[] = []
  #made = 0
  readonly #server = createServer((request, response) => {
    void this.#answer(request).then((reply) => {
      if (reply === 'nothing') return request.socket.destroy()
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
      response.end(reply.status === 204 ? '' : JSON.stringify(reply.body))
    })
  })

  static async start(): Promise<ScriptedCarrier> {
    const carrier = new ScriptedCarrier()
    await new Promise<void>((resolve) => carrier.#server.listen(0, '127.0.0.1', resolve))
    return carrier
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  close(): Promise<void> {
    this.#server.closeAllConnections()
    return new Promise((resolve) => this.#server.close(() => resolve()))
  }

  /** A number that the account held before we came. */
  hold(number: string, setting: Record<string, string> = {}): void {
    const plain = { trunk_sid: '', voice_application_sid: '', voice_url: '', voice_method: 'POST' }
    const fallback = { voice_fallback_url: '', voice_fallback_method: 'POST' }
    const sid = `PN${String(++this.#made).padStart(32, '0')}`
    this.held.push({ ...plain, ...fallback, ...setting, sid, phone_number: number })
  }

  /** `on` is the beginning of what is asked. */
  fail(on: string, how: Mishap['how'], { times = 1, after = 0, thenBlind = 0 } = {}): void {
    this.#mishaps.push({ on, how, times, after, thenBlind })
  }

  async #answer(request: IncomingMessage): Promise<Reply | 'nothing'> {
    const url = new URL(request.url ?? '/', 'http://carrier')
    const method = request.method ?? ''
    const body = await text(request)
    if (url.pathname.startsWith('/test/')) return this.#control(url.pathname.slice('/test/'.length), body)
    const account = `/2010-04-01/Accounts/${carrierAccount.accountSid}`
    const path = url.pathname.replace(`${account}/`, '')
    this.asked.push(`${method} ${path}`)
    const mishap = this.#mishaps.find(({ on, times }) => times > 0 && `${method} ${path}`.startsWith(on))
    if (mishap !== undefined) mishap.times--
    if (mishap !== undefined && mishap.thenBlind > 0)
      this.fail('GET IncomingPhoneNumbers.json', 'lost before', { times: mishap.thenBlind })
    const again = { 'retry-after': String(mishap?.after ?? 0) }
    if (mishap?.how === 'refused') return { ...refused(429, 20429, 'Too Many Requests'), headers: again }
    if (mishap?.how === 'lost before') return 'nothing'
    const expected = `Basic ${btoa(`${carrierAccount.accountSid}:${carrierAccount.key}`)}`
    if (request.headers.authorization !== expected) return refused(401, 20003, 'Authenticate')
    const reply = this.#serve(
      method,
      path === `${account}.json` ? '' : path,
      url.searchParams,
      new URLSearchParams(body),
    )
    return mishap?.how === 'lost after' ? 'nothing' : reply
  }

  #serve(method: string, path: string, query: URLSearchParams, form: URLSearchParams): Reply {
    if (path === '') return ok({ sid: carrierAccount.accountSid, status: 'active' })
    if (path.startsWith('AvailablePhoneNumbers/US/')) return this.#forSale(query)
    if (path === 'IncomingPhoneNumbers.json') return method === 'POST' ? this.#sell(form) : this.#page(query)
    const sid = /^IncomingPhoneNumbers\/(PN\w+)\.json$/.exec(path)?.[1]
    const at = this.held.findIndex((each) => each.sid === sid)
    const held = this.held[at]
    if (held === undefined) return notFound(path)
    if (method === 'DELETE') {
      this.held.splice(at, 1)
      return ok(null, 204)
    }
    if (form.get('VoiceFallbackUrl') !== '' && form.get('VoiceUrl') === '')
      return refused(400, 21405, 'Cannot set VoiceFallbackUrl without setting Url')
    for (const [name, value] of form) held[name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase()] = value
    return ok(held)
  }

  #forSale(query: URLSearchParams): Reply {
    const area = query.get('AreaCode') ?? '505'
    const free = Array.from({ length: area === '999' ? 0 : 20 }, (_, at) => `+1${area}5550${100 + at}`)
      .filter((number) => this.held.every((each) => each.phone_number !== number))
      .slice(0, Number(query.get('PageSize') ?? 50))
    const place = { locality: 'Albuquerque', region: 'NM', iso_country: 'US' }
    return ok({
      available_phone_numbers: free.map((number) => ({ phone_number: number, friendly_name: number, ...place })),
    })
  }

  /** Two a page, whatever was asked for: so that whoever looks must turn pages. */
  #page(query: URLSearchParams): Reply {
    const wanted = query.get('PhoneNumber') ?? ''
    const found = this.held.filter(({ phone_number: number }) => number.includes(wanted))
    const from = Number(query.get('Page') ?? 0) * 2
    const next = new URLSearchParams({ PhoneNumber: wanted, Page: String(from / 2 + 1) }).toString()
    const account = `/2010-04-01/Accounts/${carrierAccount.accountSid}`
    return ok({
      incoming_phone_numbers: found.slice(from, from + 2),
      next_page_uri: found.length > from + 2 ? `${account}/IncomingPhoneNumbers.json?${next}` : null,
    })
  }

  #sell(form: URLSearchParams): Reply {
    const number = form.get('PhoneNumber') ?? ''
    if (!/^\+1(?!999)\d{10}$/.test(number) || this.held.some((each) => each.phone_number === number))
      return refused(400, 21422, `${number} is not available.`)
    this.hold(number)
    return ok(this.held.at(-1), 201)
  }

  /** For tests in another process. */
  #control(what: string, body: string): Reply {
    const {
      number = '',
      setting,
      on = '',
      how = 'refused',
      ...more
    } = JSON.parse(body || '{}') as Partial<Mishap> & {
      number?: string
      setting?: Record<string, string>
    }
    if (what === 'hold') this.hold(number, setting)
    if (what === 'fail') this.fail(on, how, more)
    return ok({ held: this.held.filter((each) => each.phone_number === number), asked: this.asked })
  }
}
