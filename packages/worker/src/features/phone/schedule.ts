import { z } from 'zod'
import type { WebPort } from '../../ports/web.ts'
import type { Reachable } from './reach.ts'
import { jsonOf } from '../../shared/json.ts'

/** A caller waits for it. */
const timeoutMs = 2000
const maxBytes = 64 * 1024

const Duty = z.object({ onDuty: z.array(z.string()).max(100) })

/**
 * Who is on duty, asked of the tenant's own schedule: their numbers, in the order they are to be rung. Numbers of nobody in
 * the group are left out: nobody else ever is rung. null when it does not say so in time: the stored order and hours hold.
 */
export async function onDuty(
  web: WebPort,
  url: string,
  people: readonly Reachable[],
): Promise<readonly Reachable[] | null> {
  const request = { url, method: 'GET' as const, headers: { accept: 'application/json' }, maxBytes, timeoutMs }
  const reply = await web.fetch(request, AbortSignal.timeout(timeoutMs))
  if (reply.kind === 'refused' || reply.status !== 200) return null
  const said = Duty.safeParse(jsonOf(new TextDecoder().decode(reply.body)))
  if (!said.success) return null
  const named = [...new Set(said.data.onDuty)].flatMap((number) => people.find((one) => one.number === number) ?? [])
  return named.length === 0 ? null : named
}
