import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../core/ctx.ts'
import { idempotency } from '../core/tables.ts'
import { actorOf } from '../core/principal.ts'
import { query, withTenant } from '../db/tenant.ts'
import { AppError } from '../shared/errors.ts'
import { newId } from '../shared/ids.ts'
import { seal, sha256, unseal } from '../shared/secret.ts'
import type { AnyOperation } from './operation.ts'

/**
 * With an `Idempotency-Key`, a POST happens once a day and key: a repeat gets the first reply (kept sealed, since it may
 * hold a key that is shown once), another body under the same key is refused, and one still under way says so.
 */
export async function once(
  ctx: Ctx,
  op: AnyOperation,
  input: { request: Request; params: unknown; body: unknown },
  run: () => Promise<unknown>,
): Promise<unknown> {
  const key = input.request.headers.get('idempotency-key')
  if (key === null || op.method !== 'post' || op.replyType !== 'json') return run()
  if (key.length > 200)
    throw new AppError('bad_request', 'The Idempotency-Key is longer than 200 characters. Use a UUID.')
  const actor = actorOf(ctx.principal)
  const fingerprint = await sha256(JSON.stringify([op.operationId, input.params, input.body]))
  const mine = and(eq(idempotency.actor, actor), eq(idempotency.key, key))
  const [taken, [held]] = await withTenant(ctx).batch(
    query
      .insert(idempotency)
      .values({ id: newId('request'), actor, key, fingerprint })
      .onConflictDoUpdate({
        target: [idempotency.tenantId, idempotency.mode, idempotency.actor, idempotency.key],
        set: { createdAt: sql`now()`, fingerprint, status: null, response: null },
        setWhere: sql`${idempotency.createdAt} < now() - interval '1 day'
          or (${idempotency.status} is null and ${idempotency.createdAt} < now() - interval '2 minutes')`,
      })
      .returning({ id: idempotency.id }),
    query.select().from(idempotency).where(mine),
  )
  if (taken.length === 0 && held !== undefined) return replay(ctx, held, fingerprint)
  try {
    const reply = await run()
    const response = await seal(JSON.stringify(reply ?? null), ctx.config.FOYER_SECRET, 'idempotency')
    await withTenant(ctx).batch(query.update(idempotency).set({ status: op.status, response }).where(mine))
    return reply
  } catch (error) {
    await withTenant(ctx).batch(query.delete(idempotency).where(mine))
    throw error
  }
}

async function replay(ctx: Ctx, held: typeof idempotency.$inferSelect, fingerprint: string): Promise<unknown> {
  if (held.fingerprint !== fingerprint) {
    throw new AppError(
      'idempotency_mismatch',
      'This Idempotency-Key was used for another request. Use a new key for a new request.',
    )
  }
  if (held.status === null)
    throw new AppError(
      'conflict',
      'The first request with this Idempotency-Key is still under way. Ask again in a moment.',
    )
  return JSON.parse((await unseal(String(held.response), ctx.config.FOYER_SECRET, 'idempotency')).reveal())
}
