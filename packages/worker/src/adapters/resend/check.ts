import type { Secret } from '../../shared/secret.ts'

/**
 * `GET /domains` costs nothing. A key that may only send is answered 401 with `restricted_api_key`: it is a good one
 * (https://resend.com/docs/api-reference/errors).
 */
export async function checkEmail(baseUrl: string, key: Secret, signal: AbortSignal): Promise<string> {
  const headers = { authorization: `Bearer ${key.reveal()}` }
  const reply = await fetch(`${baseUrl}/domains`, { signal, headers }).catch(() => null)
  if (reply === null) return 'The mail provider cannot be reached. Try again in a minute.'
  if (reply.ok) return ''
  const { name } = (await reply.json().catch(() => ({}))) as { name?: string }
  if (name === 'restricted_api_key') return ''
  return reply.status === 401 || reply.status === 403
    ? 'The mail provider refuses this key. Check that it was copied whole.'
    : `The mail provider answered ${reply.status}. Try again in a minute.`
}
