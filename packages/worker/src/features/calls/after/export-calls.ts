import type { z } from '@hono/zod-openapi'
import { type Ctx, requireScope } from '../../../core/ctx.ts'
import { withTenant } from '../../../db/tenant.ts'
import { presentCall } from '../present.ts'
import type { CallFilter } from '../schema.ts'
import { selectCalls } from '../store.ts'

const atOnce = 500
const most = 10_000

const columns = [
  'id',
  'mode',
  'channel',
  'caller',
  'dialled',
  'source',
  'lang',
  'createdAt',
  'endedAt',
  'reason',
] as const
const told = ['outcome', 'foundOutcome', 'name', 'number', 'about', 'urgency'] as const

/** As a table (RFC 4180), newest first, 10,000 calls at most; written as it is read. */
export async function exportCalls(ctx: Ctx, filter: z.output<typeof CallFilter>): Promise<Response> {
  requireScope(ctx, 'conversations:read')
  const lines = rows(ctx, filter)
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await lines.next()
      if (next.done === true) controller.close()
      else controller.enqueue(new TextEncoder().encode(next.value))
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="calls.csv"',
      'cache-control': 'no-store',
    },
  })
}

async function* rows(ctx: Ctx, filter: z.output<typeof CallFilter>): AsyncGenerator<string, void> {
  yield line([...columns, ...told])
  let after = ''
  for (let written = 0; written < most; written += atOnce) {
    const [found] = await withTenant(ctx).batch(selectCalls({ ...filter, after, limit: atOnce }))
    const page = found.slice(0, atOnce).map(presentCall)
    if (page.length > 0) yield page.map(cells).join('')
    if (found.length <= atOnce) return
    after = page.at(-1)?.id ?? ''
  }
}

function cells(call: ReturnType<typeof presentCall>): string {
  const { name = '', number = '', reason = '', urgency = '' } = call.summary ?? {}
  return line([
    ...columns.map((column) => call[column] ?? ''),
    ...[call.outcome ?? '', call.foundOutcome ?? '', name, number, reason, urgency],
  ])
}

const line = (values: readonly string[]) => `${values.map(cell).join(',')}\r\n`

/** What a caller said must not become a formula where the table is opened; a phone number is none. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) && !/^\+\d+$/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
