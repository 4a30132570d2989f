import { type Ctx, requireScope } from '../../../core/ctx.ts'
import { withTenant } from '../../../db/tenant.ts'
import { AppError, notFound } from '../../../shared/errors.ts'
import { readBytes } from '../../../web/body.ts'
import { holderOf, requireHeld } from '../access.ts'
import type { CallRow } from '../present.ts'
import * as store from '../store.ts'

const mostBytes = 16 * 1024 * 1024
const contentType = 'audio/ogg'

/** Where the parts of a call lie. */
export const recordingsOf = (ctx: Ctx, callId: string) => `${ctx.tenantId}/${ctx.mode}/recordings/${callId}/`

const keyOf = (ctx: Ctx, callId: string, part: number) =>
  `${recordingsOf(ctx, callId)}${String(part).padStart(5, '0')}.ogg`

/** Stored piece by piece while the call runs, so that a job that dies takes little with it. */
export async function putPart(ctx: Ctx, callId: string, part: number, request: Request) {
  requireScope(ctx, 'call:hold')
  const holder = holderOf(ctx, callId)
  const [[found]] = await withTenant(ctx).batch(store.selectCall(callId))
  const call = requireRecorded(requireHeld(found, holder))
  const next = call.recordingSizes.length
  if (part > next) throw new AppError('conflict', `The next part is ${next}. Put them in order.`)
  const known = call.recordingSizes[part]
  if (known !== undefined) return { part, bytes: known }
  const bytes = await readBytes(request, mostBytes)
  await ctx.ports.files.put(keyOf(ctx, callId, part), bytes, { contentType })
  await withTenant(ctx).batch(store.countPart(callId, part, bytes.length))
  return { part, bytes: bytes.length }
}

/** @throws AppError forbidden: nothing of what was said is kept but its words */
export function requireRecorded(call: CallRow): CallRow {
  if (call.recording === 'on') return call
  throw new AppError('forbidden', 'This call is not recorded: it is not switched on, or was not agreed to.')
}

/** The parts one after another: Ogg allows that, also when another job began a stream of its own. */
export async function readRecording(ctx: Ctx, callId: string, request: Request): Promise<Response> {
  requireScope(ctx, 'conversations:read')
  const [[call]] = await withTenant(ctx).batch(store.selectCall(callId))
  if (call === undefined || call.recordingSizes.length === 0) throw notFound('recording')
  const sizes = call.recordingSizes
  const total = sizes.reduce((sum, bytes) => sum + bytes, 0)
  const asked = rangeOf(request.headers.get('range'), total)
  if (asked === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${total}` } })
  const { from, to } = asked ?? { from: 0, to: total - 1 }
  const headers = {
    'content-type': contentType,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store',
    'content-length': String(to - from + 1),
    ...(asked === null ? {} : { 'content-range': `bytes ${from}-${to}/${total}` }),
  }
  const rest = pieces(ctx, callId, sizes, from, to)
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await rest.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    },
  })
  return new Response(body, { status: asked === null ? 200 : 206, headers })
}

async function* pieces(
  ctx: Ctx,
  callId: string,
  sizes: readonly number[],
  from: number,
  to: number,
): AsyncGenerator<Uint8Array, void> {
  let begins = 0
  for (const [part, size] of sizes.entries()) {
    const ends = begins + size
    if (ends > from && begins <= to) {
      const held = await ctx.ports.files.get(keyOf(ctx, callId, part))
      if (held === null) throw new Error(`part ${part} of a recording is not there`)
      yield held.bytes.subarray(Math.max(0, from - begins), Math.min(size, to - begins + 1))
    }
    begins = ends
  }
}

/** One range of bytes (RFC 9110 § 14.1.2); null when none is asked for, or in a form we do not serve. */
export function rangeOf(header: string | null, total: number): { from: number; to: number } | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return null
  const from = first === '' ? Math.max(0, total - Number(last)) : Number(first)
  const to = first === '' || last === '' ? total - 1 : Math.min(Number(last), total - 1)
  return from > to || from >= total ? 'unsatisfiable' : { from, to }
}
