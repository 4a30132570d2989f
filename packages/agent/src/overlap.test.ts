import { expect, test } from 'vitest'
import { Overlap } from './overlap.ts'
import { tunings } from './turn-taking.ts'

const tuning = tunings.web

function stage(heardSoFar: string, isSpeaking = true) {
  const did: string[] = []
  const mouth = {
    isSpeaking,
    duck: () => void did.push('duck'),
    hold: () => void did.push('hold'),
    release: () => void did.push('release'),
  }
  const overlap = new Overlap(
    mouth,
    tuning,
    async () => heardSoFar,
    () => void did.push('yield'),
  )
  return { did, overlap }
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('a cough softens us, and then we are back', () => {
  const { did, overlap } = stage('')
  overlap.begin()
  overlap.goOn(200)
  overlap.over('nothing')
  expect(did).toEqual(['duck', 'release'])
})

test('a nod never silences us', async () => {
  const { did, overlap } = stage('uh huh')
  overlap.begin()
  overlap.goOn(tuning.lookMs)
  await settle()
  overlap.goOn(tuning.holdMs + 100)
  overlap.over('back-channel')
  expect(did).toEqual(['duck', 'release'])
})

test('words silence us while they go on, and end us when they were words', async () => {
  const { did, overlap } = stage('how much is')
  overlap.begin()
  overlap.goOn(tuning.lookMs)
  await settle()
  expect(did).toEqual(['duck', 'hold'])
  overlap.over('words')
  expect(did).toEqual(['duck', 'hold', 'yield', 'release'])
  expect(overlap.isOn).toBe(false)
})

test('what nobody can make out silences us in time, and we go on when it was nothing', async () => {
  const { did, overlap } = stage('')
  overlap.begin()
  overlap.goOn(tuning.lookMs)
  await settle()
  overlap.goOn(tuning.holdMs)
  overlap.over('nothing')
  expect(did).toEqual(['duck', 'hold', 'release'])
})

test('before our first word we wait instead of speaking softly', () => {
  const { did, overlap } = stage('', false)
  overlap.begin()
  overlap.over('nothing')
  expect(did).toEqual(['hold', 'release'])
})

test('the first sound softens us, before it is sure to be speech, and nothing is softened twice', () => {
  const { did, overlap } = stage('')
  overlap.sound()
  expect([did, overlap.isOn]).toEqual([['duck'], false])
  overlap.noSpeech()
  expect(did).toEqual(['duck', 'release'])
  overlap.sound()
  overlap.begin()
  overlap.noSpeech()
  expect([did, overlap.isOn]).toEqual([['duck', 'release', 'duck'], true])
  overlap.over('nothing')
  expect(did.at(-1)).toBe('release')
})

test('a nod that is known too late lets us go on softly, and one without an end is none', async () => {
  const { did, overlap } = stage('uh huh')
  overlap.begin()
  overlap.goOn(tuning.lookMs)
  overlap.goOn(tuning.holdMs)
  expect(did).toEqual(['duck', 'hold'])
  await settle()
  expect(did).toEqual(['duck', 'hold', 'release', 'duck'])
  overlap.goOn(1100)
  overlap.goOn(1130)
  expect(did.at(-1)).toBe('hold')
})
