import type { CarrierAccount, CarrierAnswer, CarrierCallsPort } from '../../ports/carrier.ts'

/**
 * Twilio asks by webhook what to do with a call, and is told in TwiML (https://www.twilio.com/docs/voice/twiml). A trunk
 * of theirs would go on to another phone only when our gateway cannot be reached, not when it is busy: a call nobody takes
 * is refused with 486. So the gateway is dialled, and whatever came of that is asked about again.
 */
export function twilioCalls({ key }: CarrierAccount): CarrierCallsPort {
  return {
    async hear({ url, body, headers }) {
      const form = new URLSearchParams(body)
      if (!(await isSigned(url, form, headers.get('x-twilio-signature') ?? '', key.reveal()))) return null
      const of = (name: string) => form.get(name) ?? ''
      // Asked again by the fallback address: we failed with the first answer.
      const came = of('ErrorUrl') === '' ? of('DialCallStatus') : 'failed'
      return {
        dialled: of('To'),
        forwardedBy: of('ForwardedFrom'),
        stage: came === '' ? 'new' : came === 'completed' || came === 'answered' ? 'served' : 'unserved',
      }
    },
    tell: (answer) =>
      new Response(`<?xml version="1.0" encoding="UTF-8"?>\n<Response>${verbOf(answer)}</Response>`, {
        headers: { 'content-type': 'text/xml; charset=utf-8', 'cache-control': 'no-store' },
      }),
  }
}

function verbOf(answer: CarrierAnswer): string {
  switch (answer.kind) {
    case 'ring': {
      const { address, number, login, ringS, asks } = answer
      const user = `username="${xml(login.username)}" password="${xml(login.password.reveal())}"`
      return `<Dial action="${xml(asks)}" method="POST" answerOnBridge="true" timeout="${ringS}"><Sip ${user}>sip:${xml(number)}@${xml(address)}</Sip></Dial>`
    }
    case 'pass_on':
      return `<Dial timeout="${answer.ringS}">${xml(answer.to)}</Dial>`
    case 'say':
      return `<Say>${xml(answer.text)}</Say>`
    case 'hang_up':
      return '<Hangup/>'
    default:
      return answer satisfies never
  }
}

/** HMAC-SHA1 of the address and every field in order: https://www.twilio.com/docs/usage/security#validating-requests */
async function isSigned(url: string, form: URLSearchParams, signature: string, token: string): Promise<boolean> {
  const fields = [...form].toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
  const signed = new TextEncoder().encode(url + fields.map(([name, value]) => name + value).join(''))
  const hmac = { name: 'HMAC', hash: 'SHA-1' }
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(token), hmac, false, ['verify'])
  const given = bytesOf(signature)
  return given !== null && crypto.subtle.verify('HMAC', key, given, signed)
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  } catch {
    return null
  }
}

const xml = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
