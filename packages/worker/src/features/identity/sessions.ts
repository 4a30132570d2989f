import { type PlatformCtx } from '../../core/ctx.ts'
import { withSystem } from '../../db/system.ts'
import { notFound } from '../../shared/errors.ts'
import { personOf } from './person.ts'

export async function listSessions(ctx: PlatformCtx) {
  const { userId, sessionId } = personOf(ctx)
  const rows = await withSystem(ctx.config, 'a person asks for their sessions').call('sessions_of', userId)
  return {
    items: rows.map((row) => ({
      id: row.session_id,
      isThis: row.session_id === sessionId,
      userAgent: row.user_agent.slice(0, 300),
      createdAt: new Date(row.created_at).toISOString(),
      expiresAt: new Date(row.expires_at).toISOString(),
    })),
  }
}

export async function endSession(ctx: PlatformCtx, wanted: string): Promise<void> {
  const { userId } = personOf(ctx)
  const ended = await withSystem(ctx.config, 'a person ends a session').call('end_sessions', userId, wanted, '')
  if (ended.length === 0) throw notFound('session')
}

/** Everywhere but here. */
export async function endOtherSessions(ctx: PlatformCtx): Promise<void> {
  const { userId, sessionId } = personOf(ctx)
  await withSystem(ctx.config, 'a person ends their other sessions').call('end_sessions', userId, '', sessionId)
}
