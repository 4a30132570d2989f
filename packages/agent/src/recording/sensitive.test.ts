import { expect, test } from 'vitest'
import { isSensitive } from './sensitive.ts'

test.each([
  'You can reach me at 505-555-0142.',
  'it is five oh five, five five five, oh one four two',
  'my card is 4111 1111 1111 1111',
  'double five one, uh, two three four nine',
  'the last four of my social security number are 6789',
  'four one one one, that was the first part, one one one one, are you there, one one one one, one',
  'the PIN is one two three four',
  'my password is blue horse',
  'write to ana@example.com',
  'ana at example dot com',
  'mi número es cincuenta y cinco, cuarenta y dos, trece, veintiuno',
  'la tarjeta termina en cuatro dos cuatro dos',
  'ana arroba ejemplo punto com',
  'ana آت example دوت com',
  'رقمي ٠٥٠٥٥٥٠١٤٢',
  'رقمي خمسة خمسة خمسة صفر واحد أربعة اثنان',
])('“%s” is kept off a recording', (words) => {
  expect(isSensitive(words)).toBe(true)
})

test.each([
  '',
  'How much is a tune-up?',
  'It was $1,250 in 2024.',
  'Come to 1204 Juniper Street, 87101.',
  'Tuesday the twenty fourth at ten thirty',
  'Do you take cards?',
  'I have two dogs and one cat',
  'I forgot my password',
  'El veinticuatro a las diez y media',
  'عندي ثلاثة كلاب',
])('“%s” is no secret', (words) => {
  expect(isSensitive(words)).toBe(false)
})
