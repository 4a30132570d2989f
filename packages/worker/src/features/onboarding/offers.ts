import { type Ctx, requireScope } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { notFound } from '../../shared/errors.ts'
import { loadKnowledge } from '../knowledge/index.ts'
import { selectTenant } from '../tenants/index.ts'
import { builderSteps } from './builder-steps.ts'
import { questionsFrom } from './questions.ts'
import { siteBuilders } from './schema.ts'
import { offeredTrades, tradePlaybook } from './trade.ts'

export async function listTrades(ctx: Ctx) {
  requireScope(ctx, 'playbook:read')
  return { items: offeredTrades.map(({ id, label, notice }) => ({ id, label, notice })) }
}

export async function getTrade(ctx: Ctx, tradeId: string) {
  requireScope(ctx, 'playbook:read')
  return tradePlaybook(tradeId)
}

export async function listSiteBuilders(ctx: Ctx) {
  requireScope(ctx, 'tenant:read')
  const items = siteBuilders.map((id) => {
    const { name, steps } = builderSteps[id]
    return { id, name, steps: { en: [...steps.en], es: [...steps.es], ar: [...steps.ar] } }
  })
  return { items }
}

export async function questionsToTry(ctx: Ctx, lang: string) {
  requireScope(ctx, 'knowledge:read')
  const [[tenant]] = await withTenant(ctx).batch(selectTenant())
  if (tenant === undefined) throw notFound('tenant')
  const { facts } = await loadKnowledge(ctx, tenant.knowledgeRevision)
  return { items: questionsFrom(facts, lang) }
}
