import { z } from '@hono/zod-openapi'
import type { Scope } from '../core/scopes.ts'

type Shape = z.ZodType
/** `none` for operations without a body, a query, or path parameters. */
const none = z.strictObject({})

export interface Operation<Params extends Shape, Query extends Shape, Body extends Shape, Reply extends Shape> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** OpenAPI form: `/v1/keys/{keyId}`. */
  path: `/${string}`
  operationId: string
  /** What the caller must be allowed to do; `public` asks for no credential. */
  scope: Scope | 'public'
  summary: string
  description?: string
  tag: string
  params: Params
  query: Query
  body: Body
  /** How the body travels when it is not JSON. */
  bodyType: 'json' | 'none' | 'yaml-or-json' | 'bytes'
  reply: Reply
  status: 200 | 201 | 202 | 204
  replyType: 'json' | 'event-stream' | 'websocket' | 'yaml-or-json' | 'ogg' | 'zip' | 'csv' | 'xml' | 'empty'
  /** Bytes of body that are read at most. */
  maxBytes: number
}

export type AnyOperation = Operation<Shape, Shape, Shape, Shape>

type Optional = 'params' | 'query' | 'body' | 'bodyType' | 'reply' | 'status' | 'replyType' | 'maxBytes'

/** Declares one operation of the API: the router serves it, openapi.json documents it, the law tests try to break it. */
export function operation<
  Params extends Shape = typeof none,
  Query extends Shape = typeof none,
  Body extends Shape = typeof none,
  Reply extends Shape = typeof none,
>(
  given: Omit<Operation<Params, Query, Body, Reply>, Optional> &
    Partial<Pick<Operation<Params, Query, Body, Reply>, Optional>>,
): Operation<Params, Query, Body, Reply> {
  return {
    params: none as never,
    query: none as never,
    body: none as never,
    bodyType: given.body === undefined ? 'none' : 'json',
    reply: none as never,
    status: given.reply === undefined ? 204 : 200,
    replyType: given.reply === undefined ? 'empty' : 'json',
    maxBytes: 256 * 1024,
    ...given,
  }
}

/** A page of a list: `next` is passed back as `after`; '' at the end. */
export function pageOf<Item extends Shape>(item: Item, name: string) {
  return z
    .object({ items: z.array(item), next: z.string().describe('Pass as `after` for more; empty at the end.') })
    .openapi(name)
}

export const pageQuery = z.strictObject({
  after: z.string().max(200).default('').describe('The `next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
