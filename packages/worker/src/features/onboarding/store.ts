import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { expectWritten } from '../../db/expect.ts'
import { query } from '../../db/tenant.ts'
import { newId } from '../../shared/ids.ts'
import { facts } from '../knowledge/table.ts'
import { selectAccent } from '../look/index.ts'
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
      accent: sql<string>`(${selectAccent()})`,
      published: sql<number>`count(${assistants.publishedVersionId})::int`,
      confirmed: sql<number>`(${query
        .select({ count: sql`count(*)::int` })
        .from(facts)
        .where(and(eq(facts.state, 'confirmed'), isNull(facts.toRevision)))})`,
    })
    .from(assistants)

export type Change = Partial<Pick<OnboardingRow, 'steps' | 'website' | 'sourceId' | 'trade'>>

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

export const expectOnboarding = () => expectWritten(onboarding, eq(onboarding.id, theOne))

export const deleteContacts = () => query.delete(emergencyContacts)
export const insertContacts = (rows: readonly { name: string; phone: string; email: string }[]) =>
  query
    .insert(emergencyContacts)
    .values(rows.map((row, position) => ({ id: newId('emergencyContact'), position, ...row })))
