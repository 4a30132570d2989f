import { z } from 'zod'
import type { CarrierAccount, CarrierNumbersPort } from '../../ports/carrier.ts'
import { ProviderError } from '../../ports/provider-error.ts'
import { askTwilio, type Reply } from './ask.ts'

const Available = z.object({
  available_phone_numbers: z.array(
    z.object({ phone_number: z.string(), locality: z.string().nullish(), region: z.string().nullish() }),
  ),
})

/** What decides where a number's calls go; given back as it was. */
const settings = {
  TrunkSid: 'trunk_sid',
  VoiceApplicationSid: 'voice_application_sid',
  VoiceUrl: 'voice_url',
  VoiceMethod: 'voice_method',
  VoiceFallbackUrl: 'voice_fallback_url',
  VoiceFallbackMethod: 'voice_fallback_method',
} as const

const Held = z.object({ sid: z.string(), phone_number: z.string() }).loose()
const HeldPage = z.object({ incoming_phone_numbers: z.array(Held), next_page_uri: z.string().nullish() })
const mostPages = 10

/**
 * AvailablePhoneNumbers and IncomingPhoneNumbers of Twilio's REST API (2010-04-01).
 * https://www.twilio.com/docs/phone-numbers/api
 */
export function twilioNumbers(account: CarrierAccount, apiUrl: string): CarrierNumbersPort {
  const base = `/2010-04-01/Accounts/${encodeURIComponent(account.accountSid)}`

  async function find(number: string, signal: AbortSignal): Promise<z.infer<typeof Held> | undefined> {
    const query = new URLSearchParams({ PhoneNumber: number, PageSize: '50' }).toString()
    let path: string | null | undefined = `${base}/IncomingPhoneNumbers.json?${query}`
    for (let page = 0; page < mostPages && typeof path === 'string' && path !== ''; page++) {
      const reply = await askTwilio(account, { method: 'GET', url: apiUrl + path, signal })
      const { incoming_phone_numbers: held, next_page_uri: next } = understood(HeldPage, reply)
      // The filter takes a part of a number too.
      const found = held.find((each) => each.phone_number === number)
      if (found !== undefined) return found
      path = next
    }
    return undefined
  }

  async function change(number: string, form: Record<string, string>, signal: AbortSignal): Promise<void> {
    const held = await find(number, signal)
    const url = `${apiUrl}${base}/IncomingPhoneNumbers/${held?.sid ?? ''}.json`
    const { status } =
      held === undefined ? { status: 404 } : await askTwilio(account, { method: 'POST', url, form, signal })
    if (status === 404)
      throw new ProviderError('twilio', `${number} is not among the numbers of this Twilio account.`, {
        retryable: false,
      })
  }

  return {
    async search({ country, areaCode, limit }, signal) {
      const wish = { VoiceEnabled: 'true', PageSize: String(limit), ...(areaCode === '' ? {} : { AreaCode: areaCode }) }
      const path = `${base}/AvailablePhoneNumbers/${country}/Local.json?${new URLSearchParams(wish).toString()}`
      const reply = await askTwilio(account, { method: 'GET', url: apiUrl + path, signal })
      if (reply.status === 404) return []
      return understood(Available, reply).available_phone_numbers.map(({ phone_number: number, locality, region }) => ({
        number,
        place: [locality, region].filter(Boolean).join(', '),
      }))
    },
    async look(number, signal) {
      const held = await find(number, signal)
      if (held === undefined) return null
      return Object.fromEntries(
        Object.entries(settings).map(([name, field]) => [name, typeof held[field] === 'string' ? held[field] : '']),
      )
    },
    async buy(number, signal) {
      if ((await find(number, signal)) !== undefined) return { kind: 'ours' }
      const url = `${apiUrl}${base}/IncomingPhoneNumbers.json`
      try {
        const purchase = { method: 'POST' as const, url, form: { PhoneNumber: number }, signal, isOnce: true }
        const { status } = await askTwilio(account, purchase)
        return status === 404 ? { kind: 'refused', why: `${number} cannot be had any more.` } : { kind: 'ours' }
      } catch (error) {
        // A lost answer may have been a yes, and a no may come of an earlier yes: what counts is what the account holds.
        if ((await find(number, signal)) !== undefined) return { kind: 'ours' }
        if (error instanceof ProviderError && !error.retryable) return { kind: 'refused', why: error.message }
        throw error
      }
    },
    point: (number, url, signal) =>
      change(
        number,
        {
          ...{ TrunkSid: '', VoiceApplicationSid: '' },
          ...{ VoiceUrl: url, VoiceMethod: 'POST', VoiceFallbackUrl: url, VoiceFallbackMethod: 'POST' },
        },
        signal,
      ),
    async restore(number, setting, signal) {
      // Twilio takes a method only beside its address, and a trunk or an application instead of one.
      const form = { TrunkSid: '', VoiceApplicationSid: '', VoiceUrl: '', VoiceFallbackUrl: '', ...setting }
      await change(
        number,
        Object.fromEntries(Object.entries(form).filter(([name, to]) => to !== '' || !name.endsWith('Method'))),
        signal,
      )
    },
    async release(number, signal) {
      const held = await find(number, signal)
      if (held === undefined) return
      await askTwilio(account, {
        method: 'DELETE',
        url: `${apiUrl}${base}/IncomingPhoneNumbers/${held.sid}.json`,
        signal,
      })
    },
  }
}

function understood<Shape extends z.ZodType>(shape: Shape, { status, body }: Reply): z.output<Shape> {
  const read = shape.safeParse(body)
  if (read.success) return read.data
  const words = status === 404 ? 'Twilio knows no such account.' : 'Twilio answered in a form we do not know.'
  throw new ProviderError('twilio', words, { retryable: status !== 404, cause: read.error })
}
