import { z } from '@hono/zod-openapi'
import { operation, pageQuery } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import { NewTool, Tool, ToolPage, ToolUsePage } from './schema.ts'
import { createTool, getTool, listTools, listToolUses, putTool, removeTool } from './service.ts'

const byTool = z.strictObject({ toolId: z.string() })
const tag = 'Tools'

export const toolRoutes = new Router()
  .on(
    operation({
      method: 'post',
      path: '/v1/tools',
      operationId: 'createTool',
      scope: 'playbook:write',
      tag,
      summary: 'Let the assistant use an address of yours: look something up, or do something once the visitor agrees',
      body: NewTool,
      reply: Tool,
      status: 201,
    }),
    (ctx, { body }) => createTool(ctx, body),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/tools',
      operationId: 'listTools',
      scope: 'playbook:read',
      tag,
      summary: 'List the tools; there are at most 20',
      reply: ToolPage,
    }),
    (ctx) => listTools(ctx),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/tools/{toolId}',
      operationId: 'getTool',
      scope: 'playbook:read',
      tag,
      summary: 'One tool',
      params: byTool,
      reply: Tool,
    }),
    (ctx, { params }) => getTool(ctx, params.toolId),
  )
  .on(
    operation({
      method: 'put',
      path: '/v1/tools/{toolId}',
      operationId: 'putTool',
      scope: 'playbook:write',
      tag,
      summary: 'Change a tool; used from the next turn on',
      params: byTool,
      body: NewTool,
      reply: Tool,
    }),
    (ctx, { params, body }) => putTool(ctx, params.toolId, body),
  )
  .on(
    operation({
      method: 'delete',
      path: '/v1/tools/{toolId}',
      operationId: 'removeTool',
      scope: 'playbook:write',
      tag,
      summary: 'Remove a tool; its uses stay listed',
      params: byTool,
    }),
    (ctx, { params }) => removeTool(ctx, params.toolId),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/tool-uses',
      operationId: 'listToolUses',
      scope: 'conversations:read',
      tag,
      summary: 'Every use of a tool, newest first: asked, agreed to, carried out or not',
      query: pageQuery,
      reply: ToolUsePage,
    }),
    (ctx, { query }) => listToolUses(ctx, query),
  )
