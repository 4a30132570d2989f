import { describe, expect, it } from 'vitest'
import { type Happened, outcomeOf } from './outcome.ts'

const call: Happened = {
  reason: 'visitor_hung_up',
  purpose: 'talk',
  talkedMs: 60_000,
  said: [{ text: 'Are you open today?', kind: 'answer' }],
  consented: false,
  left: [],
  transferred: false,
  optedOut: false,
  emptyBefore: 0,
}
const of = (more: Partial<Happened>) => outcomeOf({ ...call, ...more })
const said = (...kinds: Happened['said'][number]['kind'][]) => kinds.map((kind) => ({ text: 'x', kind }))

describe('what came of a call', () => {
  it.each<[string, Partial<Happened>, string]>([
    ['a question was answered', {}, 'answered'],
    ['nothing could be answered', { said: said('unknown', null) }, 'answered_no_answer'],
    ['somebody was there and said nothing', { said: [], talkedMs: 30_000 }, 'answered_no_answer'],
    ['a yes to being recorded, then silence', { said: [], consented: true }, 'answered_no_answer'],
    ['nobody picked up', { said: [], talkedMs: null, reason: 'never_joined' }, 'missed'],
    ['it was passed on', { said: [], talkedMs: null, reason: 'passed_on' }, 'missed'],
    ['they hung up before the first words were over', { said: [], talkedMs: 3000 }, 'missed'],
    ['all lines were busy, and nothing was left', { said: [], purpose: 'message', talkedMs: 20_000 }, 'missed'],
    ['all lines were busy, and a message was left', { purpose: 'message', left: ['message'] }, 'voicemail'],
    ['a message was left', { left: ['message'] }, 'message_taken'],
    ['somebody calls back', { left: ['message', 'callback'] }, 'scheduled_callback'],
    ['a person took over', { transferred: true, left: ['message'] }, 'transferred'],
    ['a person was asked for', { said: said('answer', 'handoff') }, 'interested'],
    ['they want no more of it', { optedOut: true }, 'not_interested'],
    ['danger, whatever else', { said: said('emergency', 'answer'), transferred: true }, 'emergency'],
    ['blocked', { said: [], talkedMs: null, reason: 'blocked' }, 'spam'],
    ['the third silent call of a day', { said: [], emptyBefore: 2 }, 'spam'],
    ['the second silent call of a day', { said: [], emptyBefore: 1 }, 'answered_no_answer'],
    ['a third call that speaks', { emptyBefore: 5 }, 'answered'],
  ])('%s', (_what, more, outcome) => {
    expect(of(more)).toBe(outcome)
  })
})
