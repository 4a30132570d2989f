// A phone without a carrier, the media server, the agent, the worker: what a caller does, and what comes of it.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdmin } from '@foyer/sdk/admin'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Platform, startPlatform } from '../launcher/platform.ts'
import { mediaOf } from '../voice/test/media.ts'
import { openTestSpeech } from '../voice/test/test-speech.ts'
import { startVoice } from '../voice/voice.ts'
import { openDesk } from './desk.ts'
import { play, type Stage } from './play.ts'
import { ownScenarios, qualityOf } from './scenario.ts'
import { Simulator } from './simulated.ts'

let platform: Platform
let stage: Stage
const undo: (() => unknown)[] = []

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-phone-'))
  undo.push(() => rm(dataDir, { recursive: true, force: true }))
  platform = await startPlatform({ dataDir, serverUrl: '', cron: false })
  undo.push(() => platform.stop())
  const { speech, tongue, vars: test, close } = await openTestSpeech(dataDir)
  undo.push(close)
  const vars = { ...test, SPEECH_LANGUAGES: 'en,es' }
  const voice = startVoice({ platform, speech: vars, progress: () => undefined })
  undo.push(() => voice.stop())
  const outcome = await voice.ready
  if (outcome.kind === 'off') throw new Error(`Voice is off: ${outcome.why}`)
  const { apiUrl, operatorKey } = platform
  const operator = createAdmin({ baseUrl: apiUrl, key: operatorKey, timeoutMs: 60_000 })
  const { foyer, number, trunkId } = await openDesk(operator, apiUrl, { mode: 'test' })
  const { gatewayId } = await foyer.trunks.get(trunkId)
  const simulator = new Simulator(platform.voice)
  undo.push(() => simulator.close())
  stage = {
    foyer,
    // Slow is not wrong here.
    dial: (from, dialled = number, line) =>
      simulator.dial({ from, dialled, trunkId: gatewayId, ringingMs: 60_000, ...qualityOf(line) }),
    speak: async (text) => {
      // A grammar would have to guess at words it does not hold; that sound is heard, and when, is real.
      speech.injected.words = text
      return (await tongue.speak(text)).samples
    },
  }
})

afterAll(async () => {
  for (const each of undo.toReversed()) await each()
})

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const name of ['agent', 'worker'])
    console.log((await readFile(join(platform.dataDir, 'log', `${name}.log`), 'utf8')).slice(-4000))
})

test.each(ownScenarios().map((scenario) => [scenario.name, scenario] as const))('%s', async (_name, scenario) => {
  await play(scenario, stage)
})

test('the simulated caller stands in the room as the gateway’s did, and rings until it is answered', async () => {
  const phone = await stage.dial('+15055550177')
  try {
    const ringing = await phone.seen.next(({ kind }) => kind === 'ringing', 0, 15_000)
    const room = (ringing.kind === 'ringing' ? ringing.room : undefined) ?? ''
    expect(room).toMatch(/^call-_\+15055550177_[\w-]{12}$/)
    const caller = (await mediaOf(platform.voice).people(room)).find(({ kind }) => kind === 'SIP')
    // As recorded from livekit-sip 1.10.0.
    expect(caller).toMatchObject({ identity: 'sip_+15055550177', name: 'Phone +15055550177' })
    expect(Object.keys(caller?.attributes ?? {}).toSorted()).toEqual(
      [
        'callID',
        'callIDFull',
        'callStatus',
        'callTag',
        'hostname',
        'phoneNumber',
        'ruleID',
        'trunkID',
        'trunkPhoneNumber',
      ].map((name) => `sip.${name}`),
    )
    await phone.seen.next(({ kind }) => kind === 'answered', 0, 30_000)
    await expect
      .poll(
        async () =>
          (await mediaOf(platform.voice).people(room)).find(({ kind }) => kind === 'SIP')?.attributes['sip.callStatus'],
      )
      .toBe('active')
  } finally {
    phone.close()
  }
})
