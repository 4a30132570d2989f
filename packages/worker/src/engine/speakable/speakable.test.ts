import { describe, expect, it } from 'vitest'
import { speakable } from './speakable.ts'

const said = (lang: string, country: string) => (text: string) => speakable(text, lang, country)
const us = said('en', 'US')
const es = said('es', 'US')
const mx = said('es', 'MX')
const ar = said('ar', 'AE')

describe('in English', () => {
  it.each([
    ['A tune-up costs $89.', 'A tune-up costs 89 dollars.'],
    ['It is $89.50.', 'It is 89 dollars and 50 cents.'],
    ['It is $1.', 'It is 1 dollar.'],
    ['Between $89–$120.', 'Between 89 to 120 dollars.'],
    ['From $1,200.00 on.', 'From 1200 dollars on.'],
    ['$95/hr plus parts', '95 dollars per hour plus parts'],
    ['€45 or £30', '45 euros or 30 pounds'],
  ])('a price is said as money: %s', (written, spoken) => expect(us(written)).toBe(spoken))

  it.each([
    ['We open at 8:00 AM.', 'We open at 8 AM.'],
    ['Until 5:30 p.m. today', 'Until 5 30 PM today'],
    ['At 9:05 am', 'At 9 oh 5 AM'],
    ['9am–5pm', '9 AM to 5 PM'],
    ['9–5 PM', '9 to 5 PM'],
    ['8:00 AM – 6:30 PM', '8 AM to 6 30 PM'],
    ['at 17:30', 'at 5 30 PM'],
  ])('a time is said short: %s', (written, spoken) => expect(us(written)).toBe(spoken))

  it.each([
    ['on 2026-11-21', 'on November 21, 2026'],
    ['on 11/21/2026', 'on November 21, 2026'],
    ['on 7/4', 'on July 4'],
    ['Nov 3 and Dec. 24', 'November 3 and December 24'],
    ['Mon–Fri', 'Monday to Friday'],
    ['Open Mon - Fri, Sat 9–1 PM', 'Open Monday to Friday, Saturday 9 to 1 PM'],
    ['Out of the sun we may work.', 'Out of the sun we may work.'],
  ])('a date is said with its name: %s', (written, spoken) => expect(us(written)).toBe(spoken))

  it('reads the same digits by the country’s order', () => {
    expect(speakable('on 5/6', 'en', 'US')).toBe('on May 6')
    expect(speakable('on 5/6', 'en', 'GB')).toBe('on June 5')
  })

  it.each([
    ['Call (505) 555-0142.', 'Call 5 0 5, 5 5 5, 0 1 4 2.'],
    ['Call +1 505-555-0142 now', 'Call plus 1, 5 0 5, 5 5 5, 0 1 4 2 now'],
    ['Call 505.555.0142', 'Call 5 0 5, 5 5 5, 0 1 4 2'],
    ['From outside, call 911.', 'From outside, call 9 1 1.'],
    ['Albuquerque, NM 87101', 'Albuquerque, NM 8 7 1 0 1'],
    ['We have 112 technicians.', 'We have 112 technicians.'],
    ['Since 1998 we did 12500 repairs.', 'Since 1998 we did 12500 repairs.'],
  ])('a phone is said digit by digit: %s', (written, spoken) => expect(us(written)).toBe(spoken))

  it.each([
    ['See https://acme.example/prices?x=1 for more.', 'See our website for more.'],
    ['It stands on www.acme.com.', 'It stands on our website.'],
    ['Book at acme.com/book', 'Book at our website'],
    ['[our prices](https://acme.example/p) say so', 'our prices say so'],
    ['Write to info@acme-air.com.', 'Write to info at acme air dot com.'],
  ])('an address of the web is never read out: %s', (written, spoken) => expect(us(written)).toBe(spoken))

  it.each([
    ['We are open 24/7.', 'We are open 24 hours a day, 7 days a week.'],
    ['120 Main St, Suite 4', '120 Main Street, Suite 4'],
    ['St. Mary on 5th Ave.', 'Saint Mary on 5th Avenue'],
    ['Dr. Gray is in.', 'Doctor Gray is in.'],
    ['A/C & heating, approx. 2 hrs', 'A C and heating, approximately 2 hours'],
    ['10% off', '10 percent off'],
    ['set it to 68°F', 'set it to 68 degrees Fahrenheit'],
    ['**Bold** claim 🙂', 'Bold claim'],
  ])('an abbreviation is said whole: %s', (written, spoken) => expect(us(written)).toBe(spoken))
})

describe('in Spanish', () => {
  it.each([
    ['Cuesta $89.50.', 'Cuesta 89 dólares con 50 centavos.'],
    ['45,50 €', '45 euros con 50 céntimos'],
    ['De 8:30 a. m. a 5:15 p. m.', 'De 8 y media de la mañana a 5 y cuarto de la tarde'],
    ['a las 20:10', 'a las 8 y 10 de la noche'],
    ['lun–vie', 'lunes a viernes'],
    ['el 2026-11-21', 'el 21 de noviembre de 2026'],
    ['Llame al 911.', 'Llame al 9 1 1.'],
    ['Llame al (505) 555-0142', 'Llame al 5 0 5, 5 5 5, 0 1 4 2'],
    ['Abierto 24/7', 'Abierto las 24 horas, los 7 días de la semana'],
    ['10 % de descuento con la Dra. Gil', '10 por ciento de descuento con la doctora Gil'],
    ['Vea https://acme.example.', 'Vea nuestra página web.'],
    ['Escriba a info@acme.com', 'Escriba a info arroba acme punto com'],
  ])('%s', (written, spoken) => expect(es(written)).toBe(spoken))

  it('counts pesos in Mexico', () => expect(mx('Cuesta $1,200')).toBe('Cuesta 1200 pesos'))
})

describe('in Arabic', () => {
  it.each([
    ['السعر $89', 'السعر 89 دولار'],
    ['السعر 250 د.إ', 'السعر 250 درهم'],
    ['من 8:30 ص إلى 5:00 م', 'من 8 والنصف صباحاً إلى 5 مساءً'],
    ['يوم 21/11/2026', 'يوم 21 نوفمبر 2026'],
    ['اتصلوا بالرقم 999', 'اتصلوا بالرقم 9 9 9'],
    ['خصم 10%', 'خصم 10 بالمئة'],
    ['راجع https://acme.example', 'راجع موقعنا على الإنترنت'],
  ])('%s', (written, spoken) => expect(ar(written)).toBe(spoken))
})

it('changes nothing when it reads its own words again', () => {
  for (const text of [
    'A tune-up costs $89.50.',
    'Call (505) 555-0142.',
    'Mon–Fri 8:00 AM – 5:30 PM',
    'See www.acme.com, 24/7.',
  ])
    expect(us(us(text))).toBe(us(text))
})

it('leaves a language it does not know as it is, but for addresses of the web', () => {
  expect(speakable('Das kostet 89 €, siehe https://x.example.', 'de', 'DE')).toBe('Das kostet 89 €, siehe.')
})
