import type { z } from '@hono/zod-openapi'
import { and, gte, lte, sql } from 'drizzle-orm'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { query, withTenant } from '../../db/tenant.ts'
import { dayMs, utcDay } from '../../shared/time.ts'
import type { UsageDay, UsageQuery } from './schema.ts'
import { usage } from './table.ts'

export async function usageByDay(ctx: Ctx, range: z.output<typeof UsageQuery>) {
  requireScope(ctx, 'usage:read')
  const from = range.from ?? utcDay(new Date(ctx.now().getTime() - 30 * dayMs))
  const to = range.to ?? utcDay(ctx.now())
  const [rows] = await withTenant(ctx).batch(
    query
      .select({
        day: usage.day,
        tier: usage.tier,
        turns: sql<number>`count(*) filter (where ${usage.kind} = 'turn')`.mapWith(Number),
        tokensIn: sql<number>`sum(${usage.tokensIn})`.mapWith(Number),
        tokensOut: sql<number>`sum(${usage.tokensOut})`.mapWith(Number),
        costMicros: sql<number>`sum(${usage.costMicros})`.mapWith(Number),
      })
      .from(usage)
      .where(and(gte(usage.day, from), lte(usage.day, to)))
      .groupBy(usage.day, usage.tier)
      .orderBy(usage.day),
  )
  const days = new Map<string, z.infer<typeof UsageDay>>()
  for (const row of rows) {
    const day = days.get(row.day) ?? { day: row.day, turns: {}, tokensIn: 0, tokensOut: 0, costMicros: 0 }
    if (row.turns > 0) day.turns[row.tier] = row.turns
    day.tokensIn += row.tokensIn
    day.tokensOut += row.tokensOut
    day.costMicros += row.costMicros
    days.set(row.day, day)
  }
  return { days: [...days.values()] }
}

/** What models cost this calendar month (UTC), for the spend cap; read in the batch that opens a turn. */
export const selectMonthSpend = (now: Date) =>
  query
    .select({ costMicros: sql<number>`coalesce(sum(${usage.costMicros}), 0)`.mapWith(Number) })
    .from(usage)
    .where(gte(usage.day, `${utcDay(now).slice(0, 7)}-01`))

export const insertUsage = (row: typeof usage.$inferInsert) => query.insert(usage).values(row).onConflictDoNothing()
