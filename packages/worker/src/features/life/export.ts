import { sql } from 'drizzle-orm'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { auditRow } from '../../core/audit.ts'
import { type Ctx, type Mode, requireScope } from '../../core/ctx.ts'
import { query, withTenant } from '../../db/tenant.ts'
import { getTenant } from '../tenants/index.ts'
import { exported } from './exported.ts'

const rowsAtOnce = 500

/** Everything of the tenant as one ZIP: `manifest.json`, and a file of JSON lines a table (docs/guide/export.md). */
export async function exportAll(ctx: Ctx): Promise<Response> {
  requireScope(ctx, 'tenant:export')
  const tenant = await getTenant(ctx)
  await withTenant(ctx).batch(auditRow(ctx, 'tenant.exported', ctx.tenantId, {}))
  const manifest = { format: 'foyer-export', version: 1, at: ctx.now().toISOString(), tenant }
  return new Response(zipped(ctx, manifest), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${tenant.slug}-${manifest.at.slice(0, 10)}.zip"`,
      'cache-control': 'no-store',
    },
  })
}

/** Written as it is read: an export of any size holds one page of one table in memory. */
function zipped(ctx: Ctx, manifest: object): ReadableStream<Uint8Array> {
  let chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  const steps = write(ctx, zip, manifest)
  return new ReadableStream({
    async pull(controller) {
      const { done } = await steps.next()
      for (const chunk of chunks) controller.enqueue(chunk)
      chunks = []
      if (done === true) controller.close()
    },
  })
}

async function* write(ctx: Ctx, zip: Zip, manifest: object): AsyncGenerator<void, void> {
  const head = new ZipDeflate('manifest.json')
  zip.add(head)
  head.push(strToU8(JSON.stringify(manifest, null, 2)), true)
  yield
  for (const [table, modes] of Object.entries(exported)) {
    for (const mode of modes) {
      const file = new ZipDeflate(modes.length === 1 ? `${table}.jsonl` : `${mode}/${table}.jsonl`, { level: 6 })
      zip.add(file)
      for await (const lines of pages(ctx, table, mode)) {
        file.push(strToU8(lines))
        yield
      }
      file.push(new Uint8Array(), true)
      yield
    }
  }
  yield* uploads(ctx, zip)
  zip.end()
}

/** Each uploaded file as it came, named by its source. */
async function* uploads(ctx: Ctx, zip: Zip): AsyncGenerator<void, void> {
  const [{ rows }] = await withTenant(ctx).batch(
    query.execute<{ id: string; key: string }>(
      sql`select id, config ->> 'key' as key from sources where kind = 'file' and removed_at is null order by id`,
    ),
  )
  for (const { id, key } of rows) {
    const held = await ctx.ports.files.get(key)
    if (held === null) continue
    const file = new ZipDeflate(`files/${id}`, { level: 6 })
    zip.add(file)
    file.push(held.bytes, true)
    yield
  }
}

async function* pages(ctx: Ctx, table: string, mode: Mode): AsyncGenerator<string> {
  for (let after = ''; ;) {
    const [{ rows }] = await withTenant({ ...ctx, mode }).batch(
      query.execute<{ id: string; line: string }>(
        sql`select id, (to_jsonb(t) - 'tenant_id' - 'auth_sealed' - 'sealed')::text as line from ${sql.identifier(table)} t
             where id > ${after} order by id limit ${rowsAtOnce}`,
      ),
    )
    if (rows.length > 0) yield rows.map(({ line }) => `${line}\n`).join('')
    if (rows.length < rowsAtOnce) return
    after = rows.at(-1)?.id ?? ''
  }
}
