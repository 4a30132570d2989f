import { expect, test } from 'vitest'
import { overheard, type Pause, silenceThatEnds, trailsOff, tunings } from './turn-taking.ts'

const pause = (given: Partial<Pause>): Pause => ({
  sounds: 'finished',
  text: 'how much is a tune-up',
  awaited: undefined,
  patience: 'normal',
  ...given,
})
const wait = (given: Partial<Pause>): number => silenceThatEnds(tunings.web, pause(given))

test('what sounds finished is answered at once, what does not is waited for', () => {
  expect(wait({})).toBe(tunings.web.finishedMs)
  expect(wait({ sounds: 'unsure', text: 'I need somebody' })).toBe(tunings.web.unsureMs)
  expect(wait({ sounds: 'unfinished' })).toBe(tunings.web.unfinishedMs)
})

test.each([
  ['how much is a tune-up', true],
  ['Do you come to Rio Rancho?', true],
  ['do you come', false],
  ['I need somebody tomorrow', false],
  ['cuánto cuesta la revisión anual', true],
  ['هل تعملون يوم السبت', true],
] as const)('“%s” is a whole question: %s', (text, whole) => {
  expect(wait({ sounds: 'unsure', text })).toBe(whole ? tunings.web.questionMs : tunings.web.unsureMs)
})

test('a question that wants another word is not whole', () => {
  expect(wait({ sounds: 'unsure', text: 'what is the price of' })).toBe(tunings.web.unfinishedMs)
  expect(wait({ sounds: 'unfinished', text: 'how much is a tune-up' })).toBe(tunings.web.unfinishedMs)
})

test.each([
  'I would like to book and',
  'um',
  'quiero una cita para',
  'my name is',
  'do you have',
  'quiero',
  'أريد موعدا مع',
  'five zero five,',
  'hold on',
  'just a moment',
])('“%s” wants another word, however it sounds', (text) => {
  expect(trailsOff(text)).toBe(true)
  expect(wait({ text })).toBe(tunings.web.unfinishedMs)
})

test('while a number is dictated pauses are longer, until it is whole', () => {
  expect(wait({ awaited: 'phone', text: 'five zero five' })).toBe(tunings.web.dictation.finishedMs)
  expect(wait({ awaited: 'phone', text: 'five zero five', sounds: 'unsure' })).toBe(tunings.web.dictation.unfinishedMs)
  expect(wait({ awaited: 'phone', text: '505 555 0142' })).toBe(tunings.web.finishedMs)
  expect(wait({ awaited: 'phone', text: '٥٠٥ ٥٥٥ ٠١٤٢' })).toBe(tunings.web.finishedMs)
  expect(wait({ awaited: 'email', text: 'maria at example dot com' })).toBe(tunings.web.finishedMs)
})

test.each([
  ['phone', 'I need a tune-up and a new filter'],
  ['name', 'how much is a tune-up'],
] as const)('what is said instead of the %s is waited for as anything else', (awaited, text) => {
  expect(wait({ awaited, text, sounds: 'finished' })).toBe(tunings.web.finishedMs)
  expect(wait({ awaited, text, sounds: 'unfinished' })).toBe(tunings.web.unfinishedMs)
  expect(wait({ awaited, text: `${text} and` })).toBe(tunings.web.unfinishedMs)
})

test.each([
  ['phone', 'رقمي خمسة خمسة خمسة صفر'],
  ['phone', 'cincuenta y cinco, cuarenta y dos'],
  ['phone', 'well, let me see'],
  ['address', 'it is number twelve on Main Street'],
] as const)('while a %s is awaited “%s” may go on', (awaited, text) => {
  expect(wait({ awaited, text, sounds: 'unsure' })).toBe(tunings.web.dictation.unfinishedMs)
})

test('a business sets its patience, and the phone waits longer than the web', () => {
  expect(wait({ patience: 'patient' })).toBeGreaterThan(wait({}))
  expect(wait({ patience: 'brisk' })).toBeLessThan(wait({}))
  expect(silenceThatEnds(tunings.phone, pause({}))).toBeGreaterThan(wait({}))
})

test.each([
  ['', 'nothing'],
  ['…', 'nothing'],
  ['Uh huh.', 'back-channel'],
  ['okay, yeah', 'back-channel'],
  ['Sí, claro', 'back-channel'],
  ['نعم', 'back-channel'],
  ['no, wait', 'words'],
  ['okay but how much is it', 'words'],
  ['espere', 'words'],
] as const)('“%s” over us is %s', (text, what) => expect(overheard(text)).toBe(what))
