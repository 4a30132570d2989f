import type { z } from '@hono/zod-openapi'
import { auditRow } from '../../core/audit.ts'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { isLostRace, violatedConstraint } from '../../db/conflict.ts'
import { type Query, withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { onlyGiven } from '../../shared/only-given.ts'
import { toE164 } from '../../shared/phone.ts'
import { seenRevision } from '../../web/if-match.ts'
import { mergeAccent } from '../look/index.ts'
import { selectTenant } from '../tenants/index.ts'
import { type Onboarding, type OnboardingChange, type Step, steps } from './schema.ts'
import {
  type Change,
  type ContactRow,
  deleteContacts,
  expectOnboarding,
  insertContacts,
  type OnboardingRow,
  selectContacts,
  selectOnboarding,
  selectSigns,
  upsertOnboarding,
} from './store.ts'

type Marks = Partial<Record<Step, 'done' | 'skipped' | 'open'>>

export async function getOnboarding(ctx: Ctx): Promise<z.infer<typeof Onboarding>> {
  requireScope(ctx, 'tenant:read')
  const [[row], contacts, [signs]] = await withTenant(ctx).batch(selectOnboarding(), selectContacts(), selectSigns())
  return present(row, contacts, signs ?? { published: 0, confirmed: 0, accent: '' })
}

/** @throws AppError revision_conflict when somebody changed it meanwhile: nothing is overwritten unseen. */
export async function changeOnboarding(ctx: Ctx, change: z.output<typeof OnboardingChange>, ifMatch: string | null) {
  requireScope(ctx, 'tenant:write')
  const seen = seenRevision(ifMatch)
  const [[row], [tenant]] = await withTenant(ctx).batch(selectOnboarding(), selectTenant())
  if (tenant === undefined) throw notFound('tenant')
  const { contacts, steps: marks, accent, ...rest } = change
  const given: Change = onlyGiven(rest)
  const reachable = contacts?.map((contact, at) => reachableBy(contact, at, tenant.country))
  await saveChange(ctx, seen, { ...given, steps: { ...(row?.steps as Marks | undefined), ...marks } }, [
    ...(reachable === undefined
      ? []
      : [deleteContacts(), ...(reachable.length > 0 ? [insertContacts(reachable)] : [])]),
    ...(accent === undefined ? [] : [mergeAccent(accent)]),
  ])
  return getOnboarding(ctx)
}

/** The change with its audit row, or neither. */
export async function saveChange(ctx: Ctx, seen: number, change: Change, beside: readonly Query[] = []): Promise<void> {
  try {
    await withTenant(ctx).batch(
      upsertOnboarding(seen, change),
      expectOnboarding(),
      ...beside,
      auditRow(ctx, 'onboarding.changed', ctx.tenantId, { fields: Object.keys(change) }),
    )
  } catch (error) {
    if (!isLostRace(error) && violatedConstraint(error) === '') throw error
    throw new AppError(
      'revision_conflict',
      'Somebody else changed this meanwhile. Look at it again and bring your change over; yours was not saved.',
    )
  }
}

function reachableBy(contact: { name: string; phone: string; email: string }, at: number, country: string) {
  const phone = contact.phone === '' ? '' : toE164(contact.phone, country)
  const wrong =
    phone === null
      ? { path: `contacts.${at}.phone`, message: 'is not a telephone number; write it with its area code' }
      : phone === '' && contact.email === ''
        ? { path: `contacts.${at}.phone`, message: 'a phone number or an e-mail address is needed to reach them' }
        : null
  if (phone === null || wrong !== null)
    throw new AppError('unprocessable', `${contact.name}: ${wrong?.message ?? ''}. Nothing was changed.`, {
      details: wrong === null ? [] : [wrong],
    })
  return { name: contact.name, phone, email: contact.email }
}

function present(
  row: OnboardingRow | undefined,
  contacts: readonly ContactRow[],
  signs: { published: number; confirmed: number; accent: string },
): z.infer<typeof Onboarding> {
  const marks = (row?.steps ?? {}) as Marks
  const seen: Partial<Record<Step, boolean>> = {
    site: (row?.sourceId ?? '') !== '',
    facts: signs.confirmed > 0,
    trade: signs.published > 0,
    contacts: contacts.length > 0,
    look: signs.accent !== '',
  }
  const states = steps.map((step) => [step, seen[step] === true ? 'done' : (marks[step] ?? 'open')])
  const { website = '', sourceId = '', trade = '', revision = 0 } = row ?? {}
  return {
    revision,
    steps: Object.fromEntries(states) as z.infer<typeof Onboarding>['steps'],
    website,
    sourceId,
    trade,
    accent: signs.accent,
    contacts: contacts.map(({ id, name, phone, email }) => ({ id, name, phone, email })),
  }
}
