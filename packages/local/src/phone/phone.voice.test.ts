// A phone without a carrier, the media server, the agent, the worker: what a caller does, and what comes of it.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdmin } from '@foyer/sdk/admin'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Platform, startPlatform } from '../launcher/platform.ts'
import { type Called, soakPhones } from '../soak/phone-calls.ts'
import { openCallers } from '../voice/test/caller.ts'
import { openTestSpeech } from '../voice/test/test-speech.ts'
import { startVoice, type Voice } from '../voice/voice.ts'
import { openDesk } from './desk.ts'
import { callFrom, play, repliesIn, type Stage } from './play.ts'
import { playAll } from './play-all.ts'
import { ownScenarios, qualityOf, type Scenario, transferScenarios } from './scenario.ts'
import { Simulator } from './simulated.ts'
import { isEnd, isSpeech, type Telephone } from './telephone.ts'

let platform: Platform
let stage: Stage
let simulator: Simulator
let voice: Voice
/** A caller whose line broke without a word, while the others call. */
let vanished: Promise<unknown>
const VANISHED = '+15055550180'
const undo: (() => unknown)[] = []

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-phone-'))
  undo.push(() => rm(dataDir, { recursive: true, force: true }))
  platform = await startPlatform({ dataDir, serverUrl: '', cron: false })
  undo.push(() => platform.stop())
  const { speech, tongue, vars: test, close } = await openTestSpeech(dataDir)
  undo.push(close)
  const vars = { ...test, SPEECH_LANGUAGES: 'en,es' }
  voice = startVoice({ platform, speech: vars, agents: 2, progress: () => undefined })
  undo.push(() => voice.stop())
  const outcome = await voice.ready
  if (outcome.kind === 'off') throw new Error(`Voice is off: ${outcome.why}`)
  const { apiUrl, operatorKey } = platform
  const operator = createAdmin({ baseUrl: apiUrl, key: operatorKey, timeoutMs: 60_000 })
  const { foyer, number, trunkId } = await openDesk(operator, apiUrl, { mode: 'test' })
  const { gatewayId } = await foyer.trunks.change(trunkId, { out: { address: 'sip.carrier.example' } })
  simulator = new Simulator(platform.voice)
  undo.push(() => simulator.close())
  stage = {
    foyer,
    // Slow is not wrong here.
    dial: (from, dialled = number, line) =>
      simulator.dial({ from, dialled, trunkId: gatewayId, ringingMs: 60_000, ...qualityOf(line) }),
    rung: (who) => simulator.beRung(who),
    speak: async (text) => {
      // A grammar would have to guess at words it does not hold; that sound is heard, and when, is real.
      speech.injected.words = text
      return (await tongue.speak(text)).samples
    },
  }
  const another = new Simulator(platform.voice)
  const line = another.dial({ from: VANISHED, dialled: number, trunkId: gatewayId, ringingMs: 60_000 })
  vanished = hearsUs(line).finally(() => another.kill())
  vanished.catch(() => undefined)
})

afterAll(async () => {
  for (const each of undo.toReversed()) await each()
})

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const name of ['agent', 'second-agent', 'worker'])
    console.log((await readFile(join(platform.dataDir, 'log', `${name}.log`), 'utf8')).slice(-4000))
})

test.each([...ownScenarios(), ...transferScenarios()].map((scenario) => [scenario.name, scenario] as const))(
  '%s',
  async (_name, scenario) => {
    await play(scenario, stage)
  },
)

/** The first sound, or that it is over. */
const hearsUs = (phone: Telephone) => phone.seen.next((event) => isSpeech(event) || isEnd(event), 0, 60_000)

test('a scenario is told step by step as it is played, and what does not come true is told and counted', async () => {
  const lines: string[] = []
  const printed = { tell: (line: string) => lines.push(line), say: (line: string) => lines.push(`! ${line}`) }
  const rings: Scenario = { name: 'It rings', steps: [{ expects: 'ringing', within_ms: 60_000 }] }
  const wrong: Scenario = { name: 'A mistake', steps: [{ expects: { reply: 'of nobody' }, within_ms: 1 }] }
  expect(await playAll([rings, wrong], stage, printed)).toBe(1)
  const told = [/^It rings$/, /^ *\d+ ms {2}✓ \{"expects"/, /^A mistake$/, /✗/, /^! “A mistake”, step 1, /]
  expect(lines).toEqual(told.map((words) => expect.stringMatching(words)))
})

test('a caller whose line breaks without a word is not waited for, and the call stands in the log with its end', async () => {
  await vanished
  const made = async () => (await callFrom(stage.foyer, VANISHED))?.reason
  await expect.poll(made, { timeout: 100_000 }).toBe('visitor_lost')
})

test('a member calls with the microphone of a browser, and the call is like any other', async () => {
  const { foyer } = stage
  const [number] = await foyer.phoneNumbers.list()
  const from = '+15055550188'
  const { url, token } = await foyer.phone.simulate(number?.id ?? '', { from })
  const browser = await openCallers()
  try {
    const caller = await browser.call(url, token)
    const call = async () => (await foyer.calls.list({}).toArray(50)).find((each) => each.caller === from)
    await expect.poll(async () => (await call())?.greetedAt ?? null, { timeout: 60_000 }).not.toBeNull()
    expect(await call()).toMatchObject({ channel: 'phone', mode: 'test' })
    await caller.leave()
    await expect.poll(async () => (await call())?.reason, { timeout: 60_000 }).toBe('visitor_hung_up')
  } finally {
    await browser.close()
  }
})

test('the doctor finds nothing broken where calls are answered', async () => {
  const { findings } = await stage.foyer.phone.examine()
  expect(findings.filter(({ state }) => state === 'broken')).toEqual([])
  expect(new Set(findings.map(({ check }) => check))).toEqual(
    new Set(['gateway', 'clock', 'agents', 'trunk', 'number']),
  )
})

test('the worker is killed while one talks and another one rings: both keep the line, and are in the log once', async () => {
  const { foyer } = stage
  const [talks, rings] = ['+15055550181', '+15055550182']
  const question = await stage.speak('Do you come to Rio Rancho?')
  const talker = await stage.dial(talks)
  await hearsUs(talker)
  talker.say(question)
  platform.kill('worker')
  const ringer = await stage.dial(rings)
  const isAnswered = async (): Promise<boolean> => {
    const call = await callFrom(foyer, talks)
    return call !== undefined && (await repliesIn(foyer, call)).includes('Do your technicians get a background check?')
  }
  // Who heard an apology asks again.
  const answered = async (tries: number): Promise<void> => {
    const asking = expect.poll(isAnswered, { timeout: 25_000 }).toBe(true)
    await asking.catch((error: unknown) => {
      if (tries === 1) throw error
      talker.say(question)
      return answered(tries - 1)
    })
  }
  expect(await hearsUs(ringer)).toMatchObject({ kind: 'sound' })
  await answered(3)
  for (const phone of [talker, ringer]) {
    expect(phone.seen.has('ended')).toBe(false)
    phone.hangUp()
  }
  const reasons = async (from: string) => (await foyer.calls.list({ q: from }).toArray(5)).map(({ reason }) => reason)
  for (const from of [talks, rings])
    await expect.poll(() => reasons(from), { timeout: 60_000 }).toEqual(['visitor_hung_up'])
}, 240_000)

test('two businesses that are called at once, with an agent killed meanwhile, drop nobody and mix nothing up', async () => {
  const { apiUrl, operatorKey } = platform
  const operator = createAdmin({ baseUrl: apiUrl, key: operatorKey, timeoutMs: 60_000 })
  const called = async (says: string): Promise<Called> => {
    const { foyer, number, trunkId } = await openDesk(operator, apiUrl, { mode: 'test', says })
    const { gatewayId } = await foyer.trunks.change(trunkId, { out: { address: 'sip.carrier.example' } })
    return {
      foyer,
      says,
      dial: (from) => simulator.dial({ from, dialled: number, trunkId: gatewayId, ringingMs: 60_000 }),
      rung: (who) => simulator.beRung(who),
    }
  }
  const asked = 'Do you come to Rio Rancho?'
  const seen = await soakPhones({
    called: [await called('Yes, every Monday.'), await called('No, it is too far for us.')],
    question: await stage.speak(asked),
    ...{ calls: 10, atOnce: 2, mostMs: Infinity, kills: 1, patienceMs: 25_000 },
    kill: () => voice.kill('agent'),
    random: Math.random,
    say: () => undefined,
  })
  expect(seen).toMatchObject({ calls: 10, kills: 1, passedOn: 0, dropped: [], mixed: [] })
  expect([seen.greetedMs.length, seen.toldMs.length]).toEqual([10, 1])
}, 300_000)
