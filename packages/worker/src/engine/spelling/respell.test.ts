import { describe, expect, test } from 'vitest'
import { respell } from './index.ts'

const pages = [
  'drain',
  'unblocking',
  'kitchen',
  'sealant',
  'wisdom',
  'tooth',
  'teeth',
  'aligner',
  'consultation',
  'denture',
  'chandelier',
  'horizontal',
  'fans',
  'villa',
  'gallons',
]

describe('slips are set right', () => {
  test.each([
    ['how mcuh is a kichen drian', 'how much is a kitchen drain'],
    ['wat time do u open on wensday', 'what time do you open on wednesday'],
    ['do yall do wisdem teeth', 'do you do wisdom teeth'],
    ['alinger consultaton free or not', 'aligner consultation free or not'],
    ['chandeleer how much', 'chandelier how much'],
    ['do i need to tell you 24 hrs b4', 'do i need to tell you 24 hours before'],
  ])('“%s” reads “%s”', (typed, meant) => {
    expect(respell(typed, 'en', pages).text).toBe(meant)
  })

  test.each([
    ['are you open in meas', 'are you open in mesa'],
    ['is the diera branch open', 'is the deira branch open'],
    ['do you come to tmpe', 'do you come to tempe'],
    ['is the lima branch open', 'is the lima branch open'],
  ])('in the short name of a place only letters that changed places or a vowel left out: “%s”', (typed, meant) => {
    expect(respell(typed, 'en', ['mesa', 'deira', 'tempe', 'branch']).text).toBe(meant)
  })

  test('in Spanish and Arabic too', () => {
    expect(respell('cuanto cuesta la limpiesa', 'es', []).text).toBe('cuanto cuesta la limpieza')
    expect(respell('متا تفتحون السبت', 'ar', []).text).toBe('متى تفتحون السبت')
  })
})

describe('what may be another word stays', () => {
  test.each([
    'how old are your vans',
    'do you sell cars',
    'is there a dog',
    'do you serve 85201',
    'R-22',
    '',
    '🤖',
    '\u200f\u200e',
  ])('“%s”', (typed) => {
    expect(respell(typed, 'en', pages)).toEqual({ text: typed, changed: [] })
  })

  test('a word of the pages is never a slip for another', () => {
    expect(respell('fans and vents', 'en', ['fans', 'vents', 'vans']).changed).toEqual([])
  })

  test('thousands of letters are read in a moment', () => {
    expect(respell('x'.repeat(4000), 'en', pages).text).toHaveLength(4000)
  })
})
