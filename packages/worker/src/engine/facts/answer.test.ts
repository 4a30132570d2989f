import { describe, expect, test } from 'vitest'
import type { Fact, LocationFacts } from '../location-facts.ts'
import { answerFromFacts } from './index.ts'

let n = 0
const fact = <T>(value: T, state: 'proposed' | 'confirmed' = 'confirmed'): Fact<T> => ({
  id: `f${(n += 1)}`,
  value,
  state,
})
const weekday = [['08:00', '17:00']] as const
const mesa: LocationFacts = {
  locationId: 'loc_1',
  name: fact('Mesa Air'),
  timeZone: 'America/Phoenix',
  country: 'US',
  phones: [fact({ number: '+14805550100', use: 'main' }), fact({ number: '+14805550199', use: 'emergency' })],
  addresses: [fact('12 Palm Street, Mesa, AZ 85201')],
  emails: [fact('hello@mesa-air.example')],
  hours: [
    fact({ mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat: [['09:00', '13:00']], sun: [] }),
  ],
  exceptions: [
    fact({ date: '12-25', intervals: [], label: 'Christmas' }),
    fact({ date: '2026-12-24', intervals: [['08:00', '12:00']], label: 'Christmas Eve' }),
  ],
  services: [
    fact({ name: 'Tune-up', price: { from: '89.00', currency: 'USD', unit: '' }, description: '' }),
    fact({
      name: 'Duct cleaning',
      price: { from: '299.00', to: '499.00', currency: 'USD', unit: '' },
      description: '',
    }),
  ],
  areas: [
    fact({ name: 'Mesa', postalCodes: ['85201', '85202'] }),
    fact({ name: 'Tempe', postalCodes: [] }),
    fact({ name: 'Gilbert', postalCodes: [] }),
  ],
  payment: [fact('Visa'), fact('Mastercard'), fact('cash')],
  insurance: [],
  financing: [],
  emergencyService: [],
  licences: [fact('ROC 123456')],
  newCustomers: [],
}
const tokyo: LocationFacts = {
  ...mesa,
  locationId: 'loc_2',
  name: fact('Harbour Bar'),
  timeZone: 'Europe/Madrid',
  hours: [fact({ fri: [['20:00', '03:00']], sat: [['20:00', '03:00']], sun: [], mon: [], tue: [], wed: [], thu: [] })],
  exceptions: [],
}
// A Tuesday, 14:30 in Phoenix.
const tuesday = new Date('2026-11-24T21:30:00Z')
const ask = (question: string, { lang = 'en', now = tuesday, previous = [] as string[], facts = [mesa] } = {}) =>
  answerFromFacts(question, { lang, facts, now, previous })
    ?.sentences.map((s) => s.text)
    .join(' ') ?? null

describe('days by their place in the month, and days cut short', () => {
  const week = { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday }
  const facts = [
    {
      ...mesa,
      hours: [fact(week)],
      exceptions: [
        fact({ date: 'sat-1', intervals: [['09:00', '13:00'] as const], label: 'First Saturday of the month' }),
        fact({ date: 'tue-last', intervals: [], label: 'Stocktaking' }),
        fact({ date: '2026-12-31', intervals: [['00:00', '13:00'] as const], label: '', withinWeek: true as const }),
      ],
    },
  ]
  test.each([
    ['are you open on Saturday 5 December?', /9:00 AM to 1:00 PM/],
    ['are you open on December 12?', /closed/],
    ['¿abren el 5 de diciembre?', /9:00.*1:00/],
    ['are you open on December 29?', /Stocktaking.*closed/],
    ['are you open on December 22?', /8:00 AM to 5:00 PM/],
    ['are you open on December 31, 2026?', /8:00 AM to 1:00 PM/],
  ])('“%s”', (question, told) => {
    expect(ask(question, { facts, lang: question.startsWith('¿') ? 'es' : 'en' })).toMatch(told)
  })
  test('a rule cites the sentence that states it, also on the days it leaves closed', () => {
    const answer = answerFromFacts('are you open on December 12?', { lang: 'en', facts, now: tuesday })
    const [first] = answer?.sentences ?? []
    expect(first?.evidence).toMatchObject({ kind: 'computed', facts: [{ factId: facts[0]?.exceptions[0]?.id }] })
  })
  test('what holds on some Saturdays is not said of Saturdays', () => {
    expect(ask('are you open on Saturdays?', { facts })).toBeNull()
  })
})

describe('opening hours', () => {
  test.each([
    [
      'What are your hours?',
      'Our opening hours: Monday to Friday from 8:00 AM to 5:00 PM; Saturday from 9:00 AM to 1:00 PM; Sunday closed.',
    ],
    [
      'when do you open',
      'Our opening hours: Monday to Friday from 8:00 AM to 5:00 PM; Saturday from 9:00 AM to 1:00 PM; Sunday closed.',
    ],
    ['Are you open now?', 'Yes, we are open now, until 5:00 PM.'],
    ['r u open today', 'On Tuesday, November 24 we are open from 8:00 AM to 5:00 PM.'],
    ['are you open tommorow?', 'On Wednesday, November 25 we are open from 8:00 AM to 5:00 PM.'],
    ['Are you open on Sundays?', 'On Sundays we are closed.'],
    ['what time do you close on saturday', 'On Saturdays we are open from 9:00 AM to 1:00 PM.'],
    ['are you open on the weekend', 'On Saturdays we are open from 9:00 AM to 1:00 PM. On Sundays we are closed.'],
    ['are you open on 24 December?', 'On Thursday, December 24 (Christmas Eve) we are open from 8:00 AM to 12:00 PM.'],
    [
      'Are you open on Christmas Eve?',
      'On Thursday, December 24 (Christmas Eve) we are open from 8:00 AM to 12:00 PM.',
    ],
    ['open on christmas?', 'On Friday, December 25 (Christmas) we are closed.'],
  ])('%s', (question, answer) => {
    expect(ask(question)).toBe(answer)
  })

  test.each([
    [
      '¿Cuál es su horario?',
      'es',
      'Nuestro horario: de lunes a viernes de 8:00 a.m. a 5:00 p.m.; sábado de 9:00 a.m. a 1:00 p.m.; domingo cerrado.',
    ],
    ['a que hora abren el sabado', 'es', 'Los sábados abrimos de 9:00 a.m. a 1:00 p.m.'],
    ['¿Están abiertos ahora?', 'es', 'Sí, ahora estamos abiertos, hasta las 5:00 p.m.'],
    ['abren el 24 de diciembre?', 'es', 'El jueves, 24 de diciembre (Christmas Eve) abrimos de 8:00 a.m. a 12:00 p.m.'],
    ['abren mañana', 'es', 'El miércoles, 25 de noviembre abrimos de 8:00 a.m. a 5:00 p.m.'],
    ['هل أنتم مفتوحون الآن؟', 'ar', 'نعم، نحن مفتوحون الآن حتى الساعة 5:00 م.'],
    ['هل تفتحون يوم ٢٤ ديسمبر؟', 'ar', 'يوم الخميس، 24 ديسمبر (Christmas Eve) نعمل من 8:00 ص إلى 12:00 م.'],
    [
      'ما هي ساعات العمل؟',
      'ar',
      'ساعات عملنا: من الاثنين إلى الجمعة من 8:00 ص إلى 5:00 م؛ السبت من 9:00 ص إلى 1:00 م؛ الأحد مغلق.',
    ],
  ])('%s (%s)', (question, lang, answer) => {
    expect(
      ask(question, { lang })
        ?.replace(/a\. m\./g, 'a.m.')
        .replace(/p\. m\./g, 'p.m.'),
    ).toBe(answer)
  })

  test('“and on Sundays?” follows a question about hours, and nothing else', () => {
    expect(ask('and on Sundays?', { previous: ['What are your hours?'] })).toBe('On Sundays we are closed.')
    expect(ask('¿y los domingos?', { lang: 'es', previous: ['¿A qué hora abren?'] })).toBe(
      'Los domingos estamos cerrados.',
    )
    expect(ask('ويوم الأحد؟', { lang: 'ar', previous: ['ما هي ساعات العمل؟'] })).toBe('أيام الأحد نحن مغلقون.')
    expect(ask('and on Sundays?', { previous: ['How much is a tune-up?'] })).toBeNull()
    expect(ask('and saturday?', { previous: ['What are your hours?', 'and on Sundays?'] })).toBe(
      'On Saturdays we are open from 9:00 AM to 1:00 PM.',
    )
  })

  test('closed now says when it opens again, over a holiday', () => {
    expect(ask('are you open now', { now: new Date('2026-12-25T18:00:00Z') })).toBe(
      'No, we are closed today (Christmas). We open again tomorrow at 9:00 AM.',
    )
    expect(ask('are you open?', { now: new Date('2026-11-25T02:00:00Z') })).toBe(
      'No, we are closed now. We open again tomorrow at 8:00 AM.',
    )
  })

  test('hours over midnight and a clock change are the wall clock of the location', () => {
    const at = (iso: string) => ask('are you open now?', { facts: [tokyo], now: new Date(iso) })
    expect(at('2026-10-24T23:30:00Z')).toMatch(/^Yes, we are open now, until 3:00\sAM\.$/)
    expect(at('2026-10-25T01:30:00Z')).toMatch(/^Yes/) // 02:30 the second time: clocks went back
    expect(at('2026-10-25T02:30:00Z')).toMatch(/^No/)
  })
})

describe('other facts', () => {
  test.each([
    ["What's your phone number?", 'You can call us at (480) 555-0100.'],
    ['whats ur email', 'Our e-mail address is hello@mesa-air.example.'],
    ['Where are you located?', 'Our address is 12 Palm Street, Mesa, AZ 85201.'],
    ['How much is a tune-up?', 'Tune-up: $89.'],
    ['how much do you charge for duct cleaning', 'Duct cleaning: $299–$499.'],
    ['Do you come to 85202?', 'Yes, we serve 85202.'],
    ['do you come to 90210?', '90210 is not in the list of areas that we have in writing.'],
    ['do you serve Tempe?', 'Yes, we serve Tempe.'],
    ['what areas do you serve', 'We serve Mesa, Tempe, and Gilbert.'],
    ['What forms of payment do you take?', 'Payment: Visa, Mastercard, and cash.'],
    ['do you take visa', 'Payment: Visa.'],
    ['What services do you offer?', 'Our services include Tune-up and Duct cleaning.'],
    ['are you licensed', 'License: ROC 123456.'],
  ])('%s', (question, answer) => {
    expect(ask(question)).toBe(answer)
  })
  test.each([
    'How much is a new furnace?',
    'Do you install solar panels?',
    'What are the pool opening hours at the spa?',
    "What's your CEO's phone number?",
    'Do you take bitcoin?',
    'Who answers your phone?',
    'Are you open to negotiation?',
    'Do you offer financing?',
    'Do you have parking at your address?',
    'How much is a pool tune-up?',
    'what time will the technician come on Sunday?',
    'Is your email secure?',
    '',
    '?',
    '🙂',
    'are',
    'x'.repeat(4000),
  ])('“%s” is left to others', (question) => {
    expect(ask(question)).toBeNull()
  })
  test('a proposed fact without a quote is not used', () => {
    expect(ask('what is your email', { facts: [{ ...mesa, emails: [fact('a@b.example', 'proposed')] }] })).toBeNull()
  })
  test('the answer comes from the tenant whose facts were given', () => {
    expect(ask('are you open on sundays', { facts: [tokyo] })).toBe('On Sundays we are closed.')
    expect(ask('are you open on fridays', { facts: [tokyo] })).toBe('On Fridays we are open from 8:00 PM to 3:00 AM.')
  })
})
