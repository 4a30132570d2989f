import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { query } from '../../db/tenant.ts'
import { conversations } from '../conversations/table.ts'
import { refreshTokens, visitors } from './table.ts'

export const insertVisitor = (row: { id: string; subject: string | null; name: string; email: string }) =>
  row.subject === null
    ? query.insert(visitors).values(row).returning()
    : query
        .insert(visitors)
        .values(row)
        .onConflictDoUpdate({
          target: [visitors.tenantId, visitors.mode, visitors.subject],
          targetWhere: sql`subject is not null`,
          set: { name: row.name, email: row.email },
        })
        .returning()

export const insertRefreshToken = (row: {
  id: string
  visitorId: string
  keyId: string
  hash: string
  expiresAt: Date
}) => query.insert(refreshTokens).values(row)

/** Good while it has not run out and was not replaced more than a minute ago. */
const usable = (hash: string, now: Date, graceMs: number) =>
  and(
    eq(refreshTokens.hash, hash),
    gt(refreshTokens.expiresAt, now),
    or(isNull(refreshTokens.replacedAt), gt(refreshTokens.replacedAt, new Date(now.getTime() - graceMs))),
  )

export const replaceRefreshToken = (hash: string, now: Date, graceMs: number) =>
  query
    .update(refreshTokens)
    .set({ replacedAt: sql`coalesce(${refreshTokens.replacedAt}, ${now.toISOString()}::timestamptz)` })
    .where(usable(hash, now, graceMs))
    .returning({ visitorId: refreshTokens.visitorId, keyId: refreshTokens.keyId })

export const moveConversations = (from: string, to: string) =>
  query.update(conversations).set({ visitorId: to }).where(eq(conversations.visitorId, from))

export const selectVisitor = (id: string) => query.select().from(visitors).where(eq(visitors.id, id))
