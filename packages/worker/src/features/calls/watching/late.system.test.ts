import { describe, expect, it } from 'vitest'
import { beats, claimCall, livelyCall, lookIn, withVoice } from '../../../test/calling.ts'
import { ask, call, createTenant, enter, until } from '../../../test/foyer.ts'

async function talking() {
  const tenant = await createTenant()
  await withVoice(tenant)
  const visitor = await enter(tenant)
  const held = await livelyCall(visitor)
  return { tenant, visitor, held }
}

const beat = (held: { id: string; token: string }) =>
  call('POST', `/v1/calls/${held.id}/heartbeats`, { key: held.token })
const stateOf = async (tenant: { sk: string }, id: string) =>
  (await call('GET', `/v1/calls/${id}`, { key: tenant.sk })).body.call

describe('an agent that was only late', () => {
  it('goes on as long as nobody has claimed the call after it, and whoever was asked for leaves', async () => {
    const { tenant, visitor, held } = await talking()
    for (const to of ['greeted', 'in_conversation'])
      await call('POST', `/v1/calls/${held.id}/transitions`, { key: held.token, body: { to } })
    held.silent()
    await until(
      () => lookIn(held.room),
      (seen) => (seen?.dispatches.length ?? 0) > 1,
    )
    expect((await stateOf(tenant, held.id)).state).toBe('reconnecting')
    const said = await ask(held.token, visitor.conversationId, 'are you a robot?', { via: 'voice' })
    expect(said.type).toBe('turn.answered')
    expect((await beat(held)).status).toBe(200)
    beats(held.id, held.token)
    await until(
      () => stateOf(tenant, held.id),
      ({ state, generation }) => state === 'in_conversation' && generation === 1,
    )
    expect((await claimCall(held.room)).body.error.code).toBe('superseded')
    expect((await beat(held)).status).toBe(200)
  })

  it('and the one asked for after it come at the same moment: one of them holds the call, the other hears so', async () => {
    const { tenant, held } = await talking()
    held.silent()
    await until(
      () => lookIn(held.room),
      (seen) => (seen?.dispatches.length ?? 0) > 1,
    )
    const [, next] = await Promise.all([beat(held), claimCall(held.room), beat(held)])
    const holders = [held.token, ...(next.status === 200 ? [next.body.token as string] : [])]
    const beaten = await Promise.all(holders.map((token) => beat({ id: held.id, token })))
    expect(beaten.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(beaten.at(-1)?.status, 'who was let in last').toBe(200)
    expect((await stateOf(tenant, held.id)).generation > 1).toBe(next.status === 200)
  })
})
