import { z } from '@hono/zod-openapi'
import { operation } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import { requireScope } from '../../core/ctx.ts'
import { standCatchAll } from './gateway.ts'
import { buyNumber, releaseNumber } from './buying.ts'
import { searchNumbers } from './carrier.ts'
import { answerCarrier } from './carrier-calls.ts'
import { examinePhone, testCall } from './examine.ts'
import { addNumber, changeNumber, getNumber, listNumbers } from './numbers.ts'
import {
  AtCarrier,
  CarrierNumberPage,
  CarrierNumberQuery,
  Examination,
  NewCarrierNumber,
  NewPhoneNumber,
  NewSimulatedCall,
  NewTrunk,
  PhoneNumber,
  PhoneNumberChange,
  PhoneNumberPage,
  SimulatedCall,
  TestCall,
  Trunk,
  TrunkChange,
  TrunkCheck,
  TrunkPage,
} from './schema.ts'
import { simulateCall } from './simulate.ts'
import { changeTrunk, checkTrunk, createTrunk, getTrunk, listTrunks, removeTrunk } from './trunks.ts'

const byTrunk = z.strictObject({ trunkId: z.string() })
const byNumber = z.strictObject({ numberId: z.string() })
const tag = 'Phone'

export const phoneRoutes = new Router()
  .on(
    operation({
      method: 'post',
      path: '/v1/trunks',
      operationId: 'createTrunk',
      scope: 'tenant:write',
      tag,
      summary: 'Bring the SIP trunk of your own carrier',
      body: NewTrunk,
      reply: Trunk,
      status: 201,
    }),
    (ctx, { body }) => createTrunk(ctx, body),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/trunks',
      operationId: 'listTrunks',
      scope: 'tenant:read',
      tag,
      summary: 'List the trunks and the numbers on each',
      reply: TrunkPage,
    }),
    (ctx) => listTrunks(ctx),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/trunks/{trunkId}',
      operationId: 'getTrunk',
      scope: 'tenant:read',
      tag,
      summary: 'One trunk',
      params: byTrunk,
      reply: Trunk,
    }),
    (ctx, { params }) => getTrunk(ctx, params.trunkId),
  )
  .on(
    operation({
      method: 'patch',
      path: '/v1/trunks/{trunkId}',
      operationId: 'changeTrunk',
      scope: 'tenant:write',
      tag,
      summary: 'Let calls go out over a trunk, to whom and to which countries',
      params: byTrunk,
      body: TrunkChange,
      reply: Trunk,
    }),
    (ctx, { params, body }) => changeTrunk(ctx, params.trunkId, body),
  )
  .on(
    operation({
      method: 'delete',
      path: '/v1/trunks/{trunkId}',
      operationId: 'removeTrunk',
      scope: 'tenant:write',
      tag,
      summary: 'Remove a trunk that has no number any more',
      params: byTrunk,
    }),
    (ctx, { params }) => removeTrunk(ctx, params.trunkId),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/trunks/{trunkId}/check',
      operationId: 'checkTrunk',
      scope: 'tenant:write',
      tag,
      summary: 'Look whether the gateway has the trunk as it should, and set right what differs',
      params: byTrunk,
      reply: TrunkCheck,
    }),
    (ctx, { params }) => checkTrunk(ctx, params.trunkId),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/phone-numbers',
      operationId: 'addPhoneNumber',
      scope: 'tenant:write',
      tag,
      summary: 'Let an assistant answer a number of your trunk',
      body: NewPhoneNumber,
      reply: PhoneNumber,
      status: 201,
    }),
    (ctx, { body }) => addNumber(ctx, body),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/phone-numbers',
      operationId: 'listPhoneNumbers',
      scope: 'tenant:read',
      tag,
      summary: 'List the numbers',
      reply: PhoneNumberPage,
    }),
    (ctx) => listNumbers(ctx),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/phone-numbers/{numberId}',
      operationId: 'getPhoneNumber',
      scope: 'tenant:read',
      tag,
      summary: 'One number',
      params: byNumber,
      reply: PhoneNumber,
    }),
    (ctx, { params }) => getNumber(ctx, params.numberId),
  )
  .on(
    operation({
      method: 'patch',
      path: '/v1/phone-numbers/{numberId}',
      operationId: 'changePhoneNumber',
      scope: 'tenant:write',
      tag,
      summary: 'Who answers, when, in which languages, and whom not; from the next call on',
      params: byNumber,
      body: PhoneNumberChange,
      reply: PhoneNumber,
    }),
    (ctx, { params, body }) => changeNumber(ctx, params.numberId, body),
  )
  .on(
    operation({
      method: 'delete',
      path: '/v1/phone-numbers/{numberId}',
      operationId: 'releasePhoneNumber',
      scope: 'tenant:write',
      tag,
      summary: 'Release a number: callers hear that it is not in service, until your carrier sends them elsewhere',
      params: byNumber,
      query: z.strictObject({ carrier: AtCarrier }),
    }),
    (ctx, { params, query }) => releaseNumber(ctx, params.numberId, query.carrier),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/carrier-numbers',
      operationId: 'searchCarrierNumbers',
      scope: 'tenant:write',
      tag,
      summary: 'Search numbers that your carrier sells',
      query: CarrierNumberQuery,
      reply: CarrierNumberPage,
    }),
    (ctx, { query }) => searchNumbers(ctx, query),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/carrier-numbers',
      operationId: 'buyCarrierNumber',
      scope: 'tenant:write',
      tag,
      summary: 'Buy a number from your carrier, or take over one of your account, and let an assistant answer it',
      description: 'Your carrier charges you for it. Asking again goes on where it stopped; nothing is bought twice.',
      body: NewCarrierNumber,
      reply: PhoneNumber,
      status: 201,
    }),
    (ctx, { body }) => buyNumber(ctx, body),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/phone/examinations',
      operationId: 'examinePhone',
      scope: 'tenant:write',
      tag,
      summary:
        'Look whether calls can come in: gateway, trunks, rules, agents, clocks and numbers; set right what differs',
      reply: Examination,
    }),
    (ctx) => examinePhone(ctx),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/phone-numbers/{numberId}/test-calls',
      operationId: 'testPhoneNumber',
      scope: 'tenant:write',
      tag,
      summary: 'Ring a number of yours over your own carrier, as a caller would; it charges you for that',
      params: byNumber,
      reply: TestCall,
    }),
    (ctx, { params }) => testCall(ctx, params.numberId),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/phone-numbers/{numberId}/simulated-calls',
      operationId: 'simulateCall',
      scope: 'tenant:write',
      tag,
      summary: 'Call a number of yours with a microphone instead of a phone, in test mode: no carrier is asked',
      params: byNumber,
      body: NewSimulatedCall,
      reply: SimulatedCall,
    }),
    (ctx, { params, body }) => simulateCall(ctx, params.numberId, body),
  )
  .onPlatform(
    operation({
      method: 'post',
      path: '/v1/carrier/{tenantId}/calls',
      operationId: 'answerCarrier',
      scope: 'public',
      tag,
      summary: 'A carrier asks what to do with a call; its signature is checked',
      params: z.strictObject({ tenantId: z.string() }),
      bodyType: 'bytes',
      replyType: 'xml',
      maxBytes: 64 * 1024,
    }),
    (ctx, { params, request }) => answerCarrier(ctx, params.tenantId, request),
  )
  .onPlatform(
    operation({
      method: 'post',
      path: '/v1/platform/phone/check',
      operationId: 'checkGateway',
      scope: 'platform:write',
      tag,
      summary: 'Make sure that calls to a number of nobody are told so; set right what differs at the gateway',
      reply: TrunkCheck,
    }),
    async (ctx) => {
      requireScope(ctx, 'platform:write')
      return { mended: [...(await standCatchAll(ctx)).mended] }
    },
  )
