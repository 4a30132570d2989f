import { z } from 'zod'
import type { CarrierAccount } from '../../ports/carrier.ts'
import { ProviderError } from '../../ports/provider-error.ts'
import { jsonOf } from '../../shared/json.ts'

const attemptMs = 8000
const tries = 3
const firstPauseMs = 200
/** A carrier that asks for a longer pause is left alone until somebody asks again. */
const longestPauseMs = 3000

/** Twilio's errors: https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions */
const Refusal = z.object({
  code: z.number().optional(),
  message: z.string().optional(),
  more_info: z.string().optional(),
})

export interface Request {
  method: 'GET' | 'POST' | 'DELETE'
  url: string
  form?: Readonly<Record<string, string>>
  signal: AbortSignal
  /** Asked once, because nobody can say what became of a request whose answer was lost. */
  isOnce?: boolean
}

export interface Reply {
  status: number
  body: unknown
}

/**
 * One request of Twilio's REST API: form in, JSON out, HTTP Basic. What fails for the moment (429, 5xx, no line) is asked
 * three times with growing, jittered pauses, or after what `Retry-After` says. A 404 is an answer.
 * @throws ProviderError with Twilio's own words; `retryable` when the same may work later
 */
export async function askTwilio(account: CarrierAccount, request: Request): Promise<Reply> {
  for (let attempt = 1; ; attempt++) {
    const came = await once(account, request)
    if (came.kind === 'reply') return came.reply
    const { failure, afterMs } = came
    const isOver = request.isOnce === true || request.signal.aborted || attempt === tries
    if (isOver || !failure.retryable || afterMs > longestPauseMs) throw failure
    await pause(Math.max(afterMs, firstPauseMs * 2 ** attempt * (0.5 + Math.random() / 2)))
  }
}

type Came = { kind: 'reply'; reply: Reply } | { kind: 'failed'; failure: ProviderError; afterMs: number }

async function once({ accountSid, key }: CarrierAccount, { method, url, form, signal }: Request): Promise<Came> {
  const body = form === undefined ? {} : { body: new URLSearchParams(form).toString() }
  try {
    const got = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(attemptMs)]),
      headers: {
        authorization: `Basic ${btoa(`${accountSid}:${key.reveal()}`)}`,
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...body,
    })
    const reply = { status: got.status, body: jsonOf(await got.text()) }
    if (got.ok || got.status === 404) return { kind: 'reply', reply }
    const after = Number(got.headers.get('retry-after') ?? 0)
    return { kind: 'failed', failure: refusalOf(reply), afterMs: Number.isFinite(after) ? after * 1000 : 0 }
  } catch (cause) {
    const words = signal.aborted ? 'Twilio did not answer in time.' : 'Twilio cannot be reached.'
    return { kind: 'failed', failure: new ProviderError('twilio', words, { retryable: true, cause }), afterMs: 0 }
  }
}

function refusalOf({ status, body }: Reply): ProviderError {
  const told = Refusal.safeParse(body).data ?? {}
  const code = told.code === undefined ? '' : ` (${told.code})`
  const words =
    status === 401 || status === 403
      ? 'Twilio refuses this account and token. Check that both were copied whole.'
      : `Twilio answered ${status}: ${told.message ?? 'no reason given'}${code}`
  return new ProviderError('twilio', words, { retryable: status === 429 || status >= 500, cause: told })
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
