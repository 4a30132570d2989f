import type { Message, StreamEvent } from '@foyer/sdk'
import { expect } from '@open-wc/testing'
import { type Answer, change, type Change, type Transcript } from './transcript.ts'

const message = (more: Partial<Message>): Message => ({
  id: 'msg_1',
  clientId: '',
  author: 'visitor',
  turnId: 'trn_1',
  text: 'Hi',
  lang: 'en',
  sentences: [],
  offers: [],
  createdAt: '',
  ...more,
})
const asked = message({ id: 'msg_1', clientId: 'c1' })
const answered = message({
  id: 'msg_2',
  author: 'assistant',
  text: 'One. Two.',
  sentences: [
    { text: 'One.', lang: 'en', evidence: [] },
    { text: 'Two.', lang: 'en', evidence: [] },
  ],
})
const turn: StreamEvent[] = [
  { n: 1, type: 'message.accepted', turnId: 'trn_1', message: asked },
  { n: 2, type: 'thinking', turnId: 'trn_1', words: 'Looking…' },
  { n: 3, type: 'sentence', turnId: 'trn_1', index: 0, sentence: { text: 'One.', lang: 'en', evidence: [] } },
  { n: 4, type: 'sentence', turnId: 'trn_1', index: 1, sentence: { text: 'Two.', lang: 'en', evidence: [] } },
  {
    n: 5,
    type: 'turn.answered',
    turnId: 'trn_1',
    tier: 'rules',
    kind: 'answer',
    confidence: 1,
    lang: 'en',
    offers: [],
    message: answered,
  },
]
const told = (events: StreamEvent[]): Change[] => events.map((event) => ({ type: 'told', event }))
const after = (changes: Change[], from: Transcript = []) => changes.reduce(change, from)
const answerOf = (entries: Transcript) => entries.find((entry): entry is Answer => entry.kind === 'answer')
const whole = after(told(turn))

describe('the transcript', () => {
  it('grows sentence by sentence', () => {
    expect(answerOf(after(told(turn.slice(0, 3))))?.sentences.map((sentence) => sentence.text)).to.deep.equal(['One.'])
    expect(whole.map((entry) => entry.kind)).to.deep.equal(['said', 'answer'])
    expect(answerOf(whole)?.state).to.equal('answered')
  })

  it('is the same when two connections tell the same', () => {
    expect(after(told([...turn, ...turn]))).to.deep.equal(whole)
    expect(after(told(turn.flatMap((event) => [event, event])))).to.deep.equal(whole)
  })

  it('is the same when one connection is ahead of the other', () => {
    expect(after(told([...turn.slice(0, 3), ...turn, ...turn.slice(2)]))).to.deep.equal(whole)
    expect(
      after(told(turn.toReversed()))
        .map((entry) => entry.kind)
        .sort(),
    ).to.deep.equal(['answer', 'said'])
  })

  it('shows what was said at once, and once', () => {
    const said = after([{ type: 'said', id: 'c1', text: 'Hi', lang: '' }])
    expect(said).to.deep.equal([
      { kind: 'said', id: 'c1', text: 'Hi', lang: '', at: '', delivery: { kind: 'sending' } },
    ])
    expect(after(told(turn), said)).to.deep.equal(whole)
  })

  it('keeps what was refused until it is sent again', () => {
    const refused = after([
      { type: 'said', id: 'c1', text: 'Hi', lang: '' },
      { type: 'refused', id: 'c1', why: 'No line.' },
    ])
    expect(refused[0]).to.deep.include({ delivery: { kind: 'refused', why: 'No line.' } })
    expect(after([{ type: 'said', id: 'c1', text: 'Hi', lang: '' }], refused)[0]).to.deep.include({
      delivery: { kind: 'sending' },
    })
  })

  it('loses nothing that is not sent yet when the history arrives', () => {
    const waiting = after([{ type: 'said', id: 'c2', text: 'And?', lang: '' }])
    const entries = after([{ type: 'loaded', messages: [asked, answered] }], waiting)
    expect(entries.map((entry) => entry.kind)).to.deep.equal(['said', 'answer', 'said'])
    expect(answerOf(entries)?.live).to.equal(false)
  })

  it('takes a failed turn for failed, unless it was answered', () => {
    const failed: StreamEvent = { n: 6, type: 'turn.failed', turnId: 'trn_1', code: 'unavailable', message: '' }
    expect(answerOf(after(told([...turn.slice(0, 2), failed])))?.state).to.equal('failed')
    expect(answerOf(after(told([...turn, failed])))?.state).to.equal('answered')
  })

  it('passes over kinds of events that came later than this version', () => {
    expect(after(told([{ n: 9, type: 'typing' } as unknown as StreamEvent]), whole)).to.deep.equal(whole)
  })

  it('puts the line of a call where it ended, once, whoever tells it first', () => {
    const later = message({ id: 'msg_3', clientId: 'c2', turnId: 'trn_2', createdAt: '2026-11-21T10:09:00.000Z' })
    const call = {
      id: 'call_1',
      conversationId: 'conv_1',
      mode: 'test',
      state: 'ended',
      reason: 'agent_lost',
      lang: 'en',
      recording: 'off',
      recordingBytes: 0,
      generation: 1,
      createdAt: '2026-11-21T10:00:00.000Z',
      joinedAt: '2026-11-21T10:00:01.000Z',
      greetedAt: '2026-11-21T10:00:02.000Z',
      endedAt: '2026-11-21T10:02:16.000Z',
    } as const
    const ended: Change = { type: 'told', event: { n: 9, type: 'call.changed', call } }
    const messages = [{ ...asked, createdAt: '2026-11-21T10:00:30.000Z' }, answered, later]
    const seen = [{ type: 'loaded', messages } as const, ended, ended].reduce<Transcript>(change, [])
    expect(seen.map(({ kind }) => kind)).to.deep.equal(['said', 'answer', 'call', 'said'])
    expect(seen[2]).to.deep.equal({ kind: 'call', id: 'call_1', ms: 134_000, broke: 'ours' })
  })
})
