import type { z } from '@hono/zod-openapi'
import { and, eq, isNull } from 'drizzle-orm'
import { auditRow } from '../../../core/audit.ts'
import { type Ctx, requireScope } from '../../../core/ctx.ts'
import { isLostRace } from '../../../db/conflict.ts'
import { expectWritten } from '../../../db/expect.ts'
import { query, withTenant } from '../../../db/tenant.ts'
import { AppError, notFound } from '../../../shared/errors.ts'
import { onlyGiven } from '../../../shared/only-given.ts'
import { seenRevision } from '../../../web/if-match.ts'
import { presentSource } from '../present.ts'
import type { SiteConfig, SourceChange } from '../schema.ts'
import { sourceRow } from './source-store.ts'
import { sources } from '../table.ts'

/** Takes effect with the next read. @throws AppError revision_conflict when somebody changed it meanwhile */
export async function changeSourceSettings(
  ctx: Ctx,
  sourceId: string,
  change: z.output<typeof SourceChange>,
  ifMatch: string | null,
) {
  requireScope(ctx, 'knowledge:write')
  const [[found]] = await withTenant(ctx).batch(sourceRow(sourceId))
  if (found === undefined) throw notFound('source')
  const { source } = found
  const seen = seenRevision(ifMatch)
  const { name, readEveryHours, ...site } = change
  const settings = onlyGiven(site)
  if (source.kind !== 'site' && (Object.keys(settings).length > 0 || readEveryHours !== undefined)) {
    throw new AppError('unprocessable', 'Only a site has pages to choose from and a time-table. Nothing was changed.')
  }
  const config = { ...(source.config as z.output<typeof SiteConfig>), ...settings }
  const set = {
    ...(name === undefined ? {} : { name }),
    ...(readEveryHours === undefined ? {} : { readEveryHours }),
    ...(Object.keys(settings).length === 0 ? {} : { config }),
    revision: seen + 1,
  }
  const [[changed]] = await withTenant(ctx)
    .batch(
      query
        .update(sources)
        .set(set)
        .where(and(eq(sources.id, sourceId), isNull(sources.removedAt), eq(sources.revision, seen)))
        .returning(),
      expectWritten(sources, eq(sources.id, sourceId)),
      auditRow(ctx, 'source.changed', sourceId, { fields: Object.keys(change) }),
    )
    .catch((error: unknown) => {
      if (!isLostRace(error)) throw error
      throw new AppError(
        'revision_conflict',
        'Somebody else changed this source meanwhile. Look at it again and bring your change over; yours was not saved.',
      )
    })
  if (changed === undefined) throw notFound('source')
  return presentSource(changed, found.lastRead)
}
