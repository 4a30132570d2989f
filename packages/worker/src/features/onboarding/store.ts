import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { query } from '../../db/tenant.ts'
import { newId } from '../../shared/ids.ts'
import { facts } from '../knowledge/table.ts'
import { assistants } from '../tenants/index.ts'
import { emergencyContacts, onboarding } from './table.ts'

export type OnboardingRow = typeof onboarding.$inferSelect
export type ContactRow = typeof emergencyContacts.$inferSelect

const theOne = 'onboarding'

export const selectOnboarding = () => query.select().from(onboarding).where(eq(onboarding.id, theOne))
export const selectContacts = () => query.select().from(emergencyContacts).orderBy(asc(emergencyContacts.position))

/** What is seen without being told: a published assistant, a confirmed fact. */
export const selectSigns = () =>
  query
    .select({
      published: sql<number>`count(${assistants.publishedVersionId})::int`,
      confirmed: sql<number>`(${query
        .select({ count: sql`count(*)::int` })
        .from(facts)
        .where(and(eq(facts.state, 'confirmed'), isNull(facts.toRevision)))})`,
    })
    .from(assistants)

export type Change = Partial<Pick<OnboardingRow, 'steps' | 'website' | 'sourceId' | 'trade' | 'accent'>>

/** Writes the change on top of the revision that was seen. */
export const upsertOnboarding = (seen: number, change: Change) =>
  query
    .insert(onboarding)
    .values({ id: theOne, revision: seen + 1, steps: {}, ...change })
    .onConflictDoUpdate({
      target: [onboarding.tenantId, onboarding.id],
      set: { ...change, revision: seen + 1, updatedAt: sql`now()` },
      setWhere: eq(onboarding.revision, seen),
    })

/** Holds only when the write before it in the batch did change the row: else the whole batch rolls back. */
export const expectRevision = (revision: number) =>
  query.execute(
    sql`select app.expect_rows(1, (select count(*) from onboarding where id = ${theOne} and revision = ${revision} and xmin::text::bigint = (pg_current_xact_id()::text::bigint % 4294967296)))`,
  )

export const deleteContacts = () => query.delete(emergencyContacts)
export const insertContacts = (rows: readonly { name: string; phone: string; email: string }[]) =>
  query
    .insert(emergencyContacts)
    .values(rows.map((row, position) => ({ id: newId('emergencyContact'), position, ...row })))
