import type { Ctx } from '../../../core/ctx.ts'
import { utcDay } from '../../../shared/time.ts'
import { modelOf } from '../../connections/index.ts'
import { breaker } from './breaker.ts'
import type { CompiledPlaybook, ModelAllowance } from '../turn.ts'

export const spent = 'This month’s model spend has reached its cap: answers are quoted, without a model.'
const turnsPerDay = 2000

interface Spending {
  turnId: string
  turnsToday: number
  spentMicros: number
  spendCapMicros: number
  /** The tenant's own connection; null where the platform's model answers. */
  ownModel: { settings: unknown; sealed: string } | null
}

/** Whether this turn may ask the model; the tenant's object keeps simultaneous turns from passing the cap together. */
export async function modelAllowance(
  ctx: Ctx,
  spending: Spending,
  playbook: CompiledPlaybook | null,
): Promise<ModelAllowance> {
  const { turnId, turnsToday, spentMicros, spendCapMicros: capMicros } = spending
  const model = await modelOf(ctx, spending.ownModel)
  if (model === null) return { kind: 'none', why: 'No model is connected.' }
  if (turnsToday > (playbook?.document.limits.turnsPerDay ?? turnsPerDay))
    return { kind: 'none', why: 'Today’s ceiling of turns is reached: answers are quoted, without a model.' }
  if (spentMicros >= capMicros) return { kind: 'none', why: spent }
  const month = utcDay(ctx.now()).slice(0, 7)
  return {
    kind: 'allowed',
    ...model,
    hold: (estimateMicros) => ctx.objects.tenant().holdSpend({ turnId, month, estimateMicros, spentMicros, capMicros }),
    breaker,
    pause: (ms) => new Promise((done) => setTimeout(done, ms * (0.5 + Math.random()))),
    settle: (costMicros) => ctx.objects.tenant().settleSpend(turnId, costMicros),
  }
}
