import type { Ctx } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { countryOf } from '../../shared/phone.ts'
import { selectContacts } from '../onboarding/index.ts'
import { rungNow } from './heard.ts'
import { type Group, waves } from './reach.ts'
import { choice, ruleHeard } from './route.ts'
import { onDuty } from './schedule.ts'
import * as store from './store.ts'

/** How calls go out for this call. */
export interface WayOut {
  gatewayId: string
  /** A number of ours, shown to whom is rung. */
  from: string
}

interface Rung {
  personId: string
  name: string
  number: string
  /** '' when nobody said which. */
  lang: string
  ringMs: number
  manner: 'warm' | 'cold'
  /** Whether the way out leads to that country. */
  isAllowed: boolean
}

interface Call {
  dialled: string
  assistantId: string
}

/** The same, and what is known of it by now. */
interface Talk extends Call {
  caller: string
  conversationId: string
  lang: string
  /** Of the turn in which they asked for somebody. */
  turnId: string
}

const usualRingMs = 20_000

/** The trunk of the dialled number before the others; null where no call may go out. */
export async function wayOut(ctx: Ctx, dialled: string): Promise<WayOut | null> {
  const [[way]] = await withTenant(ctx).batch(store.selectWaysOut(dialled))
  return way === undefined ? null : { gatewayId: way.gatewayId, from: way.from }
}

/** To whom a caller is handed over when no agent can be had; '' where nobody said. */
export async function ownPhoneFor(ctx: Ctx, call: Call): Promise<string> {
  const [[number]] = await withTenant(ctx).batch(store.selectNumberFor(call))
  return number?.ownPhone ?? ''
}

/** Waves of people of the tenant's, and nobody else ever. Without a way out nobody is rung. */
export async function whoIsRung(
  ctx: Ctx,
  call: Talk,
  purpose: 'transfer' | 'staff_first' | 'danger',
  reach?: string,
): Promise<Rung[][]> {
  const [[number], [way], [place], people, groups, contacts, [known], said] = await withTenant(ctx).batch(
    store.selectNumberFor(call),
    store.selectWaysOut(call.dialled),
    store.selectPlace(),
    store.selectPeople(),
    store.selectGroups(),
    selectContacts(),
    store.selectKnown(call.caller),
    store.selectSaid(call.conversationId),
  )
  if (way === undefined || place === undefined) return []
  const countries = way.countries.length > 0 ? way.countries : [place.country]
  const isAllowed = (to: string) => countries.includes(countryOf(to))
  if (purpose === 'danger') {
    const known = contacts.filter(({ phone }) => phone !== '')
    return known.map(({ id, name, phone }): Rung[] => [
      { personId: id, name, number: phone, lang: '', ringMs: usualRingMs, manner: 'warm', isAllowed: isAllowed(phone) },
    ])
  }
  const { rules = [], reach: usual = '' } = number ?? {}
  const isKnown = call.caller !== '' && known !== undefined
  const now = await rungNow(ctx, { rules, known: isKnown, timeZone: place.timeZone })
  const asked = said.find(({ turnId }) => turnId === call.turnId)
  // Whom they chose just now, before what they spoke of earlier.
  const chosen = asked === undefined ? null : choice(rules, now, call.lang, asked)
  const spokenOf = chosen?.rule.to === 'ring' ? chosen.rule : ruleHeard(rules, 'ring', now, { lang: call.lang, said })
  const byRule = purpose === 'transfer' ? spokenOf?.reach : undefined
  const wanted = reach ?? byRule ?? usual
  const found = groups.find(({ id }) => id === wanted)
  const stored: Group = found ?? { order: 'in_order', people: [wanted], turn: 0 }
  const members = people.filter(({ id }) => stored.people.includes(id))
  const scheduled =
    found === undefined || found.schedule === '' ? null : await onDuty(ctx.ports.web, found.schedule, members)
  // Whom the schedule names is on duty, whatever hours stand here.
  const rung = scheduled?.map((one) => ({ ...one, hours: [] })) ?? people
  const order = stored.order === 'all_at_once' ? 'all_at_once' : 'in_order'
  const group: Group = scheduled === null ? stored : { order, people: scheduled.map(({ id }) => id), turn: 0 }
  if (found?.order === 'round_robin') await withTenant(ctx).batch(store.takeTurn(found.id))
  const manner = purpose === 'transfer' ? (number?.transfers ?? 'warm') : 'warm'
  return waves(group, rung, now).map((wave) =>
    wave.map(({ id, name, number: to, languages }): Rung => ({
      ...{ personId: id, name, number: to, lang: languages[0] ?? '', manner, isAllowed: isAllowed(to) },
      ringMs: found?.ringMs ?? usualRingMs,
    })),
  )
}
