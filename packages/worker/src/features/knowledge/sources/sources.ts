import type { z } from '@hono/zod-openapi'
import { auditRow } from '../../../core/audit.ts'
import { type Ctx, requireScope } from '../../../core/ctx.ts'
import { withTenant } from '../../../db/tenant.ts'
import { AppError, notFound } from '../../../shared/errors.ts'
import { newId } from '../../../shared/ids.ts'
import { presentPage, presentQueued, presentSource } from '../present.ts'
import { enqueueRead } from './queue-read.ts'
import type { NewSource } from '../schema.ts'
import {
  activeRead,
  insertRead,
  insertSource,
  listPageRows,
  listSourceRows,
  markRemoved,
  type PageState,
  sourceRow,
} from './source-store.ts'

interface Paging {
  after: string
  limit: number
}

export async function addSource(ctx: Ctx, input: z.output<typeof NewSource>) {
  requireScope(ctx, 'knowledge:write')
  if (input.kind === 'site') refuseOddUrl(input.url)
  const id = newId('source')
  const name = input.kind === 'site' ? input.url : input.title
  const readEveryHours = input.kind === 'site' ? input.readEveryHours : 0
  const [[source], [read]] = await withTenant(ctx).batch(
    insertSource({ id, kind: input.kind, name, config: input, readEveryHours }),
    insertRead(newId('read'), id),
    auditRow(ctx, 'source.added', id, { kind: input.kind }),
  )
  if (source === undefined || read === undefined) throw new Error('an insert returned no row')
  await enqueueRead(ctx, read)
  return presentSource(source, { ...presentQueued(read), counters: {} })
}

export async function listSources(ctx: Ctx, { after, limit }: Paging) {
  requireScope(ctx, 'knowledge:read')
  const [rows] = await withTenant(ctx).batch(listSourceRows(after, limit))
  const items = rows.map(({ source, lastRead }) => presentSource(source, lastRead))
  return { items, next: nextOf(items, limit) }
}

export async function getSource(ctx: Ctx, id: string) {
  requireScope(ctx, 'knowledge:read')
  const [[found]] = await withTenant(ctx).batch(sourceRow(id))
  if (found === undefined) throw notFound('source')
  return presentSource(found.source, found.lastRead)
}

export async function listPages(ctx: Ctx, sourceId: string, query: Paging & { state?: PageState | undefined }) {
  requireScope(ctx, 'knowledge:read')
  const [[source], rows] = await withTenant(ctx).batch(
    sourceRow(sourceId),
    listPageRows(sourceId, query.state, query.after, query.limit),
  )
  if (source === undefined) throw notFound('source')
  return { items: rows.map(presentPage), next: nextOf(rows, query.limit) }
}

/** The read that is under way already counts as this one. */
export async function readAgain(ctx: Ctx, sourceId: string) {
  requireScope(ctx, 'knowledge:write')
  const [[found]] = await withTenant(ctx).batch(sourceRow(sourceId))
  if (found === undefined) throw notFound('source')
  const [[fresh], [running]] = await withTenant(ctx).batch(
    insertRead(newId('read'), sourceId),
    activeRead(sourceId),
    auditRow(ctx, 'source.read', sourceId),
  )
  const read = fresh ?? running
  if (read === undefined)
    throw new AppError('conflict', 'A read of this source has ended at this very moment. Ask again.')
  if (fresh !== undefined) await enqueueRead(ctx, fresh)
  return presentQueued(read)
}

/** It is hidden at once; the ingest worker takes its documents out of the answers with the next revision. */
export async function removeSource(ctx: Ctx, sourceId: string) {
  requireScope(ctx, 'knowledge:write')
  const [[found]] = await withTenant(ctx).batch(sourceRow(sourceId))
  if (found === undefined) throw notFound('source')
  const [[removed], [read]] = await withTenant(ctx).batch(
    markRemoved(sourceId, ctx.now()),
    insertRead(newId('read'), sourceId),
    auditRow(ctx, 'source.removed', sourceId),
  )
  if (removed === undefined) throw notFound('source')
  if (read !== undefined) await enqueueRead(ctx, read)
}

function nextOf(rows: readonly { id: string }[], limit: number): string {
  return rows.length < limit ? '' : (rows.at(-1)?.id ?? '')
}

function refuseOddUrl(given: string): void {
  const url = new URL(given)
  if (url.username !== '' || url.password !== '') {
    throw new AppError(
      'unprocessable',
      'This address holds a user name or a password. Give the address as any visitor would open it.',
    )
  }
}
