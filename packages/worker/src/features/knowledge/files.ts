import { auditRow } from '../../core/audit.ts'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { AppError } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { readBytes } from '../../web/body.ts'
import { presentQueued, presentSource } from './present.ts'
import { enqueueRead } from './sources/queue-read.ts'
import { activeRead, changeSource, fileNamed, insertRead, insertSource } from './sources/source-store.ts'

const maxBytes = 20 * 1024 * 1024

/** What a file source remembers; the bytes lie in the bucket under `key`. */
export interface FileConfig {
  kind: 'file'
  key: string
  contentType: string
  /** Keys of contents before; a read that is under way may still be reading the newest of them. */
  replaced: string[]
}

/**
 * Keeps the file as it came, streamed; it is read by the ingest worker. A name that is known replaces that file, and only
 * what changed in it becomes new.
 */
export async function uploadFile(ctx: Ctx, name: string, request: Request) {
  requireScope(ctx, 'knowledge:write')
  const [[known]] = await withTenant(ctx).batch(fileNamed(name))
  const id = known?.id ?? newId('source')
  const before = known?.config as FileConfig | undefined
  const config: FileConfig = {
    kind: 'file',
    key: `${ctx.tenantId}/files/${id}/${newId('read')}`,
    contentType: typeOf(request),
    replaced: before === undefined ? [] : [before.key],
  }
  await ctx.ports.files.put(config.key, await bodyOf(request), { contentType: config.contentType })
  const [[source], running, [read]] = await withTenant(ctx).batch(
    known === undefined ? insertSource({ id, kind: 'file', name, config }) : changeSource(id, { config }),
    activeRead(id),
    insertRead(newId('read'), id),
    auditRow(ctx, known === undefined ? 'source.added' : 'source.replaced', id, { kind: 'file' }),
  )
  if (source === undefined) throw new AppError('conflict', 'This file was removed at the same moment. Upload it again.')
  const queued = read ?? running[0]
  if (queued === undefined) throw new Error('a read was neither made nor found')
  await enqueueRead(ctx, queued)
  for (const old of before?.replaced ?? []) await ctx.ports.files.remove(old)
  return presentSource(source, { ...presentQueued(queued), counters: {} })
}

/** A body of announced length goes straight to the bucket, which needs the length; another is counted first. */
async function bodyOf(request: Request): Promise<ReadableStream<Uint8Array> | Uint8Array> {
  const announced = Number(request.headers.get('content-length') ?? Number.NaN)
  const body =
    announced > 0 && announced <= maxBytes && request.body !== null ? request.body : await readBytes(request, maxBytes)
  if (body instanceof Uint8Array && body.byteLength === 0) {
    throw new AppError(
      'bad_request',
      'This file is empty: it has no bytes. Check that it was saved and upload it again.',
    )
  }
  return body as ReadableStream<Uint8Array> | Uint8Array
}

function typeOf(request: Request): string {
  return (request.headers.get('content-type') ?? 'application/octet-stream').slice(0, 200)
}
