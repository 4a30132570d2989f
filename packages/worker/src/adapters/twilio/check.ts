import type { CarrierAccount } from '../../ports/carrier.ts'
import { ProviderError } from '../../ports/provider-error.ts'
import { askTwilio } from './ask.ts'

/** Reading the account costs nothing. @returns '' when the token works, else why not */
export async function checkTwilio(account: CarrierAccount, apiUrl: string, signal: AbortSignal): Promise<string> {
  const url = `${apiUrl}/2010-04-01/Accounts/${encodeURIComponent(account.accountSid)}.json`
  try {
    const { status, body } = await askTwilio(account, { method: 'GET', url, signal })
    if (status === 404) return 'Twilio knows no account with this SID. Check it.'
    const state = (body as { status?: unknown } | null)?.status
    return state === 'active' ? '' : `Twilio says that this account is ${String(state)}. Set that right there first.`
  } catch (error) {
    if (error instanceof ProviderError) return error.message
    return 'Twilio cannot be reached. Try again in a minute.'
  }
}
