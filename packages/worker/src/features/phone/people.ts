import type { z } from '@hono/zod-openapi'
import { auditRow } from '../../core/audit.ts'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { onlyGiven } from '../../shared/only-given.ts'
import type { NewPerson, NewRingGroup, Person, PersonChange, RingGroup, RingGroupChange } from './people-schema.ts'
import * as store from './store.ts'
import type { people, ringGroups } from './table.ts'

export async function listPeople(ctx: Ctx) {
  requireScope(ctx, 'tenant:read')
  const [rows] = await withTenant(ctx).batch(store.selectPeople())
  return { items: rows.map(presentPerson), next: '' }
}

export async function addPerson(ctx: Ctx, input: z.output<typeof NewPerson>) {
  requireScope(ctx, 'tenant:write')
  const [known] = await withTenant(ctx).batch(store.selectPeople())
  if (known.length >= store.mostPeople) throw tooMany(store.mostPeople, 'people')
  const row = { ...input, id: newId('person') }
  const [[made]] = await withTenant(ctx).batch(store.insertPerson(row), auditRow(ctx, 'person.added', row.id))
  if (made === undefined) throw new Error('a person who was just added cannot be read')
  return presentPerson(made)
}

export async function changePerson(ctx: Ctx, personId: string, change: z.output<typeof PersonChange>) {
  requireScope(ctx, 'tenant:write')
  const given = onlyGiven(change)
  const [[row]] = await withTenant(ctx).batch(
    store.changePerson(personId, given),
    auditRow(ctx, 'person.changed', personId, { fields: Object.keys(given) }),
  )
  if (row === undefined) throw notFound('person')
  return presentPerson(row)
}

/** A group or number that names them still does, and rings the others. */
export async function removePerson(ctx: Ctx, personId: string): Promise<void> {
  requireScope(ctx, 'tenant:write')
  const [gone] = await withTenant(ctx).batch(store.deletePerson(personId), auditRow(ctx, 'person.removed', personId))
  if (gone.length === 0) throw notFound('person')
}

export async function listGroups(ctx: Ctx) {
  requireScope(ctx, 'tenant:read')
  const [rows] = await withTenant(ctx).batch(store.selectGroups())
  return { items: rows.map(presentGroup), next: '' }
}

export async function addGroup(ctx: Ctx, input: z.output<typeof NewRingGroup>) {
  requireScope(ctx, 'tenant:write')
  const [known] = await withTenant(ctx).batch(store.selectGroups())
  if (known.length >= store.mostGroups) throw tooMany(store.mostGroups, 'ring groups')
  await requirePeople(ctx, input.people)
  const row = { ...input, id: newId('ringGroup') }
  const [[made]] = await withTenant(ctx).batch(store.insertGroup(row), auditRow(ctx, 'ring-group.added', row.id))
  if (made === undefined) throw new Error('a ring group that was just added cannot be read')
  return presentGroup(made)
}

export async function changeGroup(ctx: Ctx, ringGroupId: string, change: z.output<typeof RingGroupChange>) {
  requireScope(ctx, 'tenant:write')
  await requirePeople(ctx, change.people ?? [])
  const given = onlyGiven(change)
  const [[row]] = await withTenant(ctx).batch(
    store.changeGroup(ringGroupId, given),
    auditRow(ctx, 'ring-group.changed', ringGroupId, { fields: Object.keys(given) }),
  )
  if (row === undefined) throw notFound('ring group')
  return presentGroup(row)
}

export async function removeGroup(ctx: Ctx, ringGroupId: string): Promise<void> {
  requireScope(ctx, 'tenant:write')
  const [gone] = await withTenant(ctx).batch(
    store.deleteGroup(ringGroupId),
    auditRow(ctx, 'ring-group.removed', ringGroupId),
  )
  if (gone.length === 0) throw notFound('ring group')
}

async function requirePeople(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const [known] = await withTenant(ctx).batch(store.selectPeople())
  if (!ids.every((id) => known.some((person) => person.id === id))) throw notFound('person')
}

const tooMany = (most: number, what: string) =>
  new AppError('limit_reached', `There are ${most} ${what} already. Remove one that is not needed.`)

function presentPerson(row: typeof people.$inferSelect): z.infer<typeof Person> {
  const { tenantId: _, createdAt, ...shown } = row
  return { ...shown, createdAt: createdAt.toISOString() }
}

function presentGroup(row: typeof ringGroups.$inferSelect): z.infer<typeof RingGroup> {
  const { tenantId: _, turn: __, createdAt, ...shown } = row
  return { ...shown, createdAt: createdAt.toISOString() }
}
