import type { Ctx, PlatformCtx } from '../../core/ctx.ts'
import { withSystem } from '../../db/system.ts'
import { withTenant } from '../../db/tenant.ts'
import { localTime, openAt, weekdayOf } from '../../engine/facts/index.ts'
import type { PhoneLine } from '../../ports/media.ts'
import { dayMs } from '../../shared/time.ts'
import { loadKnowledge } from '../knowledge/index.ts'
import { busyLines } from './heard.ts'
import { type Route, route } from './route.ts'
import * as store from './store.ts'

/** Of the number's location. */
interface Place {
  country: string
  region: string
}

const spamDays = 30

export type Received =
  | { kind: 'nobody' }
  | {
      kind: 'routed'
      ctx: Ctx
      /** The route's, or the number's own where that has none; and what it has published. */
      assistantId: string
      versionId: string | null
      languages: string[]
      whenBusy: 'message' | 'passed_on'
      source: string
      /** The number they may be recognised by; '' when by none. */
      knownBy: string
      place: Place
      route: Route
    }

/**
 * Whose call it is, by trunk and number together, and where it goes. A number that is on the trunk at the gateway but not
 * here, or here on another trunk, is nobody's: a call never reaches a tenant by half a match.
 */
export async function receive(platform: PlatformCtx, { trunkId, dialled, from }: PhoneLine): Promise<Received> {
  const [held] = await withSystem(platform.config, 'a dialled number names its tenant').call(
    'find_number',
    trunkId,
    dialled,
  )
  if (held === undefined) return { kind: 'nobody' }
  const ctx = platform.enter(held.tenant_id, held.mode)
  const now = ctx.now()
  const [[number], [known], [tenant], [location], [spam], own, published] = await withTenant(ctx).batch(
    store.selectNumber(held.number_id),
    store.selectKnown(from),
    store.selectRevision(),
    store.selectLocationOf(held.number_id),
    store.selectSpam(from, new Date(now.getTime() - spamDays * dayMs)),
    store.selectOwn(from),
    store.selectPublished(),
  )
  if (number === undefined || location === undefined) return { kind: 'nobody' }
  const { facts } = await loadKnowledge(ctx, tenant?.revision ?? 0)
  const place = facts.find(({ locationId }) => locationId === number.locationId)
  const local = localTime(now, location.timeZone)
  const ringing = {
    from,
    known: from !== '' && known !== undefined,
    spam: from !== '' && spam !== undefined,
    open: place === undefined ? null : (openAt(now, place)?.open ?? null),
    busyLines: await busyLines(ctx, number.rules, 0),
    minute: local.minute,
    weekday: weekdayOf(local),
  }
  const { languages, whenBusy, source } = number
  // Our own people's numbers are those that are put on, and what a line of ours forwards shows that line's.
  const isOwn = own.rows.length > 0 || facts.some(({ phones }) => phones.some(({ value }) => value.number === from))
  const knownBy = number.repeatCallers === 'recognise' && !isOwn ? from : ''
  const going = route(number, ringing)
  const assistantId = 'assistantId' in going ? going.assistantId : number.assistantId
  const versionId = published.find(({ id }) => id === assistantId)?.publishedVersionId ?? null
  const routed = { ctx, assistantId, versionId, languages, whenBusy, source, knownBy, place: location }
  return { kind: 'routed', ...routed, route: going }
}
