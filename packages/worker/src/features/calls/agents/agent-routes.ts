import { z } from '@hono/zod-openapi'
import { operation } from '../../../web/operation.ts'
import { Router } from '../../../web/router.ts'
import { addLateWords } from '../after/late-words.ts'
import { AgentHeartbeat, AgentWelcome, CallSetting, ClaimReply, NewClaim } from './agent-schema.ts'
import { agentBeat } from './agents.ts'
import { claim, hangUp } from './claim.ts'
import { settingNow } from './setting.ts'
import { hearMedia } from '../watching/hear-media.ts'
import { changeCall, consent, holdCall } from './hold.ts'
import { takeOpening } from '../opening/opening.ts'
import { reach } from '../reaching/reach.ts'
import { ReachEvent, ReachStep } from '../reaching/schema.ts'
import { putPart } from '../recording/recording.ts'
import {
  Call,
  CallBeat,
  CallChange,
  Consent,
  LateWords,
  NewConsent,
  Opening,
  RecordingPart,
  SaidFirst,
} from '../schema.ts'

const byCall = z.strictObject({ callId: z.string() })
const tag = 'Calls'

/** The agent's side: its own key registers and claims, a call's token does the rest; and what the media server says. */
export const callAgentRoutes = new Router()
  .onPlatform(
    operation({
      method: 'post',
      path: '/v1/agent/heartbeats',
      operationId: 'agentHeartbeat',
      scope: 'agent:serve',
      tag,
      summary: 'An agent says that it lives, and what it can hear and speak',
      body: AgentHeartbeat,
      reply: AgentWelcome,
    }),
    (ctx, { body }) => agentBeat(ctx, body),
  )
  .onPlatform(
    operation({
      method: 'post',
      path: '/v1/agent/claims',
      operationId: 'claimCall',
      scope: 'agent:serve',
      tag,
      summary: 'An agent takes the call it was given a job for, once a generation',
      body: NewClaim,
      reply: ClaimReply,
    }),
    (ctx, { body }) => claim(ctx, body),
  )
  .onPlatform(
    operation({
      method: 'post',
      path: '/v1/agent/hang-ups',
      operationId: 'hangUpCaller',
      scope: 'agent:serve',
      tag,
      summary: 'A caller who was turned away has heard so: the line is closed',
      body: NewClaim,
    }),
    (ctx, { body }) => hangUp(ctx, body),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/calls/{callId}/setting',
      operationId: 'getCallSetting',
      scope: 'call:hold',
      tag,
      summary: 'All that an agent needs in order to speak for the business, once another assistant goes on',
      params: byCall,
      reply: CallSetting,
    }),
    (ctx, { params }) => settingNow(ctx, params.callId),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/calls/{callId}/heartbeats',
      operationId: 'callHeartbeat',
      scope: 'call:hold',
      tag,
      summary: 'The job that holds the call lives; 409 tells it to leave',
      params: byCall,
      reply: CallBeat,
    }),
    (ctx, { params }) => holdCall(ctx, params.callId),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/calls/{callId}/transitions',
      operationId: 'changeCall',
      scope: 'call:hold',
      tag,
      summary: 'The call goes into its next state, once',
      params: byCall,
      body: CallChange,
      reply: Call,
    }),
    (ctx, { params, body }) => changeCall(ctx, params.callId, body),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/calls/{callId}/opening',
      operationId: 'takeOpening',
      scope: 'call:hold',
      tag,
      summary:
        'What a caller said first, or to the music: a language, yes or no to being recorded, or something that is a turn',
      params: byCall,
      body: SaidFirst,
      reply: Opening,
    }),
    (ctx, { params, body }) => takeOpening(ctx, params.callId, body),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/calls/{callId}/reach',
      operationId: 'reachSomebody',
      scope: 'call:hold',
      tag,
      summary: 'A person is fetched for the caller, or told of a danger: what happened, and what is next',
      description: '`ring` is answered when somebody picked up, or when nobody does: wait a minute for it.',
      params: byCall,
      body: ReachEvent,
      reply: ReachStep,
    }),
    (ctx, { params, body }) => reach(ctx, params.callId, body),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/calls/{callId}/consents',
      operationId: 'recordConsent',
      scope: 'call:hold',
      tag,
      summary: 'The receipt of a decision that was spoken',
      params: byCall,
      body: NewConsent,
      reply: Consent,
      status: 201,
    }),
    (ctx, { params, body }) => consent(ctx, params.callId, body),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/calls/{callId}/late-words',
      operationId: 'addLateWords',
      scope: 'call:hold',
      tag,
      summary:
        'What nobody understood at once, of a recorded call: it goes into the transcript, and no turn answers it',
      params: byCall,
      body: LateWords,
      status: 204,
    }),
    (ctx, { params, body }) => addLateWords(ctx, params.callId, body),
  )
  .on(
    operation({
      method: 'put',
      path: '/v1/calls/{callId}/recording/{part}',
      operationId: 'putRecordingPart',
      scope: 'call:hold',
      tag,
      summary: 'The next piece of the recording: Ogg pages that follow those of the part before',
      description: 'Parts count from 0 without gaps; the same part again changes nothing.',
      params: z.strictObject({ callId: z.string(), part: z.coerce.number().int().min(0).max(10_000) }),
      bodyType: 'bytes',
      reply: RecordingPart,
      maxBytes: 16 * 1024 * 1024,
    }),
    (ctx, { params, request }) => putPart(ctx, params.callId, params.part, request),
  )
  .onPlatform(
    operation({
      method: 'post',
      path: '/v1/media/webhooks',
      operationId: 'hearMedia',
      scope: 'public',
      tag,
      summary: 'The media server says what happened in a room; its signature is checked',
      bodyType: 'bytes',
      maxBytes: 256 * 1024,
    }),
    (ctx, { request, afterwards }) => hearMedia(ctx, request, afterwards),
  )
