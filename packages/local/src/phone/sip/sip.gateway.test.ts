// Real callers on a real gateway: SIP and RTP, livekit-sip, livekit-server, the worker and the agent.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { callFrom, play } from '../play.ts'
import { ownScenarios } from '../scenario.ts'
import { isEnd, isSpeech } from '../telephone.ts'
import { phonesOfTest } from './phones.ts'
import { LOGIN, openSipStage, type SipStage } from './stage.ts'

const LATE = { timeout: 30_000 }
let stage: SipStage
const { dial } = phonesOfTest(() => stage)

beforeAll(async () => {
  stage = await openSipStage(process.env['LIVEKIT_SIP_BIN'] ?? '')
})

afterAll(async () => {
  await stage?.close()
})

test('nobody is there to answer: the carrier is told after the trunk’s ringing time', async () => {
  const phone = await dial()
  const { at } = await phone.seen.next(({ kind }) => kind === 'ringing', 0, 5000)
  const end = await phone.seen.next(isEnd, 0, 20_000)
  expect(end).toMatchObject({ by: 'rejected', status: 486 })
  expect(end.at - at).toBeGreaterThan(7000)
  // From here on somebody is.
  await stage.startAgent()
})

test.each(ownScenarios().map((scenario) => [scenario.name, scenario] as const))('%s', async (_name, scenario) => {
  const { foyer, speak } = stage
  await play(scenario, { foyer, speak, dial: (from, dialled = stage.number) => dial({ from, dialled }) })
})

test('without a login, or with a wrong one, nobody comes in', async () => {
  const from = '+15055550178'
  const none = await dial({ from, login: null })
  expect(await none.seen.next(isEnd, 0, 20_000)).toMatchObject({ by: 'rejected', status: 407 })
  const wrong = await dial({ from, login: { ...LOGIN, password: 'a wrong one' } })
  expect(await wrong.seen.next(isEnd, 0, 20_000)).toMatchObject({ by: 'rejected', status: 401 })
  expect(await callFrom(stage.foyer, from)).toBeUndefined()
})

test('a caller who gives up while it rings leaves nothing behind', async () => {
  const phone = await dial({ from: '+15055550179' })
  await phone.seen.next(({ kind }) => kind === 'ringing', 0, 10_000)
  phone.hangUp()
  await expect.poll(() => phone.wire.some((line) => line.includes('487')), { timeout: 10_000 }).toBe(true)
})

test('a key by SIP INFO is refused, and the call goes on', async () => {
  const phone = await dial({ from: '+15055550180' })
  await phone.seen.next(isSpeech, 0, 30_000)
  phone.pressByInfo('2')
  await expect.poll(() => phone.wire.some((line) => line.includes('405')), { timeout: 10_000 }).toBe(true)
  phone.press('2')
  await expect.poll(async () => (await callFrom(stage.foyer, '+15055550180'))?.lang, { timeout: 20_000 }).toBe('es')
})

test.each([
  ['hides their number', ''],
  ['shows none at all', null],
])(
  'a caller who %s is answered like any other; where that is not wanted they are told so, and hung up',
  async (_how, from) => {
    const { foyer, numberId } = stage
    const phone = await dial({ from })
    await phone.seen.next(isSpeech, 0, 30_000)
    phone.press('2')
    const taken = { caller: '', state: 'consent', lang: 'es' }
    await expect.poll(() => callFrom(foyer, ''), LATE).toMatchObject(taken)
    phone.hangUp()
    await expect.poll(() => callFrom(foyer, ''), LATE).toMatchObject({ ...taken, state: 'ended' })
    await foyer.phoneNumbers.change(numberId, { anonymous: 'refuse' })
    const refused = await dial({ from })
    await refused.seen.next(isSpeech, 0, 30_000)
    expect(await refused.seen.next(isEnd, 0, 30_000)).toMatchObject({ by: 'them' })
    await foyer.phoneNumbers.change(numberId, { anonymous: 'answer' })
    await expect
      .poll(() => callFrom(foyer, ''), LATE)
      .toMatchObject({ caller: '', state: 'ended', reason: 'anonymous' })
  },
)

test('a number that was released a moment ago is not in service: nobody’s line is taken, and it does not ring for ever', async () => {
  const { foyer, trunkId } = stage
  const [dialled, from] = ['+15055550198', '+15055550182']
  const { id } = await foyer.phoneNumbers.add({ number: dialled, trunkId })
  const before = await dial({ dialled, from })
  await before.seen.next(isSpeech, 0, 30_000)
  before.hangUp()
  await expect.poll(async () => (await callFrom(foyer, from))?.state, LATE).toBe('ended')
  await foyer.phoneNumbers.release(id)
  const after = await dial({ dialled, from: '+15055550183' })
  await after.seen.next(isSpeech, 0, 30_000)
  expect(await after.seen.next(isEnd, 0, 30_000)).toMatchObject({ by: 'them' })
  expect(await callFrom(foyer, '+15055550183')).toBeUndefined()
})

test('a gateway that dies in the middle of a call: the call ends and says why, and whoever calls next is answered', async () => {
  const { foyer } = stage
  const [from, next] = ['+15055550184', '+15055550185']
  const phone = await dial({ from })
  await phone.seen.next(isSpeech, 0, 30_000)
  stage.killGateway()
  const later = await dial({ from: next })
  await later.seen.next(isSpeech, 0, 60_000)
  expect(await callFrom(foyer, next)).toMatchObject({ channel: 'phone' })
  const lost = { state: 'ended', reason: 'visitor_lost' }
  await expect.poll(() => callFrom(foyer, from), { timeout: 90_000 }).toMatchObject(lost)
  expect(phone.seen.has('ended'), 'nobody is left at the gateway to say so').toBe(false)
})
