import type { Secret } from '../../shared/secret.ts'

/** `GET /models` costs nothing and needs a key that works. */
export async function checkModel(
  { baseUrl, model, key }: { baseUrl: string; model: string; key: Secret },
  signal: AbortSignal,
): Promise<string> {
  const reply = await fetch(`${baseUrl}/models`, {
    signal,
    redirect: 'manual',
    headers: { authorization: `Bearer ${key.reveal()}` },
  }).catch(() => null)
  if (reply === null) return 'The endpoint cannot be reached. Check the address.'
  if (reply.status === 401 || reply.status === 403)
    return 'The endpoint refuses this key. Check that it was copied whole.'
  if (!reply.ok) return `The endpoint answered ${reply.status}. Check the address.`
  const body = (await reply.json().catch(() => null)) as { data?: { id?: unknown }[] } | null
  const known = body?.data?.map(({ id }) => id)
  if (known === undefined) return 'The endpoint does not speak the OpenAI protocol. Check the address.'
  return known.length === 0 || known.includes(model) ? '' : `The endpoint does not have a model "${model}".`
}
