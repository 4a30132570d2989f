import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { detectEmergency } from './index.ts'
import { type Saying, scoreEmergencies, told } from './score.ts'

const read = (name: string) =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Saying)
const ratio = ({ hits, of }: { hits: number; of: number }) => hits / of

describe('what must never be missed', () => {
  test.each([
    ['I smell gas', 'gas'],
    ['i smel gas in the kitchen', 'gas'],
    ['Huele a gas', 'gas'],
    ['huele a gas en mi casa', 'gas'],
    ['أشم رائحة غاز', 'gas'],
    ['في ريحة غاز', 'gas'],
    ['my carbon monoxide alarm is going off', 'carbon-monoxide'],
    ['there is a fire in the kitchen', 'fire'],
    ['sparks are coming out of the outlet', 'electrical'],
    ['a pipe burst and water is everywhere', 'flood'],
    ['no heat and we have a newborn', 'no-heat'],
    ['my husband got electrocuted', 'shock'],
    ["he's not breathing", 'medical'],
    ['my tooth got knocked out', 'dental'],
    ['he has a gun', 'violence'],
    ['I want to kill myself', 'self-harm'],
    ['smoke is coming under my door and I am on the balcony', 'fire'],
  ])('%s', (text, cause) => {
    expect(detectEmergency(text)).toMatchObject({ cause })
  })
})

test.each([
  ['There is a fire in the kitchen.', 'fire'],
  ['I smell gas in the kitchen right now.', 'gas'],
  ['By the way the basement is flooding.', 'flood'],
])('is heard at the end of a long calm message: %s', (sentence, cause) => {
  const calm =
    'Hello, I would like to change my appointment to Thursday afternoon if possible. Please send me the last invoice too. '
  expect(detectEmergency(calm.repeat(6) + sentence)).toMatchObject({ cause })
  expect(detectEmergency(`${calm.repeat(6)} Do you sell filters?`).grade).toBe('none')
})

describe('a number that is dictated', () => {
  test.each(['five oh five five five five', 'oh one four two', 'double five', 'cinco cero cinco', '505 555 0142'])(
    '“%s” is a number and nothing else',
    (text) => {
      expect(detectEmergency(text).grade).toBe('none')
    },
  )
})

describe('ordinary talk', () => {
  test.each([
    'how much is a gas furnace?',
    'my heating bill is killing me',
    'what should I do if I ever smell gas?',
    'no gas smell, just no heat',
    'we had a flood last year, can you quote new pipes?',
    'do you repair burst pipes?',
    'the smoke detector needs a battery',
    "I'm not going to kill anyone lol",
    '',
    'a',
    '🔥',
    '\u202e\u200b',
    'x'.repeat(4000),
  ])('“%s” is none', (text) => {
    expect(detectEmergency(text).grade).toBe('none')
  })
})

describe('the labelled set', () => {
  // The goal on the test files is recall ≥ 97 % with false alarms ≤ 5 %; the recall is not reached yet. The floors below are
  // what is. All but the two test files trained the weights: `bench/emergency-cv.ts` is the honest line for those.
  test.each([
    ['set/train.jsonl', 0.99, 0.01],
    ['set/more.jsonl', 0.97, 0.02],
    ['sayings.jsonl', 0.98, 0.02],
    ['set/test.jsonl', 0.95, 0.04],
    ['set/test-2.jsonl', 0.97, 0.06],
  ])(
    '%s: recall at least %d, false alarms at most %d',
    (name, leastRecall, mostAlarms) => {
      const { recall, alarms, cause, by } = scoreEmergencies(read(name))
      const lines = [
        told('recall', recall),
        told('false alarms', alarms),
        told('cause right when heard', cause),
        ...[...by].toSorted().map(([key, share]) => told(`  ${key}`, share)),
      ]
      console.info(`${name}\n${lines.join('\n')}`)
      expect(ratio(recall)).toBeGreaterThanOrEqual(leastRecall)
      expect(ratio(alarms)).toBeLessThanOrEqual(mostAlarms)
    },
    60_000,
  )
})
