import { expect, onTestFinished } from 'vitest'
import { atMedia, claimCall, lookIn, withVoice } from './calling.ts'
import { ask, call, createTenant, type TestTenant, until } from './foyer.ts'
import { ring, withNumber } from './phoning.ts'

/** Numbers in a country, so that a way out may lead there. */
export const phoneOf = (last: number): string => `+1505555${String(last).padStart(4, '0')}`

export interface Group {
  order?: string
  ringMs?: number
  people?: string[]
  schedule?: string
}

/** A tenant whose number rings these people, over a trunk that leads out. */
export async function withPeople(
  names: readonly string[],
  more: {
    group?: Group
    number?: Record<string, unknown>
    playbook?: Record<string, unknown>
    countries?: string[]
  } = {},
) {
  const tenant = await createTenant()
  await withVoice(tenant, more.playbook)
  const people: { id: string; name: string; number: string }[] = []
  for (const [at, name] of names.entries()) {
    const body = { name, number: phoneOf(100 + at) }
    people.push((await call('POST', '/v1/people', { key: tenant.sk, body })).body)
  }
  const group = await call('POST', '/v1/ring-groups', {
    key: tenant.sk,
    body: { name: 'Desk', order: 'in_order', people: people.map(({ id }) => id), ringMs: 60_000, ...more.group },
  })
  const line = await withNumber(tenant, { reach: group.body.id, ...more.number })
  const out = { address: 'sip.carrier.example', countries: more.countries ?? ['US'] }
  const changed = await call('PATCH', `/v1/trunks/${line.trunkId}`, { key: tenant.sk, body: { out } })
  if (changed.status !== 200) throw new Error(`no way out: ${JSON.stringify(changed.body)}`)
  return { tenant, people, line }
}

/** A call to it that an agent holds, and the agent's verbs. */
export async function callTo(
  {
    tenant,
    line,
  }: { tenant: Pick<TestTenant, 'sk'>; line: { trunkId: string; phoneNumber: string; simulated?: string } },
  from = phoneOf(177),
) {
  const room = await ring({ ...line, from })
  const claimed = await claimCall(room)
  if (claimed.status !== 200) throw new Error(`not claimed: ${JSON.stringify(claimed.body)}`)
  const { token: key, call: made, conversation, resume, setting } = claimed.body
  const timer = setInterval(() => void call('POST', `/v1/calls/${made.id}/heartbeats`, { key }), 500)
  const silent = () => clearInterval(timer)
  onTestFinished(silent)
  await atMedia('join', { room, identity: 'agent-1', kind: 'AGENT', tracks: ['assistant', 'aside'] })
  const reach = async (event: Record<string, unknown>) => {
    const reply = await call('POST', `/v1/calls/${made.id}/reach`, { key, body: event })
    expect(reply.status, JSON.stringify(reply.body)).toBe(200)
    return reply.body
  }
  const log = async () => (await call('GET', `/v1/calls/${made.id}`, { key: tenant.sk })).body
  const said = (text: string) => ask(key, conversation.id, text, { via: 'voice' })
  const change = (body: object) => call('POST', `/v1/calls/${made.id}/transitions`, { key, body })
  const asked = async () => {
    const { turnId } = await said('I want to talk to a person')
    return reach({ event: 'asked', purpose: 'transfer', turnId })
  }
  return {
    ...{ id: made.id as string, recognised: made.recognised as boolean, room, caller: `sip_${from}`, key },
    ...{ conversation, setting, resume, silent, reach, log, said, change, asked },
  }
}

type OnCall = Awaited<ReturnType<typeof callTo>>

/** The phone of whoever is rung next: it stands in the room as the gateway lets it, and does this. */
export async function phoneRings({ log, room }: OnCall, name: string, does: 'answers' | 'is busy' | 'declines') {
  const leg = await until(
    async () => (await log()).legs.findLast((one: { name: string }) => one.name === name),
    (one) => one?.state === 'ringing',
  )
  const identity = `person-${leg.id}`
  const attributes = {
    'sip.callStatus': does === 'answers' ? 'active' : 'ringing',
    ...(does === 'answers' ? {} : { 'foyer.simulated': does === 'is busy' ? 'busy' : 'declined' }),
  }
  await atMedia('join', { room, identity, kind: 'SIP', attributes, tracks: ['voice'] })
  return { identity, legId: leg.id as string, hangsUp: () => atMedia('leave', { room, identity }) }
}

/** Who stands in the room, and who does not hear whom there. */
export async function inRoom(room: string) {
  const seen = await lookIn(room)
  return { people: (seen?.participants ?? []).map(({ identity }) => identity), unheard: seen?.unheard ?? [] }
}
