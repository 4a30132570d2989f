import { OpenAPIHono, type z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Ctx, PlatformCtx } from '../core/ctx.ts'
import { requireScope } from '../core/ctx.ts'
import { AppError } from '../shared/errors.ts'
import { decodeText, parseText, readBytes, validate } from './body.ts'
import { once } from './idempotency.ts'
import { documentOperation } from './openapi.ts'
import type { AnyOperation, Operation } from './operation.ts'
import type { Bindings } from './bindings.ts'

export interface Vars {
  requestId: string
  platform: PlatformCtx
  /** Set when the credential belongs to a tenant. */
  tenant?: Ctx
}

export type HttpEnv = { Bindings: Bindings; Variables: Vars }
type Shape = z.ZodType

interface Input<Params extends Shape, Query extends Shape, Body extends Shape> {
  params: z.output<Params>
  query: z.output<Query>
  body: z.output<Body>
  request: Request
  bindings: Bindings
  /** Goes on once the reply was sent, for half a minute at most. */
  afterwards: (work: Promise<unknown>) => void
}

export class Router {
  readonly app = new OpenAPIHono<HttpEnv>()
  readonly operations: AnyOperation[] = []

  /** An operation on the caller's own tenant. A `Response` passes through as it is. */
  on<P extends Shape, Q extends Shape, B extends Shape, R extends Shape>(
    op: Operation<P, Q, B, R>,
    verb: (ctx: Ctx, input: Input<P, Q, B>) => Promise<z.input<R> | Response | void>,
  ): this {
    return this.#serve(op, async (c, input) => {
      const ctx = c.get('tenant')
      if (ctx === undefined)
        throw new AppError('forbidden', 'This needs a key of a tenant. The operator key opens other doors.')
      return once(ctx, op, input, () => verb(ctx, input as Input<P, Q, B>))
    })
  }

  /** An operation that belongs to no tenant: the operator's, and the public ones. */
  onPlatform<P extends Shape, Q extends Shape, B extends Shape, R extends Shape>(
    op: Operation<P, Q, B, R>,
    verb: (ctx: PlatformCtx, input: Input<P, Q, B>) => Promise<z.input<R> | Response | void>,
  ): this {
    return this.#serve(op, (c, input) => verb(c.get('platform'), input as Input<P, Q, B>))
  }

  #serve(op: AnyOperation, run: (c: Context<HttpEnv>, input: Input<Shape, Shape, Shape>) => Promise<unknown>): this {
    this.operations.push(op)
    documentOperation(this.app.openAPIRegistry, op)
    const path = op.path.replace(/\{(\w+)\}/g, ':$1')
    this.app.on(op.method.toUpperCase(), path, async (c) => {
      if (op.scope !== 'public') requireScope(c.get('platform'), op.scope)
      const reply = await run(c, await readInput(c, op))
      if (reply instanceof Response) return reply
      if (op.replyType === 'empty' || reply === undefined) return c.body(null, 204)
      return c.json(reply as never, op.status as 200)
    })
    return this
  }
}

async function readInput(c: Context<HttpEnv>, op: AnyOperation): Promise<Input<Shape, Shape, Shape>> {
  const request = c.req.raw
  const params = validate(op.params, c.req.param(), 'path')
  const query = validate(op.query, c.req.query(), 'query')
  const afterwards = (work: Promise<unknown>) => c.executionCtx.waitUntil(work)
  const input = { params, query, body: {}, request, bindings: c.env, afterwards }
  if (op.bodyType === 'none' || op.bodyType === 'bytes') return input
  const contentType = request.headers.get('content-type') ?? 'application/json'
  if (!contentType.includes('json') && !(op.bodyType === 'yaml-or-json' && contentType.includes('yaml'))) {
    throw new AppError(
      'unsupported_type',
      `A body of type "${contentType.slice(0, 80)}" is not read here. Send application/json.`,
    )
  }
  const text = decodeText(await readBytes(request, op.maxBytes))
  return { ...input, body: validate(op.body, parseText(text, contentType), 'body') }
}
