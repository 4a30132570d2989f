import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm'
import { query } from '../../db/tenant.ts'
import { assistants } from '../tenants/index.ts'
import { playbookVersions } from './table.ts'

const summary = {
  id: playbookVersions.id,
  assistantId: playbookVersions.assistantId,
  number: playbookVersions.number,
  note: playbookVersions.note,
  createdAt: playbookVersions.createdAt,
}

export const selectAssistant = (assistantId: string) =>
  query.select().from(assistants).where(eq(assistants.id, assistantId))

export const selectAssistants = (after: string, limit: number) =>
  query
    .select({
      id: assistants.id,
      name: assistants.name,
      locationId: assistants.locationId,
      publishedNumber: playbookVersions.number,
      createdAt: assistants.createdAt,
    })
    .from(assistants)
    .leftJoin(
      playbookVersions,
      and(eq(playbookVersions.tenantId, assistants.tenantId), eq(playbookVersions.id, assistants.publishedVersionId)),
    )
    .where(after === '' ? undefined : gt(assistants.id, after))
    .orderBy(asc(assistants.id))
    .limit(limit + 1)

export const updateDraft = (assistantId: string, draft: unknown, seen: number) =>
  query
    .update(assistants)
    .set({ draft, draftRevision: seen + 1 })
    .where(and(eq(assistants.id, assistantId), eq(assistants.draftRevision, seen)))
    .returning()

/** The number is taken in the same statement, so two publishers get two numbers or one of them a conflict. */
export const insertVersion = (row: {
  id: string
  assistantId: string
  document: unknown
  model: string
  note: string
}) =>
  query
    .insert(playbookVersions)
    .values({
      ...row,
      number: sql`(select coalesce(max(number), 0) + 1 from playbook_versions where assistant_id = ${row.assistantId})`,
    })
    .returning(summary)

export const pointAt = (assistantId: string, versionId: string) =>
  query.update(assistants).set({ publishedVersionId: versionId }).where(eq(assistants.id, assistantId))

export const selectVersions = (assistantId: string, before: string, limit: number) =>
  query
    .select(summary)
    .from(playbookVersions)
    .where(
      and(eq(playbookVersions.assistantId, assistantId), before === '' ? undefined : lt(playbookVersions.id, before)),
    )
    .orderBy(desc(playbookVersions.id))
    .limit(limit + 1)

export const selectVersion = (assistantId: string, number: number) =>
  query
    .select()
    .from(playbookVersions)
    .where(and(eq(playbookVersions.assistantId, assistantId), eq(playbookVersions.number, number)))
