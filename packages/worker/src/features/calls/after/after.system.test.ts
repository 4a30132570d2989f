import { beforeAll, describe, expect, it } from 'vitest'
import { claimCall, withVoice } from '../../../test/calling.ts'
import { ask, call, createTenant, type TestTenant, until } from '../../../test/foyer.ts'
import { ring, withNumber } from '../../../test/phoning.ts'

describe('after a call by phone', () => {
  let tenant: TestTenant
  let other: TestTenant
  let line: Awaited<ReturnType<typeof withNumber>>
  beforeAll(async () => {
    tenant = await createTenant({ notifyEmail: 'desk@shop.example' })
    other = await createTenant()
    await withVoice(tenant)
    line = await withNumber(tenant, { source: 'Van' })
  })

  /** A call from this number in which this is said; it hangs up, and what came of it is looked for. */
  async function called(from: string, said: readonly string[], isGreeted = true) {
    const claimed = (await claimCall(await ring({ ...line, from }))).body
    const { token: key } = claimed
    const at = `/v1/calls/${claimed.call.id}`
    const change = (body: object) => call('POST', `${at}/transitions`, { key, body })
    const beats = setInterval(() => void call('POST', `${at}/heartbeats`, { key }), 500)
    if (isGreeted) await change({ to: 'greeted' })
    for (const text of said) await ask(key, claimed.conversation.id, text, { via: 'voice' })
    await change({ to: 'ended', reason: 'visitor_hung_up' })
    clearInterval(beats)
    return until(
      async () => (await call('GET', at, { key: tenant.sk })).body.call,
      ({ outcome }) => outcome !== null,
      60_000,
    )
  }
  const list = async (query: string, of = tenant) =>
    (await call('GET', `/v1/calls?${query}`, { key: of.sk })).body.items
  const mails = async () => (await call('GET', '/v1/outbox', { key: tenant.sk })).body.items

  it('it stands in the log within a minute: what came of it, and who wants what, in their own words', async () => {
    const made = await called('+15055550171', ['I smell gas in the kitchen'])
    expect(made).toMatchObject({
      outcome: 'emergency',
      foundOutcome: 'emergency',
      source: 'Van',
      summary: { name: '', number: '+15055550171', reason: 'I smell gas in the kitchen', urgency: 'danger' },
    })
    expect(await list('outcome=emergency')).toMatchObject([{ id: made.id }])
    expect(await list('outcome=missed')).toEqual([])
    expect(await list('q=(505) 555-0171')).toHaveLength(1)
    expect(await list('q=the kitchen')).toHaveLength(1)
    expect(await list('q=100%25')).toEqual([])
    expect(await list('q=kitchen', other)).toEqual([])
  })

  it('is missed when nobody spoke to them, and the owner hears of it once an hour', async () => {
    const first = await called('+15055550172', [], false)
    expect(first).toMatchObject({ outcome: 'missed', summary: { number: '+15055550172' } })
    await called('+15055550172', [], false)
    await called('+15055550173', [], false)
    const missed = await until(
      async () => (await mails()).filter(({ subject }: { subject: string }) => subject.startsWith('Missed call')),
      (found) => found.length >= 2,
    )
    expect(missed.map(({ subject }: { subject: string }) => subject).toSorted()).toEqual([
      'Missed call from (505) 555-0172',
      'Missed call from (505) 555-0173',
    ])
  })

  it('is set right by a member: theirs counts, ours stays, and it can be taken back', async () => {
    const { id, outcome: found } = await called('+15055550174', ['What do you charge?'])
    const correct = (outcome: unknown, key = tenant.sk) => call('PATCH', `/v1/calls/${id}`, { key, body: { outcome } })
    expect((await correct('interested')).body).toMatchObject({ outcome: 'interested', foundOutcome: found })
    expect((await correct('interested')).body.correctedBy).toMatch(/^key_/)
    expect(await list('outcome=interested')).toMatchObject([{ id }])
    expect((await correct('lovely')).status).toBe(422)
    expect((await correct('spam', other.sk)).status).toBe(404)
    expect((await correct(null)).body).toMatchObject({ outcome: found, correctedBy: '', correctedAt: null })
  })

  it('is spam the third time that nobody speaks within a day', async () => {
    const seen: string[] = []
    for (let at = 0; at < 3; at++) seen.push((await called('+15055550175', [])).outcome)
    // The first two were hung up on at once, or heard out in silence: that depends on how fast this machine is.
    expect(seen.slice(0, 2)).not.toContain('spam')
    expect(seen[2]).toBe('spam')
  })

  it('is in the table of calls; what a caller said is no formula there', async () => {
    const { id } = await called('+15055550176', ['=HYPERLINK("https://evil.example")'])
    const csv = await call('GET', '/v1/calls.csv?q=evil', { key: tenant.sk })
    expect(csv.headers.get('content-type')).toContain('text/csv')
    const [head, row, rest] = (csv.body as string).split('\r\n')
    expect(head).toMatch(/^id,mode,channel,caller/)
    expect(row).toContain(`${id},test,phone,+15055550176`)
    expect(row).toContain(`"'=HYPERLINK(""https://evil.example"")"`)
    expect(rest).toBe('')
  })

  it('is about the message that was left, from who left it', async () => {
    const said = ['Take a message', 'Ana Gil', '505 555 0142', 'yes', 'The boiler makes a noise.']
    expect(await called('+15055550177', said)).toMatchObject({
      outcome: 'message_taken',
      summary: { name: 'Ana Gil', number: '+15055550142', reason: 'The boiler makes a noise.', urgency: 'normal' },
    })
  })
})
