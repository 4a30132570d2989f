import { expect, it } from 'vitest'
import { summaryOf, type Told } from './summary.ts'

const caller = '+15055550199'
const of = (said: [string, Told['said'][number]['kind']][], left: Told['left'] = []) =>
  summaryOf({ said: said.map(([text, kind]) => ({ text, kind })), left, caller })

it('takes name, number and reason from the message that was left', () => {
  const left = [{ name: 'Ana Gil', phone: '+15055550142', text: 'The boiler makes a noise.' }]
  expect(of([['Take a message', 'handoff']], left)).toEqual({
    name: 'Ana Gil',
    number: '+15055550142',
    reason: 'The boiler makes a noise.',
    urgency: 'normal',
  })
})

it('takes the first thing that is about something from who left none, and the number they called from', () => {
  expect(
    of([
      ['Hello', 'answer'],
      ['My name is Ana Gil, how much is a tune-up?', 'answer'],
      ['Thank you', null],
    ]),
  ).toEqual({
    name: 'Ana Gil',
    number: caller,
    reason: 'My name is Ana Gil, how much is a tune-up?',
    urgency: 'normal',
  })
})

it('puts danger first, whatever was left besides', () => {
  const left = [{ name: 'Ana', phone: '', text: 'Please call me.' }]
  expect(
    of(
      [
        ['How much is it?', 'answer'],
        ['I smell gas in the kitchen', 'emergency'],
      ],
      left,
    ),
  ).toMatchObject({
    reason: 'I smell gas in the kitchen',
    number: caller,
    urgency: 'danger',
  })
})

it.each(['I need somebody as soon as possible', 'Necesito a alguien cuanto antes', 'أحتاج إلى فني في أسرع وقت'])(
  'hears that it is urgent: %s',
  (text) => {
    expect(of([[text, 'unknown']]).urgency).toBe('urgent')
  },
)

it.each([
  ['Me llamo Ana Gil y quiero una cita', 'Ana Gil'],
  ['This is about the noise', ''],
])('finds a name only where somebody says it is theirs: %s', (text, name) => {
  expect(of([[text, 'answer']]).name).toBe(name)
})

it('has nothing to say of a call in which nothing was said', () => {
  expect(of([])).toEqual({ name: '', number: caller, reason: '', urgency: 'normal' })
})
