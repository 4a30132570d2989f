import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readFileSync } from 'node:fs'
import type { LocationFacts } from '../../../engine/location-facts.ts'
import { openTrained, train } from '../../playbook/compile.ts'
import { Playbook } from '../../playbook/index.ts'
import { answerBare, type BarePage, type BareTurn, indexOf } from '../../../test/bare-turn.ts'

const document = Playbook.parse(
  parse(readFileSync(new URL('../../../../playbooks/generic.yaml', import.meta.url), 'utf8')),
)
const playbook = { versionId: 'v1', number: 1, document, scenarios: openTrained(train(document)), vectors: null }

const pages: BarePage[] = [
  { title: 'Visits', heading: 'How soon can you come?', lang: 'en', text: 'Most visits are within two business days.' },
  {
    title: 'Visits',
    heading: 'Can I bring my own parts?',
    lang: 'en',
    text: 'We do not install parts that we did not supply.',
  },
  {
    title: 'Visits',
    heading: 'Cancelling',
    lang: 'en',
    text: 'You can cancel a visit free of charge until 5 pm on the day before.',
  },
  { title: 'Prices', heading: 'Boilers', lang: 'en', text: 'A boiler service costs $120 and takes about an hour.' },
  { title: 'Precios', heading: 'Calderas', lang: 'es', text: 'El servicio de caldera cuesta $120 y tarda una hora.' },
  { title: 'Team', heading: 'The people', lang: 'en', text: 'Marta Quill founded the company in 2009.' },
]

const index = indexOf(pages)

const weekday = [['08:00', '17:00']] as const
const facts: LocationFacts = {
  locationId: 'l',
  name: { id: 'n', value: 'Mesa Boilers', state: 'confirmed' },
  timeZone: 'America/Phoenix',
  country: 'US',
  phones: [{ id: 'f1', value: { number: '+14805550100', use: 'main' }, state: 'confirmed' }],
  addresses: [],
  emails: [],
  exceptions: [],
  services: [],
  areas: [],
  payment: [],
  insurance: [],
  financing: [],
  emergencyService: [],
  licences: [],
  newCustomers: [],
  hours: [
    {
      id: 'f2',
      value: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat: [], sun: [] },
      state: 'confirmed',
    },
  ],
}

const ask = (question: string, more: Pick<BareTurn, 'lang' | 'previous' | 'lastKind'> = {}) =>
  answerBare({ question, ...more, index, facts: [facts], playbook })

const saidOf = (id: string, lang: 'en' | 'es' | 'ar' = 'en') =>
  document.scenarios.find((scenario) => scenario.id === id)?.answer.say?.[lang] ?? 'none'

describe('a scenario that is clearly meant is said before the pages are asked', () => {
  test.each([
    ['I would like an appointment', 'appointment-request', 'en'],
    ['please book me in for monday at 9', 'appointment-request', 'en'],
    ['I need to change my appointment time', 'change-appointment', 'en'],
    ['I have to cancel my appointment on Monday', 'change-appointment', 'en'],
    ['nobody called me back', 'complaint', 'en'],
    ['tengo que cancelar mi cita de mañana', 'change-appointment', 'es'],
    ['أريد إلغاء موعدي يوم الأحد', 'change-appointment', 'ar'],
  ] as const)('“%s” is %s', async (question, id, lang) => {
    const answer = await ask(question, { lang })
    expect(answer.tier).toBe('semantic')
    expect(answer.told).toBe(saidOf(id, lang))
  })
})

describe('what the pages answer is not taken by a scenario', () => {
  test.each([
    ['How soon can you come?', 'two business days'],
    ['Can I bring my own parts?', 'did not supply'],
    ['How long does a boiler service take?', 'about an hour'],
    ['until when can I cancel free of charge', '5 pm'],
  ])('“%s” is told from the page', async (question, expected) => {
    const answer = await ask(question)
    expect(answer.tier).toBe('extractive')
    expect(answer.told).toContain(expected)
  })

  test('a question that only shares a word with a scenario, and no page answers, is not known', async () => {
    for (const question of [
      'What is the name of the accountant?',
      'can you deliver a pizza to my house',
      'is all treatment free today?',
    ]) {
      expect((await ask(question)).kind, question).toBe('unknown')
    }
  })
})

describe('asking back', () => {
  test('two scenarios of which neither has the words are no choice to offer', async () => {
    for (const question of [
      'do you work in Abu Dhabi?',
      'can my landlord pay the bill directly',
      'what happens to penguins in the rain',
    ]) {
      expect((await ask(question)).kind, question).not.toBe('clarify')
    }
  })

  test('never happens twice', async () => {
    for (const question of ['appointment next week', 'next week appointment please']) {
      expect((await ask(question)).kind, question).toBe('clarify')
      expect((await ask(question, { lastKind: 'clarify' })).kind, question).not.toBe('clarify')
    }
  })
})

describe('slips of the keyboard', () => {
  test('are set right before facts, scenarios and pages are asked', async () => {
    expect((await ask('how mcuh is a bioler servcie')).told).toContain('$120')
    expect((await ask('wat time do u open on wensday')).told).toContain('8:00 AM')
  })
})

describe('facts', () => {
  test('answer when every word of the question is theirs, and leave it when one is not', async () => {
    expect((await ask('what is your phone number?')).told).toContain('555-0100')
    expect((await ask('what is the phone number of the Reno warehouse?')).kind).toBe('unknown')
  })

  test('of a price that was confirmed are believed, whatever a page says', async () => {
    const price = { from: '110.00', currency: 'USD', unit: '' }
    const service = { id: 'f3', value: { name: 'Boiler service', price, description: '' }, state: 'confirmed' } as const
    const told = await answerBare({
      question: 'How much is a boiler service?',
      index,
      facts: [{ ...facts, services: [service] }],
      playbook,
    })
    expect(told.told).toContain('$110')
    expect(told.told).not.toContain('$120')
  })
})

test('the visitor’s own language is preferred where pages say the same', async () => {
  expect((await ask('How much is a boiler service?')).told).toContain('A boiler service costs $120')
  expect((await ask('¿Cuánto cuesta el servicio de caldera?', { lang: 'es' })).told).toContain(
    'El servicio de caldera cuesta $120',
  )
})

test('every tier leaves its reason in the trace; a second look that ends as the first did is not told twice', async () => {
  const { trace } = await ask('What is the name of the accountant?')
  expect(trace.steps.map((step) => step.tier)).toEqual(['rules', 'semantic', 'llm', 'extractive'])
  expect(trace.steps.every((step) => step.reason !== '')).toBe(true)
})
