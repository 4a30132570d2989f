import { describe, expect, test } from 'vitest'
import { lintScenarios, matchScenario, openModel, trainScenarios, type Scenario } from './index.ts'

const SHOP: Scenario[] = [
  {
    id: 'hours',
    examples: [
      'when are you open',
      'what are your hours',
      'are you open on saturday',
      'what time do you close',
      'opening times please',
    ],
  },
  {
    id: 'prices',
    examples: [
      'how much is a tune-up',
      'what does a furnace repair cost',
      'price list please',
      'what do you charge for a visit',
    ],
  },
  {
    id: 'book',
    examples: [
      'i want to book an appointment',
      'can someone come out tomorrow',
      'schedule a visit',
      'make an appointment for friday',
    ],
  },
  {
    id: 'cancel',
    examples: [
      'cancel my appointment',
      'i need to cancel the visit',
      'please call off my booking',
      'i cannot make it on friday, cancel it',
    ],
  },
  {
    id: 'area',
    examples: [
      'do you come to springfield',
      'which areas do you serve',
      'do you work in my zip code',
      'are you near me',
    ],
  },
]
const SPANISH: Scenario[] = [
  {
    id: 'horario',
    examples: ['¿a qué hora abren?', 'cuál es su horario', 'abren los sábados', 'hasta qué hora están abiertos'],
  },
  {
    id: 'precio',
    examples: ['¿cuánto cuesta una limpieza?', 'qué precio tiene la revisión', 'cuánto cobran por la visita'],
  },
  { id: 'cita', examples: ['quiero una cita', 'necesito reservar hora', 'agendar una visita para mañana'] },
]
const shop = openModel(trainScenarios(SHOP))
const spanish = openModel(trainScenarios(SPANISH))

describe('matchScenario', () => {
  test('finds the scenario of a phrasing it has not seen, and shows the example that speaks for it', () => {
    const verdict = matchScenario(shop, 'what would a furnace repair cost me?')
    expect(verdict).toMatchObject({ kind: 'match', id: 'prices', nearest: 'what does a furnace repair cost' })
  })
  test('stands typing errors', () => {
    expect(matchScenario(shop, 'pls cancle my apointment')).toMatchObject({ kind: 'match', id: 'cancel' })
  })
  test('passes, with a reason, on what no scenario is about', () => {
    const verdict = matchScenario(shop, 'who won the world cup in 1998')
    expect(verdict.kind).toBe('pass')
    expect(verdict).toHaveProperty('reason')
  })
  test('serves two requests in one message', () => {
    const verdict = matchScenario(shop, 'what are your hours and do you come to springfield')
    expect(verdict).toMatchObject({ kind: 'both', ids: ['hours', 'area'] })
  })
  test('asks when two scenarios are as likely', () => {
    const twins = openModel(
      trainScenarios([
        {
          id: 'new',
          examples: [
            'i want to book an appointment',
            'book a new appointment please',
            'can i make an appointment',
            'a new appointment for tomorrow',
            'schedule an appointment',
          ],
        },
        {
          id: 'move',
          examples: [
            'i want to move my appointment',
            'change my appointment please',
            'can i reschedule my appointment',
            'move the appointment to tomorrow',
            'a different time for my appointment',
          ],
        },
        ...SHOP.filter((one) => one.id === 'hours' || one.id === 'prices' || one.id === 'area'),
      ]),
    )
    expect(matchScenario(twins, 'appointment tomorrow')).toMatchObject({ kind: 'ask', ids: ['new', 'move'] })
    expect(matchScenario(twins, 'i want to reschedule my appointment')).toMatchObject({ kind: 'match', id: 'move' })
  })
  test('keeps two tenants apart', () => {
    expect(matchScenario(spanish, 'cuánto cuesta la revisión')).toMatchObject({ kind: 'match', id: 'precio' })
    expect(matchScenario(shop, 'how much is a tune-up')).toMatchObject({ kind: 'match', id: 'prices' })
  })
  test.each([
    '',
    ' ',
    'a',
    '👍🎉',
    '\u200B\u202E',
    'x'.repeat(4000),
    'word '.repeat(800),
    '12 34',
    'hola مرحبا hello 東京',
    '¿?',
  ])('has a sensible verdict for bad input %#', (text) => {
    for (const model of [shop, spanish]) expect(matchScenario(model, text).kind).toBe('pass')
  })
})

describe('trainScenarios', () => {
  test('gives the same bytes for the same scenarios', () => {
    expect(trainScenarios(SHOP)).toEqual(trainScenarios(SHOP))
  })
  test('makes a model that a copy of its bytes opens to, at any offset', () => {
    const blob = trainScenarios(SHOP)
    const shifted = new Uint8Array(blob.length + 3)
    shifted.set(blob, 3)
    expect(matchScenario(openModel(shifted.subarray(3)), 'opening hours')).toMatchObject({ kind: 'match', id: 'hours' })
  })
  test('refuses bytes that are no model', () => {
    expect(() => openModel(new Uint8Array(16))).toThrow('not a snapshot')
  })
  test('manages without scenarios, with one, and with empty ones', () => {
    expect(matchScenario(openModel(trainScenarios([])), 'hello').kind).toBe('pass')
    const one = openModel(
      trainScenarios([
        { id: 'hours', examples: ['when are you open'] },
        { id: 'empty', examples: [] },
      ]),
    )
    expect(() => matchScenario(one, 'when are you open')).not.toThrow()
  })
  test('manages 300 scenarios', () => {
    const many = Array.from({ length: 300 }, (_, i) => ({
      id: `s${i}`,
      examples: [`topic${i} question`, `about topic${i}`],
    }))
    expect(matchScenario(openModel(trainScenarios(many)), 'a topic17 question')).toMatchObject({ id: 's17' })
  }, 60_000)
  test('manages examples that are no examples, and the same one under two scenarios', () => {
    const odd = ['', ' ', 'a', '👍🎉', '\u200B\u202E', 'x'.repeat(4000), 'hola مرحبا hello 東京', 'when are you open']
    const model = openModel(trainScenarios([{ id: 'odd', examples: odd }, ...SHOP]))
    expect(matchScenario(model, 'what are your hours')).toMatchObject({ kind: 'match', id: 'hours' })
    for (const text of odd) expect(() => matchScenario(model, text)).not.toThrow()
    expect(matchScenario(model, 'when are you open')).not.toMatchObject({ kind: 'pass' })
  })
  test('learns a language that has no stemmer', () => {
    const polish = openModel(
      trainScenarios([
        { id: 'hours', examples: ['kiedy jesteście otwarci', 'jakie są godziny otwarcia', 'czy otwarte w sobotę'] },
        { id: 'price', examples: ['ile kosztuje wizyta', 'jaka jest cena', 'ile to kosztuje'] },
        { id: 'book', examples: ['chcę umówić wizytę', 'proszę o termin', 'umów mnie na jutro'] },
      ]),
    )
    expect(matchScenario(polish, 'ile kosztuje naprawa')).toMatchObject({ id: 'price' })
  })
})

describe('lintScenarios', () => {
  test('finds nothing wrong with a good playbook', () => {
    expect(lintScenarios(SHOP)).toEqual([])
  })
  test('names the same example under two scenarios, in whatever spelling', () => {
    const findings = lintScenarios([...SHOP, { id: 'other', examples: ['When are you OPEN?', 'something', 'else'] }])
    expect(findings).toMatchObject([{ kind: 'same-example', scenarioIds: ['hours', 'other'] }])
  })
  test('names empty scenarios, wordless examples and repeated names', () => {
    const findings = lintScenarios([
      { id: 'a', examples: [] },
      { id: 'b', examples: ['👍', 'one', 'two', 'three'] },
      { id: 'b', examples: ['x y', 'y z', 'z x'] },
    ])
    expect(findings.map((one) => one.kind).sort()).toEqual(['no-examples', 'same-id', 'wordless-example'])
  })
  test('names few examples, an endless one, and more scenarios than can be kept apart', () => {
    const many = Array.from({ length: 301 }, (_, i) => ({ id: `s${i}`, examples: [`a${i}`, `b${i}`, `c${i}`] }))
    const findings = lintScenarios([
      { id: 'few', examples: ['where are you'] },
      { id: 'long', examples: ['on and on '.repeat(400), 'one', 'two'] },
      ...many,
    ])
    expect(findings.map((one) => [one.kind, ...one.scenarioIds])).toEqual([
      ['few-examples', 'few'],
      ['long-example', 'long'],
      ['too-many'],
    ])
  })
})

test('a scenario that stands alone is matched, and does not take what is not its own', () => {
  const model = openModel(
    trainScenarios([
      {
        id: 'visit',
        examples: ['I want an appointment', 'book me in', 'can I make an appointment', 'schedule a visit'],
      },
    ]),
  )
  expect(matchScenario(model, 'can I book an appointment please').kind).toBe('match')
  expect(matchScenario(model, 'do you repair clocks').kind).toBe('pass')
})
