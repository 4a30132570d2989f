import type { Ctx } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { detectEmergency } from '../../engine/emergency/index.ts'
import { detectBuiltIn } from '../../engine/intents/index.ts'
import { assign } from '../calls/store.ts'
import { choiceOf, hasChoices } from '../phone/index.ts'
import { readSetting, type Saying, type Setting } from './open.ts'
import type { Chosen } from './trace.ts'

/**
 * A caller's word or key may lead elsewhere, by a rule of the number they dialled: then another assistant takes this turn
 * and those after it, or somebody is fetched. Danger and what is built in come first; so does what is being dictated.
 */
export async function choose(
  ctx: Ctx,
  { conversationId, text, via, lang }: Saying,
  turnId: string,
  setting: Setting,
): Promise<{ setting: Setting; chosen: Chosen | null }> {
  const stays = { setting, chosen: null }
  if (via === undefined || !hasChoices(setting.dialled) || setting.onlyMessage || isAsked(setting, turnId)) return stays
  if (detectEmergency(text).grade !== 'none' || detectBuiltIn(text, setting.lang) !== null) return stays
  const choice = await choiceOf(ctx, setting.dialled, setting.lang === '' ? (lang ?? '') : setting.lang, { text, via })
  if (choice === null) return stays
  const { rule, why, isBare } = choice
  if (rule.to === 'ring') return { setting, chosen: { to: 'person', why, reaches: rule.reach !== undefined } }
  const assistantId = rule.assistantId ?? setting.dialled.assistantId
  if (assistantId === setting.assistantId)
    return isBare ? { setting, chosen: { to: 'assistant', why, isBare, isNew: false } } : stays
  await withTenant(ctx).batch(assign(conversationId, assistantId))
  const after = await readSetting(ctx, conversationId)
  const isNew = after.assistantName !== setting.assistantName
  return { setting: after, chosen: { to: 'assistant', why, isBare, isNew } }
}

/** Something is being asked step by step; what was only offered is not. */
function isAsked({ turns }: Setting, turnId: string): boolean {
  const flow = turns.find((turn) => turn.id !== turnId && turn.state === 'answered')?.flow ?? null
  return flow !== null && flow.asked !== 'offer'
}
