import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { installTestVoice } from '../../speech/install.ts'
import { freePort } from '../../launcher/ports.ts'
import { startTestSpeech, testSpeechVars } from '../speech-part.ts'
import type { Caller } from './caller.ts'
import { openScriptedWorker, type Script, type ScriptedWorker } from './scripted-worker.ts'
import { openStage, type Stage, tongueAt, type Tongue } from './stage.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let worker: ScriptedWorker
let stage: Stage
let tongue: Tongue
const undo: (() => unknown)[] = []
const fresh: Script = { answer: () => ({ sentences: ['Do your technicians get a background check?'] }) }

beforeAll(async () => {
  worker = await openScriptedWorker({ ...fresh })
  undo.push(worker.close)
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-speech-'))
  undo.push(() => rm(dataDir, { recursive: true, force: true }))
  const port = await freePort()
  const voice = await installTestVoice(console.log)
  const speech = await startTestSpeech({ voice, port, dataDir, onCrash: () => undefined })
  undo.push(() => speech.stop())
  stage = await openStage(worker.url, testSpeechVars(port))
  undo.push(stage.close)
  tongue = tongueAt(`http://127.0.0.1:${port}/v1`)
})

afterAll(async () => {
  for (const each of undo.toReversed()) await each()
})

beforeEach(() => {
  for (const name of ['lies', 'down', 'superseded', 'resume', 'silence'] as const) delete worker.script[name]
  worker.script.answer = fresh.answer
  worker.seen.length = 0
})

/** What the assistant says from `from` on until it is quiet. */
async function hear(caller: Caller, from: number): Promise<{ text: string; at: number; until: number }> {
  const at = await caller.hearsFrom(from)
  const until = await caller.quietFrom(at)
  return { text: await tongue.understand(await caller.heard(at - 150, until + 300)), at, until }
}

test('a visitor is greeted, asks, and hears the answer; the words they said are in the room', async () => {
  const question = await tongue.speak('Do you come to Rio Rancho?')
  const { caller } = await stage.call()
  const greeting = await hear(caller, 0)
  expect(greeting.text).toBe('Are you licensed and insured?')
  const asked = await caller.say(question)
  const answer = await hear(caller, asked)
  expect(answer.text).toBe('Do your technicians get a background check?')
  expect(await caller.captions()).toContain('Do you come to Rio Rancho?')
  expect(worker.of('conversations/:id/turns').map(({ body }) => [body['text'], body['via']])).toEqual([
    ['Do you come to Rio Rancho?', 'voice'],
  ])
  await expect.poll(() => worker.of('turns/:id/timings').length).toBe(1)
  expect(worker.of('calls/:id/transitions').map(({ body }) => body['to'])).toContain('greeted')
  await caller.leave()
})
