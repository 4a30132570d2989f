import type { z } from '@hono/zod-openapi'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { loadKnowledge } from '../knowledge/index.ts'
import { type PlaybookDocument, publish, putDraft } from '../playbook/index.ts'
import { selectFirstAssistant, selectTenant } from '../tenants/index.ts'
import { questionsFrom } from './questions.ts'
import type { TradeChoice } from './schema.ts'
import { saveChange } from './service.ts'
import { selectContacts, selectOnboarding } from './store.ts'
import { tradePlaybook } from './trade.ts'

const notes = (trade: string): string => `Made for the trade "${trade}"`

/**
 * Drafts and publishes the trade's playbook with what is known of the business. A draft that somebody wrote by hand stays,
 * unless they say `replace`.
 */
export async function chooseTrade(ctx: Ctx, { trade, replace }: z.output<typeof TradeChoice>) {
  requireScope(ctx, 'playbook:write')
  const playbook = tradePlaybook(trade)
  const [[tenant], [assistant], [state], contacts] = await withTenant(ctx).batch(
    selectTenant(),
    selectFirstAssistant(),
    selectOnboarding(),
    selectContacts(),
  )
  if (tenant === undefined || assistant === undefined) throw notFound('assistant')
  const ours = state !== undefined && state.trade !== '' && isUntouched(assistant.draft, state.trade)
  if (assistant.draftRevision > 0 && !ours && !replace) {
    throw new AppError(
      'would_replace',
      'There is a playbook already, and somebody has worked on it. Choose to replace it if you want the trade’s instead; the older versions stay.',
    )
  }
  const { facts } = await loadKnowledge(ctx, tenant.knowledgeRevision)
  const fitted = fittedTo(playbook, {
    suggestions: Object.fromEntries(playbook.languages.map((lang) => [lang, questionsFrom(facts, lang)])),
    emergencyPhone:
      facts.flatMap(({ phones }) => phones).find(({ value }) => value.use === 'emergency')?.value.number ??
      contacts.find(({ phone }) => phone !== '')?.phone,
  })
  await putDraft(ctx, assistant.id, fitted, String(assistant.draftRevision))
  const published = await publish(ctx, assistant.id, notes(trade))
  await saveChange(ctx, state?.revision ?? 0, { trade, steps: state?.steps ?? {} })
  return published
}

interface Known {
  suggestions: Partial<Record<string, string[]>>
  emergencyPhone: string | undefined
}

/** Three questions that the business can answer, then the trade's own. */
function fittedTo(playbook: PlaybookDocument, { suggestions, emergencyPhone }: Known): PlaybookDocument {
  const mixed = Object.entries(playbook.suggestions).map(([lang, own = []]) => [
    lang,
    [...new Set([...(suggestions[lang] ?? []).slice(0, 3), ...own.toReversed()])].slice(0, 4),
  ])
  const emergency = emergencyPhone === undefined ? playbook.emergency : { ...playbook.emergency, phone: emergencyPhone }
  return { ...playbook, suggestions: Object.fromEntries(mixed) as PlaybookDocument['suggestions'], emergency }
}

/** Nobody has changed what the trade says since it was chosen. */
function isUntouched(draft: unknown, trade: string): boolean {
  const before = tradePlaybook(trade)
  const { scenarios, rules, greeting } = draft as Partial<PlaybookDocument>
  return sameJson(scenarios, before.scenarios) && sameJson(rules, before.rules) && sameJson(greeting, before.greeting)
}

/** The database keeps no order of names. */
function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, ordered(inner)]),
  )
}
