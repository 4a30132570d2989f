import type { z } from '@hono/zod-openapi'
import { auditRow } from '../../core/audit.ts'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { violatedConstraint } from '../../db/conflict.ts'
import { withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { seal } from '../../shared/secret.ts'
import { toPage } from '../../web/page.ts'
import type { NewTool, Tool, ToolUse } from './schema.ts'
import * as store from './store.ts'

export const authPurpose = 'tool auth'

export async function listTools(ctx: Ctx) {
  requireScope(ctx, 'playbook:read')
  const [rows] = await withTenant(ctx).batch(store.selectTools())
  return { items: rows.map(present), next: '' }
}

export async function getTool(ctx: Ctx, toolId: string) {
  requireScope(ctx, 'playbook:read')
  const [[row]] = await withTenant(ctx).batch(store.selectTool(toolId))
  if (row === undefined) throw notFound('tool')
  return present(row)
}

export async function createTool(ctx: Ctx, input: z.output<typeof NewTool>) {
  requireScope(ctx, 'playbook:write')
  const [known] = await withTenant(ctx).batch(store.selectTools())
  if (known.length >= store.mostTools)
    throw new AppError('limit_reached', `There are ${store.mostTools} tools, and no more are used. Remove one first.`)
  const id = newId('tool')
  const [[row]] = await withTenant(ctx)
    .batch(store.insertTool({ id, ...(await columnsOf(ctx, input)) }), auditRow(ctx, 'tool.created', id))
    .catch(nameTaken(input.name))
  if (row === undefined) throw new Error('a tool that was just made cannot be read')
  return present(row)
}

export async function putTool(ctx: Ctx, toolId: string, input: z.output<typeof NewTool>) {
  requireScope(ctx, 'playbook:write')
  await getTool(ctx, toolId)
  const [[row]] = await withTenant(ctx)
    .batch(store.changeTool(toolId, await columnsOf(ctx, input)), auditRow(ctx, 'tool.changed', toolId))
    .catch(nameTaken(input.name))
  if (row === undefined) throw notFound('tool')
  return present(row)
}

export async function removeTool(ctx: Ctx, toolId: string) {
  requireScope(ctx, 'playbook:write')
  await getTool(ctx, toolId)
  await withTenant(ctx).batch(
    store.changeTool(toolId, { removedAt: ctx.now(), authSealed: '' }),
    auditRow(ctx, 'tool.removed', toolId),
  )
}

export async function listToolUses(ctx: Ctx, page: { after: string; limit: number }) {
  requireScope(ctx, 'conversations:read')
  const [rows] = await withTenant(ctx).batch(store.selectCalls(page.after, page.limit + 1))
  return toPage(rows, page.limit, presentUse)
}

async function columnsOf(ctx: Ctx, { auth, ...tool }: z.output<typeof NewTool>) {
  if (auth === undefined) return tool
  const authSealed = await seal(auth.value, ctx.config.FOYER_SECRET, authPurpose)
  return { ...tool, authHeader: auth.header, authSealed }
}

const nameTaken = (name: string) => (error: unknown) => {
  if (violatedConstraint(error) !== 'tools_name') throw error
  throw new AppError('taken', `There is a tool “${name}” already. Choose another name, or change that one.`)
}

function present(row: store.ToolRow): z.infer<typeof Tool> {
  const { id, name, description, method, url, confirm, timeoutMs, authHeader } = row
  return {
    id,
    name,
    description,
    method,
    url,
    confirm,
    timeoutMs,
    authHeader,
    arguments: row.arguments as Record<string, unknown>,
    ask: row.ask as Record<string, string>,
    say: row.say as Record<string, string>,
    example: row.example as Record<string, unknown>,
    createdAt: row.createdAt.toISOString(),
  }
}

function presentUse(row: store.ToolCallRow): z.infer<typeof ToolUse> {
  const { id, toolId, conversationId, turnId, state, result, reason } = row
  const given = row.arguments as Record<string, unknown>
  return {
    id,
    toolId,
    conversationId,
    turnId,
    state,
    arguments: given,
    result,
    reason,
    createdAt: row.createdAt.toISOString(),
  }
}
