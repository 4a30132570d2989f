import { z } from '@hono/zod-openapi'
import { pageOf } from '../../web/operation.ts'

const described = { description: z.string().max(200).default('') }
const Property = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('string'),
    ...described,
    enum: z.array(z.string().min(1).max(100)).min(1).max(50).optional(),
    format: z.enum(['date', 'email', 'phone']).optional(),
    maxLength: z.number().int().min(1).max(1000).default(200),
  }),
  z.strictObject({
    type: z.enum(['number', 'integer']),
    ...described,
    minimum: z.number().optional(),
    maximum: z.number().optional(),
  }),
  z.strictObject({ type: z.literal('boolean'), ...described }),
])

/** The part of JSON schema that a tool's arguments are described with. */
export const Arguments = z
  .strictObject({
    type: z.literal('object'),
    properties: z
      .record(z.string().regex(/^[A-Za-z_]\w{0,39}$/, 'must be a name such as "order_number"'), Property)
      .refine((properties) => Object.keys(properties).length <= 12, 'must be at most 12'),
    required: z.array(z.string()).max(12).default([]),
  })
  .refine(({ properties, required }) => required.every((name) => name in properties), {
    message: 'names an argument that is not described',
    path: ['required'],
  })

const Wording = z.partialRecord(z.string().regex(/^[a-z]{2,3}$/), z.string().trim().min(1).max(300))
const address = z.url({ protocol: /^https?$/ }).max(2000)
const header = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,59}$/, 'must be a header such as "Authorization"')

const shape = {
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]{1,39}$/, 'must be lower-case letters, digits and "_"')
    .describe('What the model calls it.'),
  description: z.string().trim().min(1).max(500).describe('When it should be used, and what it does.'),
  method: z.enum(['GET', 'POST']).describe('GET only looks something up; POST changes something.'),
  url: address.describe('Gets the arguments as query (GET) or as JSON (POST), and answers JSON.'),
  confirm: z.enum(['always', 'never']).describe('Whether the visitor is asked first; POST always asks.'),
}

export const NewTool = z
  .strictObject({
    ...shape,
    confirm: shape.confirm.default('always'),
    arguments: Arguments,
    ask: Wording.default({}).describe('The question before it acts, with `{argument}` filled in.'),
    say: Wording.default({}).describe('What is told of its result, with `{field}` of the result filled in.'),
    example: z
      .record(z.string(), z.unknown())
      .default({})
      .describe('What test mode answers with; nothing is sent then.'),
    timeoutMs: z.number().int().min(500).max(10_000).default(4000),
    auth: z
      .strictObject({ header, value: z.string().min(1).max(2000) })
      .optional()
      .describe('Sent with each call; kept sealed and never shown again. Left out, what was kept before stays.'),
  })
  .refine(({ method, confirm }) => method === 'GET' || confirm === 'always', {
    message: 'must be "always" for POST: what changes something is asked first',
    path: ['confirm'],
  })
  .openapi('NewTool')

export const Tool = z
  .object({
    id: z.string(),
    ...shape,
    arguments: z.record(z.string(), z.unknown()).describe('JSON schema of its arguments.'),
    ask: z.record(z.string(), z.string()),
    say: z.record(z.string(), z.string()),
    example: z.record(z.string(), z.unknown()),
    timeoutMs: z.number().int(),
    authHeader: z.string().describe('The header that is sent; empty when none is.'),
    createdAt: z.iso.datetime(),
  })
  .openapi('Tool')

export const ToolPage = pageOf(Tool, 'ToolPage')

export const ToolUse = z
  .object({
    id: z.string(),
    toolId: z.string(),
    conversationId: z.string(),
    turnId: z.string().describe('The turn in which it was asked for.'),
    state: z.enum(['asked', 'running', 'done', 'dry', 'failed', 'declined', 'dropped']),
    arguments: z.record(z.string(), z.unknown()),
    result: z.string().describe('What it answered, a field a line; sentences quote from this.'),
    reason: z.string().describe('Why nothing came of it, in plain words.'),
    createdAt: z.iso.datetime(),
  })
  .openapi('ToolUse')

export const ToolUsePage = pageOf(ToolUse, 'ToolUsePage')

export type ToolArguments = z.output<typeof Arguments>
