import { describe, expect, it } from 'vitest'
import { correctDigits, correctPhone, hearDigits, hearEmail, hearName, hearPhone, hearYesNo } from './index.ts'

describe('digits', () => {
  it.each([
    ['five oh five, five five five, oh one four two', '5055550142'],
    ['505-555-0142', '5055550142'],
    ['five zero five double five five zero one forty two', '5055550142'],
    ['triple five', '555'],
    ['plus one five oh five', '+1505'],
    ['cinco cero cinco, cincuenta y cinco, cinco', '505555'],
    ['doble siete', '77'],
    ['veintitrés dieciséis', '2316'],
    ['خمسة صفر خمسة', '505'],
    ['خمسة وخمسة', '55'],
    ['٥٠٥ ٥٥٥', '505555'],
    ['hello there', ''],
  ])('%s → %s', (said, digits) => expect(hearDigits(said).digits).toBe(digits))

  it('gives back the words that are no digits', () => {
    expect(hearDigits('my number is five oh five').rest).toEqual(['my', 'number', 'is'])
  })
})

describe('a correction', () => {
  it.each([
    ["no, it's 4 5 not 5 4", '5055550154', '5055550145'],
    ['no, four five, not five four', '5055550154', '5055550145'],
    ['not five four but four five', '5055550154', '5055550145'],
    ["it's not five four, it's four five", '5055550154', '5055550145'],
    ['no es 5 4, es 4 5', '5055550154', '5055550145'],
    ['cuatro cinco, no cinco cuatro', '5055550154', '5055550145'],
    ['٤ ٥ وليس ٥ ٤', '5055550154', '5055550145'],
    ['ليس 5 4 بل 4 5', '5055550154', '5055550145'],
    ['the last digit is 3', '5055550142', '5055550143'],
    ['the last four are zero one nine nine', '5055550142', '5055550199'],
    ['the first three are six zero two', '5055550142', '6025550142'],
    ['los últimos dos son cuatro cinco', '5055550142', '5055550145'],
  ])('%s', (said, before, after) => expect(correctDigits(before, said)).toBe(after))

  it.each(['no', 'that is wrong', 'no, 9 9 not 8 8'])('that cannot be understood changes nothing: %s', (said) =>
    expect(correctDigits('5055550142', said)).toBeNull(),
  )
})

describe('a phone number', () => {
  it('said slowly is put together, and is whole when the country says so', () => {
    const first = hearPhone('five oh five', '', 'US')
    expect(first).toEqual({ kind: 'part', digits: '505' })
    const second = hearPhone('five five five', '505', 'US')
    expect(second).toEqual({ kind: 'part', digits: '505555' })
    expect(hearPhone('oh one four two', '505555', 'US')).toMatchObject({
      kind: 'whole',
      e164: '+15055550142',
      shown: '(505) 555-0142',
    })
  })

  it('said again from the beginning replaces what was heard', () => {
    expect(hearPhone('505 555 0142', '50555', 'US')).toMatchObject({ kind: 'whole', e164: '+15055550142' })
  })

  it('of another country is taken with its plus', () => {
    expect(hearPhone('plus 34 612 34 56 78', '', 'US')).toMatchObject({ kind: 'whole', e164: '+34612345678' })
  })

  it('is corrected by one digit', () => {
    expect(correctPhone('no, four three, not four two', '5055550142', 'US')).toMatchObject({ e164: '+15055550143' })
  })

  it('with too many digits is wrong, and no digits are none', () => {
    expect(hearPhone('505 555 0142 99 88 77 66', '', 'US').kind).toBe('wrong')
    expect(hearPhone('what do you mean', '', 'US')).toEqual({ kind: 'none' })
  })
})

describe('an e-mail address', () => {
  it.each([
    ['jane dot doe at gmail dot com', 'jane.doe@gmail.com'],
    ['my email is J A N E at gmail dot com', 'jane@gmail.com'],
    ['j as in John, a, n, e at acme dash air dot co', 'jane@acme-air.co'],
    ['jane underscore four two at example dot org', 'jane_42@example.org'],
    ['ana punto gil arroba hotmail punto com', 'ana.gil@hotmail.com'],
    ['ana guion bajo gil arroba gmail punto com', 'ana_gil@gmail.com'],
    ['jane@example.com', 'jane@example.com'],
  ])('%s → %s', (said, email) => expect(hearEmail(said)).toMatchObject({ kind: 'whole', email }))

  it('is asked about when a well-known provider is one slip away', () => {
    expect(hearEmail('jane at gmial dot com')).toMatchObject({ meant: 'jane@gmail.com' })
    expect(hearEmail('jane at example dot com')).toMatchObject({ meant: '' })
  })

  it.each(['jane at', 'at gmail dot com', 'jane at gmail'])('that cannot be one is wrong: %s', (said) =>
    expect(hearEmail(said).kind).toBe('wrong'),
  )
  it('is none without its sign', () => expect(hearEmail('jane gmail dot com').kind).toBe('none'))
})

describe('short answers', () => {
  it.each([
    ['Yes, that’s right', 'yes'],
    ['sí, claro', 'yes'],
    ['نعم', 'yes'],
    ['No.', 'no'],
    ['لا', 'no'],
    ['never mind', 'cancel'],
    ['no gracias', 'cancel'],
    ['how much is it', null],
  ])('%s → %s', (said, answer) => expect(hearYesNo(said)).toBe(answer))

  it.each([
    ['My name is Ana Gil.', 'Ana Gil'],
    ['me llamo josé', 'José'],
    ['G I L', 'Gil'],
    ['how much is it?', ''],
    ['اسمي سارة', 'سارة'],
  ])('%s is the name %s', (said, name) => expect(hearName(said)).toBe(name))
})
