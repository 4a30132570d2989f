import { describe, expect, it } from 'vitest'
import { claimCall, livelyCall, lookIn, withVoice } from '../../test/calling.ts'
import { ask, call, createTenant, enter, until } from '../../test/foyer.ts'

async function talking() {
  const tenant = await createTenant()
  await withVoice(tenant)
  const visitor = await enter(tenant)
  return { tenant, visitor, held: await livelyCall(visitor) }
}

describe('a message dictated in a call', () => {
  it('is asked for step by step, read back, corrected, and left for the business of this tenant', async () => {
    const { tenant, visitor, held } = await talking()
    const other = await createTenant()
    const say = async (text: string) => ask(held.token, visitor.conversationId, text, { via: 'voice' })
    expect((await say('can you take a message'))['expects']).toEqual({ field: 'name', how: 'say' })
    expect((await say('Ana Gil'))['expects']).toEqual({ field: 'phone', how: 'say' })
    expect((await say('five oh five five five five'))['message'].text).toContain('5 0 5 5 5 5')
    const readBack = await say('oh one four two')
    expect(readBack['message'].text).toContain('(505) 555-0142')
    expect(readBack['expects']).toEqual({ field: 'yes_no', how: 'say' })
    expect((await say('no, four three, not four two'))['message'].text).toContain('(505) 555-0143')
    expect((await say('yes'))['expects']).toEqual({ field: 'text', how: 'say' })
    await say('please call me about the boiler')
    const left = await call('GET', '/v1/leads', { key: tenant.sk })
    expect(left.body.items).toMatchObject([
      { name: 'Ana Gil', phone: '+15055550143', text: 'please call me about the boiler' },
    ])
    expect((await call('GET', '/v1/leads', { key: other.sk })).body.items).toEqual([])
    const path = `/v1/conversations/${visitor.conversationId}/events`
    const { events } = (await call('GET', path, { key: visitor.token })).body
    expect(events.filter(({ type }: { type: string }) => type === 'lead.left')).toHaveLength(1)
  })

  it('is gone on with by the next job when one is lost, which knows what was asked for', async () => {
    const { visitor, held } = await talking()
    await call('POST', `/v1/calls/${held.id}/transitions`, { key: held.token, body: { to: 'greeted' } })
    for (const text of ['can you take a message', 'Ana Gil', '505 555 0142'])
      await ask(held.token, visitor.conversationId, text, { via: 'voice' })
    held.silent()
    await until(
      () => lookIn(held.room),
      (seen) => (seen?.dispatches.length ?? 0) > 1,
    )
    const { resume } = (await claimCall(held.room)).body
    expect(resume).toMatchObject({ kind: 'go_on', awaited: { field: 'yes_no', about: 'phone' } })
  })

  it('about a visit also takes where and when; what cannot be heard is typed into the same call', async () => {
    const { tenant, visitor, held } = await talking()
    const say = async (text: string, via = 'voice') => ask(held.token, visitor.conversationId, text, { via })
    await say('can you send someone to look at my furnace')
    expect((await say('yes please'))['expects']).toEqual({ field: 'name', how: 'say' })
    await say('Ana Gil')
    await say('well')
    expect((await say('hmm'))['expects']).toEqual({ field: 'phone', how: 'type' })
    expect((await say('505-555-0142', 'keys'))['expects']).toEqual({ field: 'yes_no', how: 'say' })
    expect((await say('yes'))['expects']).toEqual({ field: 'address', how: 'say' })
    const readBack = await say('twelve oh four Juniper Street, Albuquerque, New Mexico, eight seven one oh one')
    expect(readBack['message'].text).toContain('1204 Juniper Street, Albuquerque, NM 87101')
    expect((await say('yes'))['expects']).toEqual({ field: 'date', how: 'say' })
    await say('tomorrow')
    await say('yes')
    await say('the fan makes a noise')
    const left = await call('GET', '/v1/leads', { key: tenant.sk })
    expect(left.body.items[0].text).toMatch(/^1204 Juniper Street, Albuquerque, NM 87101\n\w+day, \w+ \d+\nthe fan/)
  })
})
