import type { Ctx } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { localDay } from '../../shared/time.ts'
import { selectLocations } from '../tenants/index.ts'
import { countDays, nextDay } from './count-days.ts'
import { insertDays, selectFirstDay, selectNewestDay } from './days-store.ts'

const atOnce = 92

/**
 * Nightly, before anything is given up: keeps what was counted of each day that has been over for a whole day, in the
 * order of the days. From then on the day reads from its one row, also when its conversations are gone.
 */
export async function settleDays(ctx: Ctx): Promise<void> {
  const [locations] = await withTenant(ctx).batch(selectLocations())
  const timeZone = locations[0]?.timeZone ?? 'UTC'
  const [[newest], first] = await withTenant(ctx).batch(selectNewestDay(), selectFirstDay(timeZone))
  const begun = newest === undefined ? (first.rows[0]?.day ?? null) : nextDay(newest.day, 1)
  if (begun === null) return
  const last = nextDay(localDay(ctx.now(), timeZone), -2)
  for (let from = begun; from <= last; from = nextDay(from, atOnce)) {
    const to = [last, nextDay(from, atOnce - 1)].toSorted()[0] ?? last
    await withTenant(ctx).batch(insertDays(await countDays(ctx, from, to, timeZone)))
  }
}
