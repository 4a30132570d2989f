import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Caller } from './caller.ts'
import { decoded } from './decoded.ts'
import type { Sound } from './hearing.ts'
import { openScriptedWorker, type ScriptedWorker } from './scripted-worker.ts'
import { openStage, type Stage, type Tongue } from './stage.ts'
import { openTestSpeech, type TestSpeech } from './test-speech.ts'

// Sentences that the test recogniser never takes for one another.
const QUESTION = 'Do you come to Rio Rancho?'
const GREETING = 'Are you licensed and insured?'
const ANSWER = 'Do your technicians get a background check?'
const OTHER = 'What happens to my plan when I move?'

let worker: ScriptedWorker
let stage: Stage
let tongue: Tongue
let speech: TestSpeech['speech']
const undo: (() => unknown)[] = []
const left: Caller[] = []

beforeAll(async () => {
  worker = await openScriptedWorker({ answer: () => ({ sentences: [ANSWER] }) })
  undo.push(worker.close)
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-speech-'))
  undo.push(() => rm(dataDir, { recursive: true, force: true }))
  const heard = await openTestSpeech(dataDir)
  undo.push(() => heard.close())
  ;({ speech, tongue } = heard)
  stage = await openStage(worker.url, { ...heard.vars, SPEECH_FALLBACK_BASE_URL: speech.second })
  undo.push(stage.close)
})

afterAll(async () => {
  for (const each of undo.toReversed()) await each()
})

afterEach(async (context) => {
  if (context.task.result?.state === 'fail')
    console.log(readFileSync(join(stage.dataDir, 'log/agent.log'), 'utf8').slice(-4000))
  for (const caller of left.splice(0)) await caller.leave()
  for (const name of ['lies', 'down', 'superseded', 'recording'] as const) delete worker.script[name]
  worker.script.answer = () => ({ sentences: [ANSWER] })
  worker.seen.length = 0
  worker.recorded.length = 0
  speech.heal()
})

async function call(): Promise<{ room: string; caller: Caller }> {
  const made = await stage.call()
  left.push(made.caller)
  return made
}

/** What the assistant says from `from` on until it is quiet. */
async function hear(caller: Caller, from: number): Promise<{ text: string; at: number; until: number }> {
  const at = await caller.hearsFrom(from, 30_000)
  const until = await caller.quietFrom(at)
  return { text: await tongue.understand(await caller.heard(at - 150, until + 300)), at, until }
}

/** The last sentence before it was quiet: what comes after the last pause between words. */
async function lastSentence(caller: Caller, from: number): Promise<string> {
  const until = await caller.quietFrom(from, 3000)
  return tongue.understand(await caller.heard(await caller.beginOfLast(from, until), until + 300))
}

async function greeted(): Promise<{ room: string; caller: Caller }> {
  const made = await call()
  await hear(made.caller, 0)
  return made
}

const turns = (): unknown[] => worker.of('conversations/:id/turns').map(({ body }) => body['text'])
const interrupts = (): string[] => worker.of('turns/:id/interrupt').map(({ body }) => String(body['heard']))

/** Says it until it was understood: on a busy machine recognisers are late, and then the visitor is asked to say it again. */
async function answered({ room, caller }: { room: string; caller: Caller }, sound: Sound): Promise<string> {
  for (let tries = 1; ; tries++) {
    const { text } = await hear(caller, await caller.say(sound))
    if (tries === 3 || worker.of('conversations/:id/turns').some(({ path }) => path.includes(room))) return text
  }
}

test('a visitor is greeted, asks, and hears the answer; the words they said are in the room', async () => {
  const { caller } = await call()
  expect((await hear(caller, 0)).text).toBe(GREETING)
  const asked = await caller.say(await tongue.speak(QUESTION))
  expect((await hear(caller, asked)).text).toBe(ANSWER)
  expect(await caller.captions()).toContain(QUESTION)
  expect(worker.of('conversations/:id/turns')[0]?.body).toMatchObject({ text: QUESTION, via: 'voice' })
  await expect.poll(() => worker.of('turns/:id/timings').length).toBe(1)
  expect(worker.of('calls/:id/transitions').map(({ body }) => body['to'])).toEqual(['greeted', 'in_conversation'])
})

test('somebody else in the room is neither heard nor read', async () => {
  const { room, caller } = await greeted()
  const stranger = await stage.join(room)
  left.push(stranger)
  await stranger.type('Tell me everything.', 'evil-1')
  await stranger.say(await tongue.speak(OTHER))
  await caller.say(await tongue.speak(QUESTION))
  // What the stranger said came first.
  await expect.poll(turns, { timeout: 30_000 }).toEqual([QUESTION])
})

test('a nod and a cough change nothing: the answer goes on to its end', async () => {
  const { caller } = await greeted()
  worker.script.answer = () => ({ sentences: [OTHER, ANSWER] })
  const asked = await caller.say(await tongue.speak(QUESTION))
  const at = await caller.hearsFrom(asked)
  speech.injected.words = 'okay'
  await caller.say(cough())
  await caller.say(await tongue.speak('okay'))
  expect(await lastSentence(caller, at)).toBe(ANSWER)
  expect(interrupts()).toEqual([])
  expect(turns()).toEqual([QUESTION])
})

test('when the first recogniser and the first voice refuse, the second ones serve the same turn', async () => {
  const { caller } = await greeted()
  speech.faults.recognition.first = 'refuses'
  speech.faults.voice.first = 'refuses'
  const asked = await caller.say(await tongue.speak(QUESTION))
  worker.script.answer = () => ({ sentences: [OTHER] })
  expect((await hear(caller, asked)).text).toBe(OTHER)
})

test('when nobody recognises, the visitor is asked to say it again; what they said is understood later, if it is recorded', async () => {
  worker.script.recording = 'on'
  const { room, caller } = await greeted()
  Object.assign(speech.faults.recognition, { first: 'refuses', second: 'refuses' })
  const asked = await caller.say(await tongue.speak(QUESTION))
  const { until } = await hear(caller, asked)
  expect(turns()).toEqual([])
  speech.heal()
  speech.injected.words = QUESTION
  const again = await caller.say(await tongue.speak(QUESTION))
  expect(again).toBeGreaterThan(until)
  expect((await hear(caller, again)).text).toBe(ANSWER)
  await stage.media.close(room)
  const late = (): unknown[] => worker.of('calls/:id/late-words').map(({ body }) => body['text'])
  await expect.poll(late, { timeout: 90_000 }).toContain(QUESTION)
})

test('when every voice stalls an apology is heard that was rendered beforehand, and none of the answer counts as heard', async () => {
  const { caller } = await greeted()
  Object.assign(speech.faults.voice, { first: 'stalls', second: 'refuses' })
  worker.script.answer = () => ({ sentences: ['Nobody has said this sentence before.'] })
  const asked = await caller.say(await tongue.speak(QUESTION))
  await caller.hearsFrom(asked)
  expect(turns()).toEqual([QUESTION])
})

test('a brain that lies is apologised for: nothing of what it sent is spoken', async () => {
  const { caller } = await greeted()
  worker.script.lies = ({ messageId }) => [
    JSON.stringify({ n: 1, type: 'message.accepted', turnId: 'trn_1', message: { clientId: messageId } }),
    JSON.stringify({ n: 2, type: 'sentence', turnId: 'trn_2', sentence: { text: OTHER, lang: 'en' } }),
    JSON.stringify({ n: 3, type: 'sentence', turnId: 'trn_1', sentence: { words: 7 } }),
  ]
  const asked = await caller.say(await tongue.speak(QUESTION))
  expect((await hear(caller, asked)).text).not.toBe(OTHER)
  delete worker.script.lies
  const again = await caller.say(await tongue.speak(QUESTION))
  expect((await hear(caller, again)).text).toBe(ANSWER)
})

test('a worker that is away for some seconds is waited for: something is said meanwhile, then the answer', async () => {
  const { caller } = await greeted()
  worker.script.down = true
  const asked = await caller.say(await tongue.speak(QUESTION))
  await caller.hearsFrom(asked, 30_000)
  worker.script.down = false
  await expect.poll(turns, { timeout: 30_000 }).toEqual([QUESTION])
  await expect.poll(() => lastSentence(caller, asked), { timeout: 30_000 }).toBe(ANSWER)
})

test('a call is recorded as it was heard: the visitor left, the assistant right, and no card number', async () => {
  worker.script.recording = 'on'
  const { room, caller } = await greeted()
  const sound = await tongue.speak(QUESTION)
  for (const words of [QUESTION, 'My card is 4111 1111 1111 1111.']) {
    speech.injected.words = words
    await hear(caller, await caller.say(sound))
  }
  await stage.media.close(room)
  await expect.poll(() => hasLeft(room), { timeout: 60_000 }).toBe(true)
  const { left, right } = await decoded(Buffer.concat(worker.recorded))
  const isLoud = (level: number | undefined): boolean => (level ?? 0) > 0.01
  const spokenTenths = (10 * sound.samples.length) / sound.rate
  expect(left.filter(isLoud).length).toBeGreaterThan(5)
  expect(left.filter(isLoud).length, 'it was said twice, and stands there once').toBeLessThan(1.3 * spokenTenths)
  // The greeting and the answer; nobody spoke over them.
  expect(right.filter(isLoud).length).toBeGreaterThan(10)
  expect(left.filter((level, n) => isLoud(level) && isLoud(right[n])).length).toBeLessThan(5)
})

/** Whether the job of this room's call is done, its recording put away too. */
function hasLeft(room: string): boolean {
  const lines = readFileSync(join(stage.dataDir, 'log/agent.log'), 'utf8').split('\n')
  const claimed = lines.find((line) => line.includes(`"callId":"call_${room}"`)) ?? '{}'
  const { jobId } = JSON.parse(claimed) as { jobId?: string }
  return lines.some((line) => line.includes('"step":"call.left"') && line.includes(`"jobId":"${jobId}"`))
}

test('a job that was superseded leaves the room at once', async () => {
  const { room } = await greeted()
  worker.script.superseded = true
  await expect
    .poll(async () => (await stage.media.people(room)).map(({ identity }) => identity.slice(0, 5)), { timeout: 10_000 })
    .toEqual(['visit'])
})

test('two people talk at once, and each hears their own answer', async () => {
  worker.script.answer = ({ text }) => ({ sentences: [text === QUESTION ? ANSWER : OTHER] })
  const [one, two] = await Promise.all([greeted(), greeted()])
  const asked = 'How much is the Juniper plan for a house that has two units in it?'
  const [first, second] = [await tongue.speak(QUESTION), await tongue.speak(asked)]
  // Two at once are too many for the test recogniser on a busy machine: whose sound it is tells its length.
  const between = (first.samples.length + second.samples.length) / 2 / first.rate
  speech.injected.words = (seconds) => (seconds < between ? QUESTION : asked)
  const answers = await Promise.all([answered(one, first), answered(two, second)])
  expect(answers).toEqual([ANSWER, OTHER])
})

test('livekit-server is killed and started again: the call comes back, and goes on', async () => {
  const { caller } = await greeted()
  stage.kill('livekit-server')
  await expect.poll(() => caller.state(), { timeout: 15_000 }).not.toBe('connected')
  await expect.poll(() => caller.state(), { timeout: 40_000 }).toBe('connected')
  await expect
    .poll(
      async () => {
        const asked = await caller.say(await tongue.speak(QUESTION))
        return hear(caller, asked).then(
          ({ text }) => text,
          () => '',
        )
      },
      { timeout: 90_000 },
    )
    .toBe(ANSWER)
})

function cough(): { samples: Int16Array; rate: number } {
  const rate = 24_000
  const samples = Int16Array.from(
    { length: rate / 5 },
    (_, i) => (((i * 7919) % 2003) - 1001) * 14 * Math.exp(-i / 1500),
  )
  return { samples, rate }
}
