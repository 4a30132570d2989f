import { expect, test } from 'vitest'
import { placeOf, recordingRule } from './recording-law.ts'

const us = (region: string) => ({ country: 'US', region })

test('a call inside a one-party state needs nobody’s yes', () => {
  expect(recordingRule(us('TX'), placeOf('+15125550142'))).toBe('one_party')
})

test('of two places the stricter one counts, whichever side it is on', () => {
  expect(recordingRule(us('TX'), placeOf('+14155550142'))).toBe('all_party')
  expect(recordingRule(us('CA'), placeOf('+15125550142'))).toBe('all_party')
  expect(recordingRule(us('TX'), placeOf('+442079460142'))).toBe('announcement')
  expect(recordingRule(us('TX'), placeOf('+4930901820'))).toBe('all_party')
})

test.each([
  ['a hidden number', ''],
  ['a toll-free number', '+18005550142'],
  ['an area code of no state', '+14165550142'],
  ['a country that is not in the table', '+81312345678'],
  ['markup', '+1<b>'],
])('%s counts as the strictest', (_what, number) => {
  expect(recordingRule(us('TX'), placeOf(number))).toBe('all_party')
})

test.each([us(''), us('ZZ'), { country: '', region: '' }, { country: 'constructor', region: '' }])(
  'a place nobody knows (%o) counts as the strictest',
  (place) => {
    expect(recordingRule(us('TX'), place)).toBe('all_party')
  },
)

test('every state and the District has a rule of its own, and an area code leads there', () => {
  const codes =
    '205 907 602 501 213 303 203 202 302 305 404 808 515 208 312 317 316 502 504 617 410 207 313 612 314 601 406 704 701 402 603 201 505 702 212 216 405 503 215 401 803 605 615 214 801 703 802 206 414 304 307'
  const states = codes.split(' ').map((code) => placeOf(`+1${code}5550142`).region)
  expect(new Set(states).size).toBe(51)
  expect(states).not.toContain('')
  const strict = states.filter((state) => recordingRule(us(state)) === 'all_party')
  expect(strict.toSorted().join(' ')).toBe('CA CT DE FL IL MA MD MI MT NH NV OR PA WA')
})
