import { describe, expect, it } from 'vitest'
import { toldCard, withoutCards, withoutCardsAcross } from './index.ts'

// The schemes' own numbers for tests.
const real = ['4111111111111111', '5555555555554444', '2223003122003222', '378282246310005', '6011111111111117']
const more = ['3530111333300000', '30569309025904', '36227206271667', '6212345678901232', '4917610000000000003']
const names = {
  en: 'zero one two three four five six seven eight nine',
  es: 'cero uno dos tres cuatro cinco seis siete ocho nueve',
  ar: 'صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة',
}
const spoken = (digits: string, lang: keyof typeof names) =>
  [...digits].map((digit) => names[lang].split(' ')[Number(digit)]).join(' ')

describe('a card’s number', () => {
  it.each([...real, ...more])('%s is masked, written, grouped or spoken in three languages', (number) => {
    const mask = `•••• ${number.slice(-4)}`
    const grouped = number.replace(/.{4}(?=.)/g, '$& ')
    const arabic = grouped.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
    for (const told of [number, grouped, grouped.replaceAll(' ', '-'), arabic])
      expect(withoutCards(`here: ${told}.`)).toBe(`here: ${mask}.`)
    for (const lang of ['en', 'es', 'ar'] as const) expect(withoutCards(spoken(number, lang))).toBe(mask)
    expect(toldCard(mask)).toBe(true)
  })

  it.each([
    ['my card is 4111 1111 1111 1111, call me at 505 555 0142', 'my card is •••• 1111, call me at 505 555 0142'],
    ['505 555 0142 4111111111111111', '505 555 0142 •••• 1111'],
    ['4111 1111 1111 1111 12/28 123', '•••• 1111 ••••'],
    ['4111111111111111, expires 01/2029, CVV 9876', '•••• 1111, expires ••••, CVV ••••'],
    ['tarjeta 4111111111111111 vence doce veintiocho', 'tarjeta •••• 1111 vence ••••'],
    ['4111 abc 1111 def 1111 ghi 1111', '•••• abc •••• def •••• ghi •••• 1111'],
    ['4a1b1c1d1e1f1g1h1i1j1k1l1m1n1x1', '•••• 1111'],
    ['４１１１ １１１１ １１１１ １１１１', '•••• 1111'],
    ['four triple one, double one double one, uh, eleven eleven, and eleven eleven', '•••• 1111'],
    ['cuarenta y uno once once once once once once once', '•••• 1111'],
    [`${spoken('4111111111111111', 'en')} ${spoken('5055550142', 'en')}`, `•••• 1111 ${spoken('5055550142', 'en')}`],
    ['my visa is 4111 1111 1111 1112', 'my visa is •••• 1112'],
  ])('%s → %s', (told, kept) => expect(withoutCards(told)).toBe(kept))

  it.each([
    [
      ['4111 1111', '1111 1111'],
      ['••••', '•••• 1111'],
    ],
    [
      ['my card is 4111 1111', 'sorry wait', '1111 1111'],
      ['my card is ••••', 'sorry wait', '•••• 1111'],
    ],
    [
      ['four one one one', 'one one one one one one', 'one one one one one one'],
      ['••••', '••••', '•••• 1111'],
    ],
    [
      ['•••• 1111', '12/28 and the code is 123'],
      ['•••• 1111', '•••• and the code is ••••'],
    ],
    [['4111 1111', 'how much is a tune-up for two rooms?', '1111 1111'], null],
    [
      ['505 555 0142', '4111 1111 1111 1111'],
      ['505 555 0142', '•••• 1111'],
    ],
  ])('told in pieces: %j', (told, kept) => expect(withoutCardsAcross(told)).toEqual(kept ?? told))
})

it.each([
  'order 4111111111111112',
  'ES91 2100 0418 4502 0005 1332',
  'DE89370400440532013000',
  '412-555-0142, 412-555-0199',
  'four one two five five five oh one four two, four one two five five five oh one nine nine',
  'call +4915112345678 or +34 600 123 456 789',
  'How much for 2 dogs, 1500 dollars, on 12/24/2026 at 10:30? 505 555 0142, 1204 Juniper Street, 87101',
])('“%s” is no card’s', (told) => expect(withoutCards(told)).toBe(told))

/** The same numbers in every run (Numerical Recipes’ generator). */
function digitsOf(count: number, seed: { now: number }): string {
  return Array.from({ length: count }, () => {
    seed.now = (Math.imul(seed.now, 1664525) + 1013904223) >>> 0
    return Math.floor(seed.now / 2 ** 24 / 25.6)
  }).join('')
}

it.each([
  ['order numbers of 16 digits', 0.05, (seed: { now: number }) => digitsOf(16, seed)],
  ['tracking numbers of 14 digits', 0.02, (seed: { now: number }) => digitsOf(14, seed)],
  ['tracking numbers of 20 digits', 0, (seed: { now: number }) => digitsOf(20, seed)],
  [
    'two phone numbers',
    0,
    (seed: { now: number }) =>
      `4${digitsOf(2, seed)}-555-${digitsOf(4, seed)}, 50${digitsOf(1, seed)}-555-${digitsOf(4, seed)}`,
  ],
  [
    'phones of other countries',
    0.02,
    (seed: { now: number }) => `+${digitsOf(3, seed)} ${digitsOf(3, seed)} ${digitsOf(3, seed)} ${digitsOf(4, seed)}`,
  ],
  [
    'an amount, a date and a phone',
    0.005,
    (seed: { now: number }) =>
      `${digitsOf(4, seed)} dollars on 12/${digitsOf(2, seed)}/2026, order ${digitsOf(6, seed)}, 505 ${digitsOf(3, seed)} ${digitsOf(4, seed)}`,
  ],
])('%s are seldom taken for one', (_what, atMost, make) => {
  const seed = { now: 7 }
  const all = Array.from({ length: 4000 }, () => make(seed))
  const taken = all.filter((text) => withoutCards(text) !== text).length
  expect(taken / all.length).toBeLessThanOrEqual(atMost)
})
