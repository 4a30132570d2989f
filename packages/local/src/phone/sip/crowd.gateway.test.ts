// How soon callers are answered on a real gateway: one by one, and all at once.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LINES, LOGIN, openSipStage, type SipStage } from './stage.ts'
import { isEnd, isSpeech } from '../telephone.ts'
import { phonesOfTest } from './phones.ts'
import { type Caller, reached, waitsOf } from './waits.ts'

/** More than one agent takes. */
const CROWD = Number(process.env['SIP_CROWD'] ?? 20)
const LATE = { timeout: 60_000 }
let stage: SipStage
const { dial } = phonesOfTest(() => stage)

beforeAll(async () => {
  stage = await openSipStage(process.env['LIVEKIT_SIP_BIN'] ?? '')
  await stage.startAgent()
})

afterAll(async () => {
  await stage?.close()
})

/** In the log, all whose number begins so. */
const logged = async (from: string) =>
  (await stage.foyer.calls.list({}, { limit: 100 }).toArray(200)).filter(({ caller }) => caller.startsWith(from))

/** Who calls next finds every line free. */
const ended = (from: string, many: number) =>
  expect.poll(async () => (await logged(from)).filter(({ state }) => state === 'ended').length, LATE).toBe(many)

/** `nth` of a crowd whose numbers begin so. */
async function call(crowd: string, nth: number): Promise<Caller> {
  const from = crowd + String(nth).padStart(2, '0')
  const invitedAt = Date.now()
  return { phone: await dial({ from }), from, invitedAt }
}

/** Answered and spoken to, or, after eight seconds, left to their carrier, which rings the business itself. */
async function outcome({ phone }: Caller): Promise<'greeted' | 'passed on' | 'lost'> {
  const first = await phone.seen.next((event) => isSpeech(event) || isEnd(event), 0, 60_000)
  if (first.kind === 'sound') return 'greeted'
  return first.kind === 'ended' && first.status === 486 ? 'passed on' : 'lost'
}

test('ten callers, one after another, are answered and hear the first words', async () => {
  const crowd = '+150555520'
  const all = []
  for (let nth = 0; nth < 10; nth++) {
    const caller = await call(crowd, nth)
    expect(await outcome(caller)).toBe('greeted')
    all.push(await reached(caller, stage))
    caller.phone.hangUp()
    await ended(crowd, nth + 1)
  }
  console.log(waitsOf('10 callers, one after another', all))
})

test.each([
  [10, '+150555521'],
  [CROWD, '+150555522'],
])(
  'of %i who call at once none is lost: without a line a message is taken, without an agent the carrier is told',
  async (many, crowd) => {
    const all = await Promise.all(Array.from({ length: many }, (_, nth) => call(crowd, nth)))
    const outcomes = await Promise.all(all.map(outcome))
    const greeted = all.filter((_, nth) => outcomes[nth] === 'greeted')
    const reachedAll = await Promise.all(greeted.map((caller) => reached(caller, stage)))
    console.log(waitsOf(`${many} at once, ${greeted.length} greeted`, reachedAll))
    for (const { phone } of greeted) phone.hangUp()
    await ended(crowd, many)
    expect(outcomes).not.toContain('lost')
    const taken = (await logged(crowd)).filter(({ caller }) => greeted.some(({ from }) => from === caller))
    expect(taken.filter(({ reason }) => reason === 'visitor_hung_up')).toHaveLength(greeted.length)
    expect(taken.filter(({ purpose }) => purpose === 'talk').length).toBeLessThanOrEqual(LINES)
    expect(taken.length).toBeGreaterThan(0)
  },
)

test('as many of somebody else’s make (sipp) are answered or passed on, and each call ends with its caller', async () => {
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
  const crowd = '+150555531'
  await ended(crowd, CROWD)
  const reasons = (await logged(crowd)).map(({ reason }) => reason)
  console.log(`sipp: ${reasons.filter((reason) => reason === 'visitor_hung_up').length} of ${CROWD} answered`)
  expect(new Set([...reasons, 'passed_on'])).toEqual(new Set(['visitor_hung_up', 'passed_on']))
})
