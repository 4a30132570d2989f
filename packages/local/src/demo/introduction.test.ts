import { expect, test } from 'vitest'
import { businessName } from './business-name.ts'
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

test.each([
  [
    'structured data',
    '<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"Site"},{"@type":"Plumber","name":"Acme &amp; Sons","telephone":"1"}]}</script>',
    'Acme & Sons',
  ],
  ['the name of its site', '<meta property="og:site_name" content="Corner Books">', 'Corner Books'],
  [
    'what its titles share',
    '<title>Prices | Corner Books</title><title>Contact | Corner Books</title>',
    'Corner Books',
  ],
  ['nothing', '<title>Welcome</title>', undefined],
])('a business is named by %s', (_by, html, name) => {
  expect(businessName(html)).toBe(name)
})
