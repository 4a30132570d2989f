import type { z } from '@hono/zod-openapi'
import { auditRow } from '../../core/audit.ts'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { violatedConstraint } from '../../db/conflict.ts'
import { type Query, withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { onlyGiven } from '../../shared/only-given.ts'
import { readStored } from '../playbook/index.ts'
import { spokenOn } from './first-words.ts'
import { standAtGateway } from './gateway.ts'
import { refusalOf } from './menu.ts'
import type { NewPhoneNumber, PhoneNumber, PhoneNumberChange } from './schema.ts'
import { isChoice, type RouteRule } from './route.ts'
import * as store from './store.ts'

export async function listNumbers(ctx: Ctx) {
  requireScope(ctx, 'tenant:read')
  const [rows] = await withTenant(ctx).batch(store.selectNumbers())
  return { items: rows.map(presentNumber), next: '' }
}

export async function getNumber(ctx: Ctx, numberId: string) {
  requireScope(ctx, 'tenant:read')
  const [[row]] = await withTenant(ctx).batch(store.selectNumber(numberId))
  if (row === undefined) throw notFound('number')
  return presentNumber(row)
}

/** A rule may send calls to another assistant of the tenant's; a foreign one is not there. */
async function requireAssistants(ctx: Ctx, rules: readonly { assistantId?: string | undefined }[] = []): Promise<void> {
  const named = rules.flatMap(({ assistantId }) => assistantId ?? [])
  if (named.length === 0) return
  const [known] = await withTenant(ctx).batch(store.selectAssistants(named))
  if (known.length < new Set(named).size) throw notFound('assistant')
}

/** So is whom it rings: only people of the tenant's ever are. */
async function requireReachable(
  ctx: Ctx,
  { reach = '', rules = [] }: { reach?: string | undefined; rules?: readonly RouteRule[] | undefined },
) {
  const named = [reach, ...rules.map((rule) => rule.reach ?? '')].filter((id) => id !== '')
  if (named.length === 0) return
  const [people, groups] = await withTenant(ctx).batch(store.selectPeople(), store.selectGroups())
  const known = new Set([...people, ...groups].map(({ id }) => id))
  if (named.some((id) => !known.has(id))) throw notFound('person or ring group')
}

/** What callers are told to press or say must lead somewhere, and be heard out. @throws AppError when it could not */
async function requireMenu(
  ctx: Ctx,
  { rules, languages, assistantId }: Pick<store.NumberRow, 'rules' | 'languages' | 'assistantId'>,
) {
  if (!rules.some(isChoice)) return
  const [[read]] = await withTenant(ctx).batch(store.selectGreeting(assistantId))
  const playbook = read?.document == null ? null : readStored(read.document)
  const refusal = refusalOf({
    rules,
    languages: spokenOn(languages, playbook?.languages),
    business: read?.business ?? '',
    greeting: playbook?.greeting ?? {},
    notice: playbook?.recording.enabled === true ? playbook.recording.notice : 'none',
  })
  if (refusal === null) return
  const { at, message } = refusal
  throw new AppError('unprocessable', `${message} Nothing was changed.`, {
    details: [{ path: `rules.${at}`, message }],
  })
}

/** Who answers a new number and whose hours count, when all that it names is the tenant's. */
export async function placeFor(ctx: Ctx, input: Omit<z.output<typeof NewPhoneNumber>, 'trunkId'>) {
  await requireAssistants(ctx, input.rules)
  await requireReachable(ctx, input)
  const [[assistant], known] = await withTenant(ctx).batch(
    store.selectAssistant(input.assistantId),
    store.selectNumbers(),
  )
  if (assistant === undefined) throw notFound('assistant')
  if (known.length >= store.mostNumbers)
    throw new AppError('limit_reached', `There are ${store.mostNumbers} numbers already. Release one first.`)
  await requireMenu(ctx, { ...input, assistantId: assistant.id })
  return { assistantId: assistant.id, locationId: input.locationId ?? assistant.locationId }
}

/** With the rows that say so, or not at all. @throws AppError `taken` when somebody has it */
export async function insertAdded(ctx: Ctx, row: Parameters<typeof store.insertNumber>[0], more: readonly Query[]) {
  const [[made]] = await withTenant(ctx)
    .batch(store.insertNumber(row), ...more)
    .catch(refused(row.number))
  if (made === undefined) throw new Error('a number that was just added cannot be read')
  return made
}

/** Ours first, then the gateway's; what the gateway does not take is not kept. */
export async function addNumber(ctx: Ctx, input: z.output<typeof NewPhoneNumber>) {
  requireScope(ctx, 'tenant:write')
  const [[trunk]] = await withTenant(ctx).batch(store.selectTrunk(input.trunkId))
  if (trunk === undefined) throw notFound('trunk')
  const row = { ...input, ...(await placeFor(ctx, input)), id: newId('phoneNumber') }
  const made = await insertAdded(ctx, row, [auditRow(ctx, 'number.added', row.id)])
  try {
    await standAtGateway(ctx, trunk.id)
  } catch (error) {
    await withTenant(ctx).batch(store.deleteNumber(row.id), auditRow(ctx, 'number.not_taken', row.id))
    throw error
  }
  return presentNumber(made)
}

/** As it would stand then. */
async function requireMenuAfter(ctx: Ctx, numberId: string, change: Partial<store.NumberRow>) {
  if (change.rules === undefined && change.languages === undefined && change.assistantId === undefined) return
  const [[row]] = await withTenant(ctx).batch(store.selectNumber(numberId))
  if (row !== undefined) await requireMenu(ctx, { ...row, ...change })
}

export async function changeNumber(ctx: Ctx, numberId: string, change: z.output<typeof PhoneNumberChange>) {
  requireScope(ctx, 'tenant:write')
  await requireAssistants(ctx, change.rules)
  await requireReachable(ctx, change)
  const given = onlyGiven(change)
  await requireMenuAfter(ctx, numberId, given)
  const [[row]] = await withTenant(ctx)
    .batch(
      store.changeNumber(numberId, given),
      auditRow(ctx, 'number.changed', numberId, { fields: Object.keys(given) }),
    )
    .catch(refused(''))
  if (row === undefined) throw notFound('number')
  return presentNumber(row)
}

const refused = (number: string) => (error: unknown) => {
  const constraint = violatedConstraint(error)
  if (constraint === '') throw error
  if (constraint !== 'phone_numbers_one_owner') throw notFound('assistant or location')
  throw new AppError('taken', `${number} is in use here already. A number rings at one place only: release it there.`)
}

export function presentNumber(row: store.NumberRow): z.infer<typeof PhoneNumber> {
  const {
    tenantId: _,
    createdAt,
    carrierFormer: _former,
    carrierBusyUntil: _busy,
    countedFrom: _from,
    lowSince,
    ...shown
  } = row
  return { ...shown, lowSince: lowSince?.toISOString() ?? null, createdAt: createdAt.toISOString() }
}
