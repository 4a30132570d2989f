import { expect, test } from 'vitest'
import { placeIn } from './place.ts'

test.each([
  [
    'an address in structured data',
    '{"addressRegion":"TX","addressCountry":"US"}',
    '',
    { country: 'US', timeZone: 'America/Chicago' },
  ],
  [
    'a country by its name',
    '{"addressCountry": {"@type":"Country","name":"United Arab Emirates"}}',
    '',
    { country: 'AE', timeZone: 'Asia/Dubai' },
  ],
  [
    'a state before a ZIP code',
    '1200 Lomas Blvd, Albuquerque, NM 87102',
    '',
    { country: 'US', timeZone: 'America/Denver' },
  ],
  [
    'numbers in international form',
    'Call +971 4 555 0142 or +971 50 555 0199, fax +1 505 555 0100',
    '',
    { country: 'AE', timeZone: 'Asia/Dubai' },
  ],
  ['the domain', 'Hello', 'www.shop.es', { country: 'ES', timeZone: 'Europe/Madrid' }],
  ['nothing', 'Hello', 'shop.example', undefined],
])('a business is placed by %s', (_by, text, hostname, place) => {
  expect(placeIn(text, hostname)).toEqual(place)
})
