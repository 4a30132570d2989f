import type { z } from '@hono/zod-openapi'
import type { Ctx } from '../../../core/ctx.ts'
import { withTenant } from '../../../db/tenant.ts'
import { notFound } from '../../../shared/errors.ts'
import { draftOf } from '../../playbook/index.ts'
import { selectTenant } from '../../tenants/index.ts'
import { compiled } from '../compiled.ts'
import type { CompiledPlaybook } from '../turn.ts'
import type { Change } from './recompute.ts'
import type { ReplayRequest } from './schema.ts'
import type { Shadow } from './shadow.ts'
import { selectVersionNumbered } from './store.ts'

export type Changes = z.output<typeof ReplayRequest>

/** What is asked for, loaded: another playbook, today's knowledge, a model that may be asked. */
export async function changeOf(ctx: Ctx, changes: Changes, assistantId: string, shadow: Shadow): Promise<Change> {
  const { threshold, knowledge } = changes
  const revision =
    knowledge === 'now' ? (await withTenant(ctx).batch(selectTenant()))[0][0]?.knowledgeRevision : undefined
  return { threshold, revision, playbook: await playbookOf(ctx, changes.playbook, assistantId), live: shadow.live }
}

async function playbookOf(
  ctx: Ctx,
  wanted: Changes['playbook'],
  assistantId: string,
): Promise<CompiledPlaybook | null> {
  if (wanted === undefined) return null
  if (wanted === 'draft') return { versionId: 'draft', number: 0, vectors: null, ...(await draftOf(ctx, assistantId)) }
  const [[version]] = await withTenant(ctx).batch(selectVersionNumbered(assistantId, wanted))
  const playbook = version === undefined ? null : await compiled(ctx, version.id)
  if (playbook === null) throw notFound('playbook version')
  return playbook
}
