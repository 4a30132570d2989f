// A person is fetched over a real gateway: the caller's and the person's phones speak SIP, and who hears whom is measured.

import type { CallLeg } from '@foyer/sdk/admin'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RATE } from '../../speech/voice.ts'
import { callFrom, play, repliesIn } from '../play.ts'
import { transferScenarios } from '../scenario.ts'
import { isEnd, isSpeech } from '../telephone.ts'
import { phonesOfTest } from './phones.ts'
import type { Manner, SipPhone } from './sip-phone.ts'
import { openSipStage, type SipStage } from './stage.ts'
import { tone, ToneEar } from './tone.ts'

const LATE = { timeout: 60_000 }
const TONE_MS = 2000
let stage: SipStage
const { dial, awaits } = phonesOfTest(() => stage)

beforeAll(async () => {
  stage = await openSipStage(process.env['LIVEKIT_SIP_BIN'] ?? '')
  await stage.startAgent()
  // A tone is no word.
  stage.speech.speech.injected.words = ''
  await stage.foyer.ringGroups.change(stage.reach, { ringMs: 5000 })
})

afterAll(async () => {
  await stage?.close()
})

const takes = { answers: 'answers', busy: 486, declined: 603 } as const

/** Whoever is rung is rung there. */
async function ringsAt({ port }: SipPhone, transfers: 'warm' | 'cold'): Promise<void> {
  await stage.foyer.trunks.change(stage.trunkId, { out: { address: `127.0.0.1:${port}` } })
  await stage.foyer.phoneNumbers.change(stage.numberId, { transfers })
}

/** Who rings is in this manner, one after another; a caller asks for them. */
async function asked(from: string, manners: Manner[], transfers: 'warm' | 'cold' = 'warm') {
  const person = await awaits(manners)
  await ringsAt(person, transfers)
  const caller = await dial({ from })
  await caller.seen.next(isSpeech, 0, 60_000)
  caller.press('0')
  return { caller, person }
}

const callOf = async (from: string) => (await callFrom(stage.foyer, from))?.state
async function legsOf(from: string): Promise<CallLeg[]> {
  const call = await callFrom(stage.foyer, from)
  return call === undefined ? [] : (await stage.foyer.calls.get(call.id)).legs
}
const resultsOf = async (from: string) => (await legsOf(from)).map(({ result, state }) => result ?? state)

/** How long each hears the tone that the other one makes meanwhile. */
async function heardOfEachOther(one: SipPhone, other: SipPhone) {
  const ears = [one, other].map((phone) => {
    const ear = new ToneEar(8000)
    phone.onSound = (samples) => ear.hear(samples)
    return ear
  })
  for (const phone of [one, other]) {
    const begun = Date.now()
    phone.say(tone(TONE_MS, RATE))
    await phone.seen.next(({ kind }) => kind === 'said', begun, 30_000)
  }
  return ears.map(({ heardMs }) => heardMs)
}

test('during the whisper the two do not hear each other; after the key they do, and the caller comes back', async () => {
  const from = '+15055550181'
  const { caller, person } = await asked(from, ['answers'])
  await person.seen.next(isSpeech, 0, 60_000)
  await expect.poll(() => callOf(from), LATE).toBe('transferring')
  expect(await heardOfEachOther(caller, person), 'while it is whispered').toEqual([0, 0])
  person.press('1')
  await expect.poll(() => callOf(from), LATE).toBe('with_person')
  const heard = await heardOfEachOther(caller, person)
  for (const ms of heard) expect(ms, JSON.stringify(heard)).toBeGreaterThan(TONE_MS / 2)
  person.hangUp()
  await expect.poll(() => callOf(from), LATE).toBe('in_conversation')
  expect(await resultsOf(from)).toEqual(['connected', 'not_needed'])
})

test('the first is busy and the second lets it ring: the caller is told, and offered a message', async () => {
  const from = '+15055550182'
  const { caller } = await asked(from, [486, 'rings'])
  await expect.poll(() => resultsOf(from), LATE).toEqual(['busy', 'no_answer'])
  await expect.poll(() => callOf(from), LATE).toBe('in_conversation')
  const legs = await legsOf(from)
  const told = await caller.seen.next(isSpeech, Date.parse(legs[1]?.endedAt ?? ''), 30_000)
  console.log('the last phone stopped ringing → told so', told.at - Date.parse(legs[1]?.endedAt ?? ''), 'ms')
  expect(caller.seen.has('ended')).toBe(false)
})

test('the first declines: the next one is rung, and it is whispered to them', async () => {
  const from = '+15055550183'
  const { person } = await asked(from, [603, 'answers'])
  await person.seen.next(isSpeech, 0, 60_000)
  expect(await resultsOf(from)).toEqual(['declined', 'whispering'])
})

test('the person hangs up during the whisper: the caller is told, and the next one is rung', async () => {
  const from = '+15055550185'
  const { caller, person } = await asked(from, ['answers', 'rings'])
  await person.seen.next(isSpeech, 0, 60_000)
  person.hangUp()
  await expect.poll(() => resultsOf(from), LATE).toEqual(['hung_up', 'ringing'])
  expect(caller.seen.has('ended')).toBe(false)
})

test('the caller hangs up while the person’s phone rings: it stops', async () => {
  const from = '+15055550186'
  const { caller, person } = await asked(from, ['rings'])
  await person.seen.next(({ kind }) => kind === 'ringing', 0, 60_000)
  caller.hangUp()
  await person.seen.next(isEnd, 0, 60_000)
  await expect.poll(() => callOf(from), LATE).toBe('ended')
})

test.each(transferScenarios().map((scenario) => [scenario.name, scenario] as const))('%s', async (_name, scenario) => {
  const person = await awaits([])
  await ringsAt(person, 'warm')
  await stage.foyer.ringGroups.change(stage.reach, { ringMs: 60_000 })
  await play(scenario, {
    foyer: stage.foyer,
    speak: stage.speak,
    dial: (from, dialled = stage.number) => dial({ from, dialled }),
    rung: ({ does }) => {
      person.take(takes[does])
      return person
    },
  })
})

test('a cold transfer sends the caller on by REFER, and ends with us', async () => {
  const from = '+15055550184'
  const { caller } = await asked(from, [], 'cold')
  await expect.poll(() => caller.referredTo, LATE).toContain('+15055550147')
  await expect.poll(() => callOf(from), LATE).toBe('ended')
  const call = await callFrom(stage.foyer, from)
  expect(call).toMatchObject({ reason: 'transferred' })
  expect(call === undefined ? [] : await repliesIn(stage.foyer, call)).not.toEqual([])
  await caller.seen.next(isEnd, 0, 20_000)
})
