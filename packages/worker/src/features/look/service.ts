import type { z } from '@hono/zod-openapi'
import { eq } from 'drizzle-orm'
import { auditRow } from '../../core/audit.ts'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { isLostRace } from '../../db/conflict.ts'
import { expectWritten } from '../../db/expect.ts'
import { withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { seenRevision } from '../../web/if-match.ts'
import { assistants } from '../tenants/table.ts'
import type { AssistantLook, WidgetLook } from './schema.ts'
import * as store from './store.ts'

type Look = z.infer<typeof WidgetLook>

/** What was stored, on top of what holds where nothing was chosen. */
export function readLook(stored: unknown): Look {
  return { accent: '', corner: 'soft', theme: 'auto', launcher: {}, ...(stored as Partial<Look>) }
}

export async function getLook(ctx: Ctx, assistantId: string): Promise<z.infer<typeof AssistantLook>> {
  requireScope(ctx, 'playbook:read')
  return find(ctx, assistantId)
}

/** For the launcher, before anybody opens it: the look of the key's assistant, and nothing that costs more. */
export async function lookOfDoor(ctx: Ctx): Promise<Look> {
  requireScope(ctx, 'visitor:enter')
  const { revision: _, ...look } = await find(ctx, ctx.door.assistantId ?? '')
  return look
}

/** @throws AppError revision_conflict when somebody changed it meanwhile: nothing is overwritten unseen. */
export async function putLook(ctx: Ctx, assistantId: string, look: Look, ifMatch: string | null) {
  requireScope(ctx, 'playbook:write')
  const seen = seenRevision(ifMatch)
  await find(ctx, assistantId)
  await withTenant(ctx)
    .batch(
      store.updateLook(assistantId, seen, look),
      expectWritten(assistants, eq(assistants.id, assistantId)),
      auditRow(ctx, 'look.changed', assistantId, { revision: seen + 1 }),
    )
    .catch((error: unknown) => {
      if (!isLostRace(error)) throw error
      throw new AppError(
        'revision_conflict',
        'Somebody else changed the look meanwhile. Look at it again and bring your change over; yours was not saved.',
      )
    })
  return { ...look, revision: seen + 1 }
}

async function find(ctx: Ctx, assistantId: string): Promise<z.infer<typeof AssistantLook>> {
  const [[row]] = await withTenant(ctx).batch(store.selectLook(assistantId))
  if (row === undefined) throw notFound('assistant')
  return { ...readLook(row.look), revision: row.revision }
}
