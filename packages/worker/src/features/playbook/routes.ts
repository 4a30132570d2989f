import { z } from '@hono/zod-openapi'
import { operation, pageQuery } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import {
  Assistant,
  AssistantPage,
  Draft,
  NewAssistant,
  Playbook,
  Publish,
  PublishedVersion,
  Trial,
  TrialResults,
  VersionPage,
  VersionWithPlaybook,
} from './schema.ts'
import {
  createAssistant,
  getDraft,
  getVersion,
  listAssistants,
  listVersions,
  publish,
  putDraft,
  restore,
} from './service.ts'
import { tryDraft } from './trial.ts'
import { asYaml } from './yaml.ts'

const byAssistant = z.strictObject({ assistantId: z.string() })
const byVersion = z.strictObject({ assistantId: z.string(), number: z.coerce.number().int().min(1) })
const tag = 'Playbook'

export const playbookRoutes = new Router()
  .on(
    operation({
      method: 'get',
      path: '/v1/assistants',
      operationId: 'listAssistants',
      scope: 'playbook:read',
      tag,
      summary: 'List the assistants',
      query: pageQuery,
      reply: AssistantPage,
    }),
    (ctx, { query }) => listAssistants(ctx, query),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/assistants',
      operationId: 'createAssistant',
      scope: 'playbook:write',
      tag,
      summary: 'Make an assistant',
      body: NewAssistant,
      reply: Assistant,
      status: 201,
    }),
    (ctx, { body }) => createAssistant(ctx, body),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/assistants/{assistantId}/playbook',
      operationId: 'getPlaybook',
      scope: 'playbook:read',
      tag,
      summary: 'The draft',
      params: byAssistant,
      reply: Draft,
      replyType: 'yaml-or-json',
    }),
    async (ctx, { params, request }) => asYaml(request, await getDraft(ctx, params.assistantId)),
  )
  .on(
    operation({
      method: 'put',
      path: '/v1/assistants/{assistantId}/playbook',
      operationId: 'putPlaybook',
      scope: 'playbook:write',
      tag,
      summary: 'Put the draft; `If-Match` holds the revision you have seen',
      params: byAssistant,
      body: Playbook,
      bodyType: 'yaml-or-json',
      reply: Draft,
      maxBytes: 1024 * 1024,
    }),
    (ctx, { params, body, request }) => putDraft(ctx, params.assistantId, body, request.headers.get('if-match')),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/assistants/{assistantId}/playbook/publish',
      operationId: 'publishPlaybook',
      scope: 'playbook:write',
      tag,
      summary: 'Publish the draft as the next version',
      params: byAssistant,
      body: Publish,
      reply: PublishedVersion,
      status: 201,
    }),
    (ctx, { params, body }) => publish(ctx, params.assistantId, body.note),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/assistants/{assistantId}/playbook/try',
      operationId: 'tryPlaybook',
      scope: 'playbook:read',
      tag,
      summary: 'Which scenario of the draft these words would be; changes nothing',
      params: byAssistant,
      body: Trial,
      reply: TrialResults,
    }),
    (ctx, { params, body }) => tryDraft(ctx, params.assistantId, body.texts),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/assistants/{assistantId}/playbook/versions',
      operationId: 'listPlaybookVersions',
      scope: 'playbook:read',
      tag,
      summary: 'Published versions, newest first',
      params: byAssistant,
      query: pageQuery,
      reply: VersionPage,
    }),
    (ctx, { params, query }) => listVersions(ctx, params.assistantId, query),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/assistants/{assistantId}/playbook/versions/{number}',
      operationId: 'getPlaybookVersion',
      scope: 'playbook:read',
      tag,
      summary: 'One published version',
      params: byVersion,
      reply: VersionWithPlaybook,
      replyType: 'yaml-or-json',
    }),
    async (ctx, { params, request }) => asYaml(request, await getVersion(ctx, params.assistantId, params.number)),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/assistants/{assistantId}/playbook/versions/{number}/restore',
      operationId: 'restorePlaybookVersion',
      scope: 'playbook:write',
      tag,
      summary: 'Make a published version the draft again',
      params: byVersion,
      reply: Draft,
      status: 201,
    }),
    (ctx, { params }) => restore(ctx, params.assistantId, params.number),
  )
