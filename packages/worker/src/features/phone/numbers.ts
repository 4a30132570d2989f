import type { z } from '@hono/zod-openapi'
import { auditRow } from '../../core/audit.ts'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { violatedConstraint } from '../../db/conflict.ts'
import { withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { standAtGateway } from './gateway.ts'
import type { NewPhoneNumber, PhoneNumber, PhoneNumberChange } from './schema.ts'
import type { RouteRule } from './route.ts'
import * as store from './store.ts'

export async function listNumbers(ctx: Ctx) {
  requireScope(ctx, 'tenant:read')
  const [rows] = await withTenant(ctx).batch(store.selectNumbers())
  return { items: rows.map(present), next: '' }
}

export async function getNumber(ctx: Ctx, numberId: string) {
  requireScope(ctx, 'tenant:read')
  const [[row]] = await withTenant(ctx).batch(store.selectNumber(numberId))
  if (row === undefined) throw notFound('number')
  return present(row)
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

/** Ours first, then the gateway's; what the gateway does not take is not kept. */
export async function addNumber(ctx: Ctx, input: z.output<typeof NewPhoneNumber>) {
  requireScope(ctx, 'tenant:write')
  await requireAssistants(ctx, input.rules)
  await requireReachable(ctx, input)
  const [[trunk], [assistant], known] = await withTenant(ctx).batch(
    store.selectTrunk(input.trunkId),
    store.selectAssistant(input.assistantId),
    store.selectNumbers(),
  )
  if (trunk === undefined) throw notFound('trunk')
  if (assistant === undefined) throw notFound('assistant')
  if (known.length >= store.mostNumbers)
    throw new AppError('limit_reached', `There are ${store.mostNumbers} numbers already. Release one first.`)
  const locationId = input.locationId ?? assistant.locationId
  const row = { ...input, id: newId('phoneNumber'), assistantId: assistant.id, locationId }
  const [[made]] = await withTenant(ctx)
    .batch(store.insertNumber(row), auditRow(ctx, 'number.added', row.id))
    .catch(refused(input.number))
  if (made === undefined) throw new Error('a number that was just added cannot be read')
  try {
    await standAtGateway(ctx, trunk.id)
  } catch (error) {
    await withTenant(ctx).batch(store.deleteNumber(row.id), auditRow(ctx, 'number.not_taken', row.id))
    throw error
  }
  return present(made)
}

export async function changeNumber(ctx: Ctx, numberId: string, change: z.output<typeof PhoneNumberChange>) {
  requireScope(ctx, 'tenant:write')
  await requireAssistants(ctx, change.rules)
  await requireReachable(ctx, change)
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const [[row]] = await withTenant(ctx)
    .batch(
      store.changeNumber(numberId, given),
      auditRow(ctx, 'number.changed', numberId, { fields: Object.keys(given) }),
    )
    .catch(refused(''))
  if (row === undefined) throw notFound('number')
  return present(row)
}

/** From here on it is nobody's, whatever the gateway still does: a call to it finds no tenant. */
export async function releaseNumber(ctx: Ctx, numberId: string): Promise<void> {
  requireScope(ctx, 'tenant:write')
  const [[gone]] = await withTenant(ctx).batch(store.deleteNumber(numberId), auditRow(ctx, 'number.released', numberId))
  if (gone === undefined) throw notFound('number')
  await standAtGateway(ctx, gone.trunkId)
}

const refused = (number: string) => (error: unknown) => {
  const constraint = violatedConstraint(error)
  if (constraint === '') throw error
  if (constraint !== 'phone_numbers_one_owner') throw notFound('assistant or location')
  throw new AppError('taken', `${number} is in use here already. A number rings at one place only: release it there.`)
}

function present(row: store.NumberRow): z.infer<typeof PhoneNumber> {
  const { tenantId: _, createdAt, ...shown } = row
  return { ...shown, createdAt: createdAt.toISOString() }
}
