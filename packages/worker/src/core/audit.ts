import { sql } from 'drizzle-orm'
import { query, type Query } from '../db/tenant.ts'
import { newId } from '../shared/ids.ts'
import type { Ctx } from './ctx.ts'
import { actorOf } from './principal.ts'
import { audit, events } from './tables.ts'
import type { DomainEvent } from './events.ts'

/** The row that says who did what; it goes into the same batch as the change. No personal data in `details`. */
export function auditRow(ctx: Ctx, action: string, target: string, details: Record<string, unknown> = {}): Query {
  return query
    .insert(audit)
    .values({ id: newId('audit'), actor: actorOf(ctx.principal), action, target, requestId: ctx.requestId, details })
}

/** The row that tells the jobs, at once or when it is due; it goes into the same batch as the change. */
export function eventRow(event: DomainEvent, dueAt?: Date): Query {
  const due = dueAt === undefined ? {} : { dueAt }
  return query
    .insert(events)
    .values({ id: newId('event'), kind: event.kind, payload: sql`${JSON.stringify(event)}::jsonb`, ...due })
}
