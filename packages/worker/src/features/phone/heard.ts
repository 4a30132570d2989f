import type { Ctx } from '../../core/ctx.ts'
import { localTime, weekdayOf } from '../../engine/facts/index.ts'
import { type Choice, choice, isChoice, menuOf, type RouteRule, type Rung, ruleHeard, type Utterance } from './route.ts'

/** How many of the tenant's calls run, `own` of them left out; nobody is asked where no rule wants to know. */
export async function busyLines(ctx: Ctx, rules: readonly RouteRule[], own: 0 | 1): Promise<number> {
  if (rules.every(({ when }) => when.busyLines === undefined)) return 0
  return Math.max(0, (await ctx.objects.tenant().busyLines()) - own)
}

/** How a running call came in: the rules of the number that was dialled, and what they ask of its caller. */
export interface Dialled {
  rules: RouteRule[]
  /** The number's own. */
  assistantId: string
  known: boolean
  timeZone: string
}

/** What a running call is to the rules of its number, by the clock of the place. */
export async function rungNow(ctx: Ctx, { rules, known, timeZone }: Omit<Dialled, 'assistantId'>): Promise<Rung> {
  const local = localTime(ctx.now(), timeZone)
  return { known, busyLines: await busyLines(ctx, rules, 1), minute: local.minute, weekday: weekdayOf(local) }
}

/** Whether something can be chosen at all: a caller waits, and what nobody asks about is not looked at. */
export const hasChoices = (dialled: Dialled | null): dialled is Dialled => dialled?.rules.some(isChoice) === true

/** Which assistant goes on with a call in this language; null: the one that began it. */
export async function assistantFor(ctx: Ctx, dialled: Dialled | null, lang: string): Promise<string | null> {
  // A caller waits: what nobody asks about is not looked up.
  if (dialled?.rules.some(({ to, when }) => to === 'assistant' && when.lang !== undefined) !== true) return null
  const call = await rungNow(ctx, dialled)
  return ruleHeard(dialled.rules, 'assistant', call, { lang, said: [] })?.assistantId ?? null
}

/** What the caller chose by saying or pressing this; null: nothing. */
export async function choiceOf(
  ctx: Ctx,
  dialled: Dialled | null,
  lang: string,
  said: Utterance,
): Promise<Choice | null> {
  if (!hasChoices(dialled)) return null
  return choice(dialled.rules, await rungNow(ctx, dialled), lang, said)
}

/** Keys that mean something all through a call. */
export const keysOf = ({ rules }: Dialled): string[] => rules.flatMap(({ when }) => when.presses ?? [])

/** What the menu offers a caller now, besides languages. */
export async function menuFor(ctx: Ctx, dialled: Dialled | null, lang: string): Promise<string[]> {
  if (!hasChoices(dialled)) return []
  return menuOf(dialled.rules, await rungNow(ctx, dialled), lang)
}
