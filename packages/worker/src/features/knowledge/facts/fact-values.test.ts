import { expect, test } from 'vitest'
import { fingerprintOf, parseFact } from './fact-values.ts'

test('a value has one fingerprint, whatever the order of its fields', async () => {
  const one = await fingerprintOf('phones', { number: '+15055550134', use: 'main' })
  expect(await fingerprintOf('phones', { use: 'main', number: '+15055550134' })).toBe(one)
  expect(await fingerprintOf('emails', { use: 'main', number: '+15055550134' })).not.toBe(one)
  expect(await fingerprintOf('phones', { use: 'text', number: '+15055550134' })).not.toBe(one)
})

test.each([
  [
    'hours',
    {
      mon: [
        ['08:00', '12:00'],
        ['13:00', '24:00'],
      ],
      sun: [],
    },
  ],
  ['exceptions', { date: '12-25', intervals: [], label: 'Christmas' }],
  ['services', { name: 'Tune-up', price: { from: '89.00', currency: 'USD', unit: '' }, description: '' }],
  ['areas', { name: 'Santa Fe', postalCodes: ['87501'] }],
  ['payment', 'Cash and cards'],
] as const)('%s of this form are taken', (kind, value) => {
  expect(parseFact(kind, value, 'US', 'add.0')).toEqual(value)
})

test.each([
  ['hours', { mon: [['08:00', '08:00']] }],
  ['hours', { monday: [] }],
  ['exceptions', { date: '25/12', intervals: [] }],
  ['services', { name: 'Tune-up', price: { from: '89,00', currency: 'USD' } }],
  ['phones', { number: 'ask at the desk' }],
  ['emails', 'nobody'],
  ['payment', ''],
] as const)('%s of another form are refused', (kind, value) => {
  expect(() => parseFact(kind, value, 'US', 'add.0')).toThrow(/Nothing was changed/)
})
