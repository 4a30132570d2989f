import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { AnyOperation } from './operation.ts'
import { Problem } from './problem.ts'

type Registry = OpenAPIHono['openAPIRegistry']

const refusals = {
  400: 'The request cannot be read.',
  401: 'No credential, or one that is no longer good.',
  403: 'The credential may not do this.',
  404: 'There is no such thing for this tenant.',
  409: 'It changed meanwhile, or happened already.',
  413: 'Too large.',
  422: 'A field is wrong, missing or unknown.',
  429: 'Too often, or a ceiling is reached.',
} as const

/** Writes one operation into the document; the scope stands in `x-scope`, where the law tests find it. */
export function documentOperation(registry: Registry, op: AnyOperation): void {
  const route = createRoute({
    method: op.method,
    path: op.path,
    operationId: op.operationId,
    summary: op.summary,
    ...(op.description === undefined ? {} : { description: op.description }),
    tags: [op.tag],
    security: op.scope === 'public' ? [] : [{ bearer: [] }],
    request: {
      ...(hasFields(op.params) ? { params: op.params as never } : {}),
      ...(hasFields(op.query) ? { query: op.query as never } : {}),
      ...(op.bodyType === 'none' ? {} : { body: { required: true, content: bodyContent(op) as never } }),
    },
    responses: { [op.status]: success(op) as never, ...problems(op) },
  })
  registry.registerPath({ ...route, 'x-scope': op.scope } as never)
}

function hasFields(shape: z.ZodType): boolean {
  return shape instanceof z.ZodObject && Object.keys(shape.shape).length > 0
}

function bodyContent(op: AnyOperation) {
  if (op.bodyType === 'bytes') return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
  const json = { 'application/json': { schema: op.body } }
  return op.bodyType === 'yaml-or-json' ? { ...json, 'application/yaml': { schema: { type: 'string' } } } : json
}

function success(op: AnyOperation) {
  switch (op.replyType) {
    case 'empty':
      return { description: 'Done; nothing to say.' }
    case 'websocket':
      return {
        description: 'Switches to a WebSocket whose text frames are stream events.',
        content: { 'application/json': { schema: op.reply } },
      }
    case 'event-stream':
      return {
        description: 'Server-sent events, `id` is the event number.',
        content: { 'text/event-stream': { schema: op.reply } },
      }
    case 'yaml-or-json':
      return {
        description: 'JSON, or YAML with `Accept: application/yaml`.',
        content: { 'application/json': { schema: op.reply }, 'application/yaml': { schema: { type: 'string' } } },
      }
    case 'ogg':
      return {
        description: 'Sound; `Range` is honoured.',
        content: { 'audio/ogg': { schema: { type: 'string', format: 'binary' } } },
      }
    case 'csv':
      return {
        description: 'A table, RFC 4180, UTF-8.',
        content: { 'text/csv': { schema: { type: 'string' } } },
      }
    case 'xml':
      return { description: 'Done.', content: { 'text/xml': { schema: { type: 'string' } } } }
    case 'zip':
      return {
        description: 'An archive.',
        content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
      }
    case 'json':
      return { description: 'Done.', content: { 'application/json': { schema: op.reply } } }
    default:
      return op.replyType satisfies never
  }
}

function problems(op: AnyOperation): Record<number, object> {
  const codes =
    op.scope === 'public' ? ([400, 429] as const) : (Object.keys(refusals).map(Number) as (keyof typeof refusals)[])
  return Object.fromEntries(
    codes.map((code) => [code, { description: refusals[code], content: { 'application/json': { schema: Problem } } }]),
  )
}
