import { describe, expect, it } from 'vitest'
import { type MessageFlow, type Next, offered, unarranged } from './asking.ts'
import { begin, step } from './take-message.ts'

// A Saturday.
const place = { country: 'US', lang: 'en', today: '2026-11-21', questions: [], turnId: '' }

/** Says one after another, and returns what came of each. */
const talk = (...lines: string[]): Next[] => goOn(begin(), lines)

function goOn(from: Next, lines: readonly string[], lang = 'en'): Next[] {
  const came: Next[] = [from]
  for (const line of lines) {
    const last = came.findLast((next): next is Next & { flow: MessageFlow } => next.kind === 'ask')
    came.push(step(last?.flow ?? offered, line, { ...place, lang }))
  }
  return came
}
const words = (came: Next[]) => came.map((next) => (next.kind === 'ask' ? next.word : next.kind))

describe('a message taken by voice', () => {
  it('takes a number that is dictated slowly, reads it back, and understands one wrong digit', () => {
    const came = talk(
      'My name is Ana Gil',
      'five oh five',
      'five five five',
      'oh one four two',
      'no, four three, not four two',
      'yes',
      'Please call about the boiler',
    )
    expect(words(came)).toEqual([
      'name',
      'phone',
      'phoneMore',
      'phoneMore',
      'phoneRight',
      'phoneRight',
      'text',
      'leave',
    ])
    expect(came[5]).toMatchObject({ fill: { phone: '(505) 555-0143' } })
    expect(came.at(-1)).toEqual({
      kind: 'leave',
      name: 'Ana Gil',
      phone: '+15055550143',
      email: '',
      text: 'Please call about the boiler',
    })
  })

  it('escalates by itself: say, spell, type', () => {
    const came = talk('Ana', 'well you know', 'hmm let me see')
    expect(came.slice(1).map((next) => next.kind === 'ask' && [next.word, next.expects.how])).toEqual([
      ['phone', 'say'],
      ['phoneAgain', 'spell'],
      ['phoneType', 'type'],
    ])
    expect(words(talk('Ana', 'well you know', 'hmm', '505-555-0142', 'yes')).at(-1)).toBe('text')
  })

  it('begins a number anew when it was all wrong', () => {
    expect(words(talk('Ana', '505 555 0142', 'no', '602 555 0199', 'yes'))).toEqual([
      'name',
      'phone',
      'phoneRight',
      'phoneAgain',
      'phoneRight',
      'text',
    ])
  })

  it('takes an e-mail address instead, and asks about a slip', () => {
    const came = talk('Ana', 'ana at gmial dot com', 'yes', 'hello')
    expect(came[2]).toMatchObject({ word: 'emailMeant', fill: { meant: 'ana@gmail.com' } })
    expect(came.at(-1)).toMatchObject({ kind: 'leave', phone: '', email: 'ana@gmail.com' })
    expect(talk('Ana', 'ana at gmial dot com', 'no', 'hello').at(-1)).toMatchObject({ email: 'ana@gmial.com' })
  })

  it('is dropped when the visitor wants no more of it', () => {
    expect(words(talk('never mind'))).toEqual(['name', 'drop'])
    expect(words(talk('Ana', 'no thanks'))).toEqual(['name', 'phone', 'drop'])
  })

  it('waits while something else is asked', () => {
    expect(words(talk('how much is a tune-up', 'Ana'))).toEqual(['name', 'elsewhere', 'phone'])
  })

  it('that was offered begins with a yes only', () => {
    expect(words([step(offered, 'yes please', place)])).toEqual(['name'])
    expect(words([step(offered, 'are you open today', place)])).toEqual(['elsewhere'])
    expect(words([step(offered, 'no', place)])).toEqual(['drop'])
  })
})

it('the questions of the business come before what it is about; what answers them stands in their turns', () => {
  const questions = [
    { id: 'born', ask: { en: 'When were you born?' }, sensitive: true },
    { id: 'pet', ask: { en: 'What is your pet called?' }, sensitive: false },
  ]
  const asked = { ...place, questions }
  const ready = { ...offered, asked: 'phone?' as const, name: 'Ana', phone: '5055550142' }
  const first = step(ready, 'yes', asked)
  expect(first).toMatchObject({ own: { id: 'born' }, expects: { field: 'secret' } })
  const flow = (next: Next) => (next.kind === 'ask' ? next.flow : offered)
  expect(step(flow(first), 'why do you ask?', asked)).toEqual({ kind: 'elsewhere' })
  const second = step(flow(first), '••••', { ...asked, turnId: 'trn_1' })
  expect(second).toMatchObject({ own: { id: 'pet' }, expects: { field: 'text' } })
  const third = step(flow(second), 'Rex', { ...asked, turnId: 'trn_2' })
  expect(third).toMatchObject({ word: 'text' })
  expect(step(flow(third), 'he limps', asked)).toMatchObject({
    kind: 'leave',
    text: 'he limps',
    answers: [
      { id: 'born', turnId: 'trn_1' },
      { id: 'pet', turnId: 'trn_2' },
    ],
  })
})

describe('where and when somebody is to come', () => {
  const visit = (lines: readonly string[], lang?: string) =>
    goOn(begin({ ...offered, visit: unarranged }), lines, lang).slice(4)
  const fills = (came: Next[]) => came.flatMap((next) => (next.kind === 'ask' ? [next.fill] : []))

  it('is asked after the number, read back, corrected, and left with the message', () => {
    const came = visit([
      'Ana Gil',
      '505 555 0142',
      'yes',
      'twelve oh four Juniper Street, Albuquerque, New Mexico, eight seven one oh one',
      'no, eight seven one oh six',
      'yes',
      'Thursday December fourth',
      'Friday',
      'no, Thursday',
      "that's right",
      'The boiler leaks',
    ])
    expect(words(came)).toEqual([
      'addressRight',
      'addressRight',
      'date',
      'dateEither',
      'dateRight',
      'dateRight',
      'text',
      'leave',
    ])
    expect(fills(came)[1]).toEqual({ address: '1204 Juniper Street, Albuquerque, NM 87106' })
    expect(fills(came)[3]).toEqual({ day: 'Friday, December 4', other: 'Thursday, December 3' })
    expect(came.at(-1)).toMatchObject({ text: 'The boiler leaks', visit: { zip: '87106', day: '2026-11-26' } })
  })

  it('comes in parts, and escalates by itself: say, spell, type', () => {
    const came = visit(['Ana', '505 555 0142', 'yes', 'well over there', 'hmm', '12 Oak Lane', 'Taos', '87571', 'no'])
    expect(came.map((next) => next.kind === 'ask' && [next.word, next.expects.how])).toEqual([
      ['addressAgain', 'spell'],
      ['addressType', 'type'],
      ['addressCity', 'type'],
      ['addressZip', 'type'],
      ['addressRight', 'say'],
      ['addressType', 'type'],
    ])
  })

  it('takes no day that has passed or that there is not', () => {
    const at = ['Ana', '505 555 0142', 'yes', '12 Oak Lane, Taos, 87571', 'yes']
    expect(words(visit([...at, 'November third', 'February thirtieth', 'soon', 'tomorrow']).slice(2))).toEqual([
      'datePast',
      'dateAgain',
      'dateType',
      'dateRight',
    ])
  })

  it.each([
    [
      'es',
      [
        'Ana Gil',
        '505 555 0142',
        'sí',
        'calle Luna 25, Santa Fe, ocho siete cinco cero uno',
        'sí',
        'el jueves 3 de diciembre',
        'sí',
      ],
      { address: 'Calle Luna 25, Santa Fe, 87501' },
      { day: 'jueves, 3 de diciembre' },
    ],
    [
      'ar',
      ['سارة', '٥٠٥ ٥٥٥ ٠١٤٢', 'نعم', 'شارع الملك 12، البوكيركي، ٨٧١٠١', 'نعم', 'يوم الخميس', 'نعم'],
      { address: 'شارع الملك 12, البوكيركي, 87101' },
      { day: 'الخميس، 26 نوفمبر' },
    ],
  ])('is understood in %s', (lang, lines, address, day) => {
    const came = visit(lines, lang)
    expect(words(came)).toEqual(['addressRight', 'date', 'dateRight', 'text'])
    expect([fills(came)[0], fills(came)[2]]).toEqual([address, day])
  })
})
