import { AccessToken } from 'livekit-server-sdk'
import { onTestFinished } from 'vitest'
import { testPlatform } from '../../../local/src/test/provided.ts'
import { call, publish, type Reply, type TestTenant, until } from './foyer.ts'

/** The playbook of a tenant that can be talked to. */
export const voicePlaybook = (more: Record<string, unknown> = {}) => ({
  name: 'Desk',
  languages: ['en', 'es'],
  voice: { enabled: true },
  ...more,
})

export const agentKey = () => testPlatform().media.agentKey

/** An agent says that it lives. */
export async function agentLives(more: Record<string, unknown> = {}): Promise<Reply> {
  const speech = { recognises: ['en', 'es'], speaks: ['en', 'es', 'ar'], label: 'test voice' }
  const body = { agentId: 'agent-1', calls: 0, capacity: 50, draining: false, speech, ...more }
  return call('POST', '/v1/agent/heartbeats', { key: agentKey(), body })
}

/** Publishes a playbook with voice, and waits until the microphone is offered. */
export async function withVoice(tenant: TestTenant, more: Record<string, unknown> = {}): Promise<void> {
  await publish(tenant, voicePlaybook(more))
  await until(
    async () => {
      await agentLives()
      return call('GET', '/v1/widget', { key: tenant.pk })
    },
    (reply) => reply.body.voice !== null,
  )
}

export interface TestCall {
  id: string
  room: string
  identity: string
}

export async function openCall(
  visitor: { token: string; conversationId: string },
  more: Record<string, unknown> = {},
): Promise<TestCall> {
  const body = { recording: 'not_asked', noticeVersion: 'x', ...more }
  const opened = await call('POST', `/v1/conversations/${visitor.conversationId}/calls`, { key: visitor.token, body })
  if (opened.status !== 201) throw new Error(`no call: ${JSON.stringify(opened.body)}`)
  const claims = JSON.parse(atob(opened.body.join.token.split('.')[1])) as { sub: string; video: { room: string } }
  return { id: opened.body.call.id, room: claims.video.room, identity: claims.sub }
}

/** What the media server knows of a room. */
export async function lookIn(room: string) {
  return (await atMedia('look', { room })) as {
    participants: { identity: string; kind: string }[]
    unheard: string[]
    dispatches: { id: string; metadata: string; state: { jobs: { id: string }[] } }[]
  } | null
}

export async function atMedia(
  what: 'look' | 'join' | 'ring' | 'leave' | 'forget' | 'break',
  body: object,
): Promise<unknown> {
  const reply = await fetch(`${testPlatform().media.url}/test/${what}`, { method: 'POST', body: JSON.stringify(body) })
  return reply.json()
}

/** The newest job that was given out for a room. */
export async function jobIn(room: string): Promise<{ room: string; jobId: string; dispatchId: string }> {
  const { dispatches } = await until(
    async () => (await lookIn(room)) ?? { dispatches: [] },
    (seen) => seen.dispatches.length > 0,
  )
  const newest = dispatches.at(-1)
  return { room, dispatchId: newest?.id ?? '', jobId: newest?.state.jobs[0]?.id ?? '' }
}

/** An agent takes the call. @returns the reply to its claim */
export async function claimCall(room: string): Promise<Reply> {
  return call('POST', '/v1/agent/claims', { key: agentKey(), body: await jobIn(room) })
}

/** A call that an agent holds. */
export async function heldCall(visitor: { token: string; conversationId: string }, more: Record<string, unknown> = {}) {
  const opened = await openCall(visitor, more)
  const claimed = await claimCall(opened.room)
  if (claimed.status !== 200) throw new Error(`not claimed: ${JSON.stringify(claimed.body)}`)
  return { ...opened, token: claimed.body.token as string, claim: claimed.body }
}

/** Its agent says that it lives until the test has ended, or until it falls silent. */
export function beats(callId: string, key: string): { silent: () => void } {
  const timer = setInterval(() => void call('POST', `/v1/calls/${callId}/heartbeats`, { key }), 500)
  const silent = () => clearInterval(timer)
  onTestFinished(silent)
  return { silent }
}

export async function livelyCall(
  visitor: { token: string; conversationId: string },
  more: Record<string, unknown> = {},
) {
  const held = await heldCall(visitor, more)
  return { ...held, ...beats(held.id, held.token) }
}

/** As the media server signs it: a token of its own key over the body's hash. */
export async function webhook(
  event: string,
  room: string,
  more: { secret?: string; bodyAfter?: string; participant?: object } = {},
) {
  const { apiKey, apiSecret } = testPlatform().media
  const { participant } = more
  const about = { room: { name: room }, ...(participant === undefined ? {} : { participant }) }
  const body = JSON.stringify({ event, ...about, id: `EV_${crypto.randomUUID()}`, createdAt: '1' })
  const token = new AccessToken(apiKey, more.secret ?? apiSecret)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body)))
  token.sha256 = btoa(String.fromCharCode(...hash))
  return call('POST', '/v1/media/webhooks', {
    raw: more.bodyAfter ?? body,
    headers: { 'content-type': 'application/webhook+json', authorization: await token.toJwt() },
  })
}
