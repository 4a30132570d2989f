import { neon, neonConfig } from '@neondatabase/serverless'
import { expect, it } from 'vitest'
import { testPlatform } from '../../../../../local/src/test/provided.ts'
import { claimCall, withVoice } from '../../../test/calling.ts'
import { call, createTenant, type TestTenant, until } from '../../../test/foyer.ts'
import { ring, testNumber, withNumber } from '../../../test/phoning.ts'

type Desk = { tenant: TestTenant; line: Awaited<ReturnType<typeof withNumber>> }

async function openDesk(): Promise<Desk> {
  const tenant = await createTenant({ notifyEmail: 'desk@shop.example' })
  await withVoice(tenant)
  return { tenant, line: await withNumber(tenant) }
}

/** A call that was answered or failed while it rang, with its books closed. @returns its id */
async function called({ tenant, line }: Desk, isAnswered: boolean): Promise<string> {
  const { call: made, token: key } = (await claimCall(await ring({ ...line, from: testNumber() }))).body
  const change = (body: object) => call('POST', `/v1/calls/${made.id}/transitions`, { key, body })
  if (isAnswered) await change({ to: 'greeted' })
  await change({ to: 'ended', reason: isAnswered ? 'visitor_hung_up' : 'failed' })
  await until(
    async () => (await call('GET', `/v1/calls/${made.id}`, { key: tenant.sk })).body.call,
    ({ outcome }) => outcome !== null,
    60_000,
  )
  return made.id
}

/** As if so many more calls had gone as this one did. */
async function again({ tenant }: Desk, callId: string, times: number): Promise<void> {
  neonConfig.fetchEndpoint = testPlatform().gatewayUrl
  const sql = neon(testPlatform().databaseUrl)
  await sql.transaction([
    sql.query(`select set_config('app.tenant_id', $1, true), set_config('app.mode', 'test', true)`, [tenant.id]),
    sql.query(
      `insert into calls select (jsonb_populate_record(c, jsonb_build_object('id', c.id || '-' || n, 'room', c.room || '-' || n))).*
       from calls c, generate_series(1, $2::int) n where c.id = $1`,
      [callId, times],
    ),
  ])
}

const mailsOf = async ({ tenant }: Desk): Promise<string[]> => {
  const { items } = (await call('GET', '/v1/outbox', { key: tenant.sk })).body
  const subjects = items.map(({ subject }: { subject: string }) => subject)
  return subjects.filter((subject: string) => subject.startsWith('Calls to')).toReversed()
}
const lowSince = async ({ tenant, line }: Desk) =>
  (await call('GET', `/v1/phone-numbers/${line.numberId}`, { key: tenant.sk })).body.lowSince

it('an owner hears once that calls of a number are not answered, and once that they are again; nobody else does', async () => {
  const [one, other] = [await openDesk(), await openDesk()]
  await again(other, await called(other, true), 9)
  await again(one, await called(one, false), 3)
  await called(one, false)
  await until(
    () => mailsOf(one),
    (mails) => mails.length === 1,
  )
  expect(await lowSince(one)).not.toBeNull()
  await called(one, false)
  await again(one, await called(one, true), 3)
  await called(one, true)
  const mails = await until(
    () => mailsOf(one),
    (found) => found.length === 2,
  )
  expect(mails).toEqual([
    expect.stringMatching(/^Calls to .* are not answered$/),
    expect.stringMatching(/^Calls to .* are answered again$/),
  ])
  // What was before counts no more: one that fails is no alarm.
  await called(one, false)
  expect(await lowSince(one)).toBeNull()
  await called(other, true)
  expect(await mailsOf(other)).toEqual([])
  expect(await mailsOf(one)).toHaveLength(2)
})
