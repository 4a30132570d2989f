import { describe, expect, it } from 'vitest'
import { begin, type MessageFlow, type Next, offered, step } from './take-message.ts'

/** Says one after another, and returns what came of each. */
function talk(...lines: string[]): Next[] {
  const came: Next[] = [begin()]
  for (const line of lines) {
    const last = came.findLast((next): next is Next & { flow: MessageFlow } => next.kind === 'ask')
    came.push(step(last?.flow ?? offered, line, 'US'))
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
    expect(words([step(offered, 'yes please', 'US')])).toEqual(['name'])
    expect(words([step(offered, 'are you open today', 'US')])).toEqual(['elsewhere'])
    expect(words([step(offered, 'no', 'US')])).toEqual(['drop'])
  })
})
