import type { Ctx } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { localTime, weekdayOf } from '../../engine/facts/index.ts'
import { type RouteRule, type Rung, ruleHeard } from './route.ts'
import * as store from './store.ts'

/** How many of the tenant's calls run, `own` of them left out; nobody is asked where no rule wants to know. */
export async function busyLines(ctx: Ctx, rules: readonly RouteRule[], own: 0 | 1): Promise<number> {
  if (rules.every(({ when }) => when.busyLines === undefined)) return 0
  return Math.max(0, (await ctx.objects.tenant().busyLines()) - own)
}

/** What a running call is to the rules of its number, by the clock of the place. */
export async function rungNow(ctx: Ctx, rules: readonly RouteRule[], known: boolean, timeZone: string): Promise<Rung> {
  const local = localTime(ctx.now(), timeZone)
  return { known, busyLines: await busyLines(ctx, rules, 1), minute: local.minute, weekday: weekdayOf(local) }
}

/** Which assistant goes on with a call in this language; null: the one that began it. */
export async function assistantFor(
  ctx: Ctx,
  { dialled, caller }: { dialled: string; caller: string },
  lang: string,
): Promise<string | null> {
  const [[number], [known]] = await withTenant(ctx).batch(store.selectByNumber(dialled), store.selectKnown(caller))
  // A caller waits: what nobody asks about is not looked up.
  if (number?.rules.some(({ to, when }) => to === 'assistant' && when.lang !== undefined) !== true) return null
  const [[place]] = await withTenant(ctx).batch(store.selectLocationOf(number.id))
  if (place === undefined) return null
  const { rules } = number
  const call = await rungNow(ctx, rules, caller !== '' && known !== undefined, place.timeZone)
  return ruleHeard(rules, 'assistant', call, { lang, said: [] })?.assistantId ?? null
}
