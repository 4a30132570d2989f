// Real callers on a real gateway: SIP and RTP, livekit-sip, livekit-server, the worker and the agent.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callFrom, play } from '../play.ts'
import { ownScenarios } from '../scenario.ts'
import { isEnd, isSpeech, type LineEvent } from '../telephone.ts'
import { phonesOfTest } from './phones.ts'
import { SipPhone } from './sip-phone.ts'
import { LOGIN, openSipStage, type SipStage } from './stage.ts'

/** Twenty want two cores for themselves. */
const CROWD = Number(process.env['SIP_CROWD'] ?? 20)
let stage: SipStage
const phones = phonesOfTest(() => stage)

beforeAll(async () => {
  stage = await openSipStage(process.env['LIVEKIT_SIP_BIN'] ?? '')
})

afterAll(async () => {
  await stage?.close()
})

type Dialled = Partial<Omit<Parameters<typeof SipPhone.dial>[0], 'gateway'>>

async function dial(call: Dialled = {}): Promise<SipPhone> {
  const { number: dialled, gateway } = stage
  const phone = await SipPhone.dial({ from: '+15055550177', dialled, login: LOGIN, ...call, gateway })
  phones.add(phone)
  return phone
}

const answered = ({ kind }: LineEvent): boolean => kind === 'answered'

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
  const { tongue, speech } = stage.speech
  await play(scenario, {
    foyer: stage.foyer,
    dial: (from, dialled = stage.number) => dial({ from, dialled }),
    speak: async (text) => {
      speech.injected.words = text
      return (await tongue.speak(text)).samples
    },
  })
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

test('many who call at once are all answered, and hear the first words', async () => {
  const from = Date.now()
  const phones = await Promise.all(
    Array.from({ length: CROWD }, (_, n) => dial({ from: `+150555502${String(n).padStart(2, '0')}` })),
  )
  const heard = await Promise.all(
    phones.map(async (phone) => [
      (await phone.seen.next(answered, 0, 60_000)).at - from,
      (await phone.seen.next(isSpeech, 0, 60_000)).at - from,
    ]),
  )
  for (const nth of [0, 1]) {
    const sorted = heard.map((each) => each[nth] ?? NaN).toSorted((a, b) => a - b)
    console.log(
      ['INVITE → 200', 'INVITE → first sound'][nth],
      'p50',
      sorted[CROWD >> 1],
      'p95',
      sorted[Math.ceil(CROWD * 0.95) - 1],
    )
  }
})

test('as many of somebody else’s make (sipp) are answered, and each call ends with its caller', async () => {
  const args = [
    ...[`127.0.0.1:${stage.gateway}`, '-sf', join(import.meta.dirname, 'crowd.xml'), '-s', stage.number],
    ...['-i', '127.0.0.1', '-mi', '127.0.0.1', '-m', String(CROWD), '-l', String(CROWD), '-r', '20', '-nostdin'],
    ...['-au', LOGIN.username, '-ap', LOGIN.password, '-timeout', '90', '-timeout_error'],
  ]
  const sipp = spawn(process.env['SIPP_BIN'] ?? 'sipp', args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let told = ''
  for (const stream of [sipp.stdout, sipp.stderr]) stream.on('data', (part) => (told += String(part)))
  const [code] = (await once(sipp, 'close')) as [number]
  console.log(told.slice(told.lastIndexOf('Statistics Screen')))
  expect(code, told.slice(-3000)).toBe(0)
  const ofCrowd = async () =>
    (await stage.foyer.calls.list({}, { limit: 50 }).toArray(50)).filter(({ caller }) =>
      caller?.startsWith('+150555531'),
    )
  await expect
    .poll(async () => (await ofCrowd()).map(({ state, reason }) => `${state} ${reason}`), { timeout: 30_000 })
    .toEqual(Array.from({ length: CROWD }, () => 'ended visitor_hung_up'))
})
