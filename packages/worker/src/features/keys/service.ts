import type { z } from '@hono/zod-openapi'
import { asc, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { auditRow } from '../../core/audit.ts'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { isLostRace } from '../../db/conflict.ts'
import { expectWritten } from '../../db/expect.ts'
import { query, withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { randomToken, seal, unseal } from '../../shared/secret.ts'
import { hourMs } from '../../shared/time.ts'
import { toPage } from '../../web/page.ts'
import { selectFirstAssistant, selectTenant } from '../tenants/store.ts'
import { assistants } from '../tenants/table.ts'
import { insertKey, mintKey } from './mint.ts'
import { presentKey } from './present.ts'
import type { NewKey, Rotation } from './schema.ts'
import { identitySecrets, keys } from './table.ts'

export async function createKey(ctx: Ctx, input: z.output<typeof NewKey>) {
  requireScope(ctx, 'keys:write')
  const wanted = input.assistantId
  const [[tenant], [assistant]] = await withTenant(ctx).batch(
    selectTenant(),
    wanted === undefined ? selectFirstAssistant() : query.select().from(assistants).where(eq(assistants.id, wanted)),
  )
  if (tenant === undefined || assistant === undefined) throw notFound('assistant')
  if (input.mode === 'live' && (tenant.mode === 'test' || ctx.mode === 'test')) {
    throw new AppError('forbidden', 'A live key cannot be made from test: use a live secret key of a live tenant.')
  }
  const minted = await mintKey({ ...input, assistantId: input.kind === 'publishable' ? assistant.id : null })
  await withTenant(ctx).batch(
    insertKey(minted.row),
    auditRow(ctx, 'key.created', minted.row.id, { kind: input.kind, mode: input.mode }),
  )
  return { ...presentKey({ ...minted.row, createdAt: ctx.now() }), key: minted.key }
}

export async function listKeys(ctx: Ctx, page: { after: string; limit: number }) {
  requireScope(ctx, 'tenant:read')
  const after = page.after === '' ? undefined : gt(keys.id, page.after)
  const [rows] = await withTenant(ctx).batch(
    query
      .select()
      .from(keys)
      .where(after)
      .orderBy(asc(keys.id))
      .limit(page.limit + 1),
  )
  return toPage(rows, page.limit, presentKey)
}

export async function rotateKey(ctx: Ctx, keyId: string, { overlapMs }: z.output<typeof Rotation>) {
  requireScope(ctx, 'keys:write')
  const [[old]] = await withTenant(ctx).batch(query.select().from(keys).where(eq(keys.id, keyId)))
  if (old === undefined) throw notFound('key')
  refuseLiveFromTest(ctx, old.mode)
  if (old.revokedAt !== null || old.expiresAt !== null) {
    throw new AppError('conflict', 'This key was rotated or revoked before. Rotate the key that replaced it.')
  }
  const minted = await mintKey({ name: old.name, kind: old.kind, mode: old.mode, assistantId: old.assistantId })
  const expiresAt = new Date(ctx.now().getTime() + overlapMs)
  // The condition makes a lost race change nothing: expect_rows rolls the new key back with it.
  await withTenant(ctx)
    .batch(
      query
        .update(keys)
        .set({ expiresAt })
        .where(sql`${keys.id} = ${keyId} and ${keys.expiresAt} is null and ${keys.revokedAt} is null`),
      expectWritten(keys, eq(keys.id, keyId)),
      insertKey(minted.row),
      auditRow(ctx, 'key.rotated', keyId, { by: minted.row.id, overlapMs }),
    )
    .catch(lostRace)
  return { ...presentKey({ ...minted.row, createdAt: ctx.now() }), key: minted.key }
}

export async function revokeKey(ctx: Ctx, keyId: string) {
  requireScope(ctx, 'keys:write')
  const [[found]] = await withTenant(ctx).batch(query.select().from(keys).where(eq(keys.id, keyId)))
  if (found === undefined) throw notFound('key')
  refuseLiveFromTest(ctx, found.mode)
  if (found.revokedAt !== null) return presentKey(found)
  const [[key]] = await withTenant(ctx).batch(
    query.update(keys).set({ revokedAt: ctx.now() }).where(eq(keys.id, keyId)).returning(),
    auditRow(ctx, 'key.revoked', keyId),
  )
  if (key === undefined) throw notFound('key')
  return presentKey(key)
}

/** The newest two secrets are valid: the one before ends a day after its successor was made. */
export async function createIdentitySecret(ctx: Ctx) {
  requireScope(ctx, 'keys:write')
  const id = newId('identitySecret')
  const secret = randomToken(32)
  const sealed = await seal(secret, ctx.config.FOYER_SECRET, 'identity')
  const expiresAt = new Date(ctx.now().getTime() + 24 * hourMs)
  await withTenant(ctx).batch(
    query.update(identitySecrets).set({ expiresAt }).where(isNull(identitySecrets.expiresAt)),
    query.insert(identitySecrets).values({ id, sealed }),
    auditRow(ctx, 'identity-secret.created', id),
  )
  return { id, secret, createdAt: ctx.now().toISOString() }
}

/** The secret a token's `kid` names, while it is valid; null otherwise. */
export async function findIdentitySecret(ctx: Ctx, kid: string) {
  const [rows] = await withTenant(ctx).batch(
    query.select().from(identitySecrets).orderBy(desc(identitySecrets.id)).limit(2),
  )
  const row = rows.find((candidate) => candidate.id === kid)
  if (row === undefined || (row.expiresAt !== null && row.expiresAt <= ctx.now())) return null
  return unseal(row.sealed, ctx.config.FOYER_SECRET, 'identity')
}

function refuseLiveFromTest(ctx: Ctx, mode: 'test' | 'live'): void {
  if (ctx.mode === 'test' && mode === 'live')
    throw new AppError('forbidden', 'A test key cannot touch a live key. Use a live secret key.')
}

function lostRace(error: unknown): never {
  if (!isLostRace(error)) throw error
  throw new AppError('conflict', 'Somebody else changed this key at the same moment. Look at it again.')
}
