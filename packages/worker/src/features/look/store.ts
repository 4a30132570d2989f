import { and, asc, eq, sql } from 'drizzle-orm'
import type { z } from '@hono/zod-openapi'
import { query } from '../../db/tenant.ts'
import { assistants } from '../tenants/table.ts'
import type { WidgetLook } from './schema.ts'

const shown = { look: assistants.look, revision: assistants.lookRevision }

/** Of this assistant; '' for the tenant's first. */
export const selectLook = (assistantId: string) =>
  query
    .select(shown)
    .from(assistants)
    .where(assistantId === '' ? undefined : eq(assistants.id, assistantId))
    .orderBy(asc(assistants.id))
    .limit(1)

/** On top of the revision that was seen. */
export const updateLook = (assistantId: string, seen: number, look: z.infer<typeof WidgetLook>) =>
  query
    .update(assistants)
    .set({ look, lookRevision: seen + 1 })
    .where(and(eq(assistants.id, assistantId), eq(assistants.lookRevision, seen)))
    .returning(shown)

const first = sql`${assistants.id} = (select min(a.id) from assistants a)`

/** The colour alone, of the first assistant; the rest of its look stays. */
export const mergeAccent = (accent: string) =>
  query
    .update(assistants)
    .set({
      look: sql`${assistants.look} || jsonb_build_object('accent', ${accent}::text)`,
      lookRevision: sql`${assistants.lookRevision} + 1`,
    })
    .where(first)

export const selectAccent = () =>
  query
    .select({ accent: sql<string>`coalesce(${assistants.look} ->> 'accent', '')` })
    .from(assistants)
    .where(first)
