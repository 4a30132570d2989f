import { expect, it } from 'vitest'
import { choice, menuOf, type Ringing, route, type RouteRule, type RouteSettings, ruleHeard } from './route.ts'

const number: RouteSettings = {
  ...{ assistantId: 'ast_1', answers: 'always', anonymous: 'answer', spam: 'note' },
  ...{ blocked: [], rules: [], reach: '', staffFirstMs: 15_000 },
}
const from = '+15055550123'
const call: Ringing = { from, known: false, spam: false, open: true, busyLines: 0, minute: 600, weekday: 'mon' }
const to = (changes: Partial<RouteSettings>, more: Partial<Ringing> = {}) =>
  route({ ...number, ...changes }, { ...call, ...more })

it.each([
  ['always', {}, 'assistant'],
  ['after_hours', { open: true }, 'passed_on'],
  ['after_hours', { open: false }, 'assistant'],
  ['after_hours', { open: null }, 'assistant'],
  ['unknown_callers', { known: false }, 'assistant'],
  ['unknown_callers', { known: true }, 'passed_on'],
  ['off', {}, 'passed_on'],
  ['staff_first', {}, 'assistant'],
] as const)('a number that answers %s sends a call with %o to: %s', (answers, more, kind) => {
  expect(to({ answers }, more).kind).toBe(kind)
})

it('turns a blocked caller away, by number and by its beginning; who hides is not taken for them', () => {
  expect(to({ blocked: ['+15055550123'] })).toMatchObject({ kind: 'turned_away', say: 'blocked' })
  expect(to({ blocked: ['+1505*'] })).toMatchObject({ kind: 'turned_away', say: 'blocked' })
  expect(to({ blocked: ['+1506*', '+1505555'] }).kind).toBe('assistant')
  expect(to({ blocked: ['+*'] }, { from: '' }).kind).toBe('assistant')
})

it('turns a caller who was spam before away only where the owner wishes', () => {
  expect(to({ spam: 'block' }, { spam: true })).toMatchObject({ kind: 'turned_away', say: 'blocked' })
  expect(to({ spam: 'block' }).kind).toBe('assistant')
  expect(to({ spam: 'note' }, { spam: true }).kind).toBe('assistant')
})

it('treats callers who hide their number as the owner wishes', () => {
  expect(to({ anonymous: 'refuse' }, { from: '' })).toMatchObject({ kind: 'turned_away', say: 'anonymous' })
  expect(to({ anonymous: 'message' }, { from: '' }).kind).toBe('message')
  expect(to({ anonymous: 'refuse' }).kind).toBe('assistant')
})

it('lets the first rule decide whose every condition holds', () => {
  const rules: RouteRule[] = [
    { when: { caller: 'known', days: ['mon'] }, to: 'passed_on' },
    { when: { days: ['mon', 'tue'] }, to: 'assistant', assistantId: 'ast_2' },
    { when: {}, to: 'message' },
  ]
  expect(to({ rules }, { known: true })).toEqual({ kind: 'passed_on', why: 'rule 1' })
  expect(to({ rules })).toEqual({ kind: 'assistant', assistantId: 'ast_2', why: 'rule 2' })
  expect(to({ rules }, { weekday: 'wed' })).toEqual({ kind: 'message', assistantId: 'ast_1', why: 'rule 3' })
})

it('counts a span over midnight to the day it began', () => {
  const rules: RouteRule[] = [{ when: { between: ['22:00', '06:00'], days: ['mon'] }, to: 'message' }]
  const at = (weekday: Ringing['weekday'], hour: number) => to({ rules }, { weekday, minute: hour * 60 }).kind
  expect([at('mon', 21), at('mon', 22), at('tue', 5), at('tue', 6)]).toEqual([
    'assistant',
    'message',
    'message',
    'assistant',
  ])
  expect(at('mon', 5), 'the night from Sunday').toBe('assistant')
})

it('rings staff first, or whom a rule names; where nobody can be rung the assistant answers', () => {
  expect(to({ answers: 'staff_first', reach: 'rgr_1' })).toMatchObject({ kind: 'ring', reach: 'rgr_1', ringMs: 15_000 })
  const rules: RouteRule[] = [{ when: { caller: 'known' }, to: 'ring', reach: 'per_1', assistantId: 'ast_2' }]
  expect(to({ rules }, { known: true })).toMatchObject({ kind: 'ring', reach: 'per_1', assistantId: 'ast_2' })
  expect(to({ rules: [{ when: {}, to: 'ring' }] }).kind).toBe('assistant')
})

it('counts the calls that run already, where a rule asks for it', () => {
  const rules: RouteRule[] = [{ when: { busyLines: 3 }, to: 'message' }]
  const kinds = [0, 2, 3, 9].map((busyLines) => to({ rules }, { busyLines }).kind)
  expect(kinds).toEqual(['assistant', 'assistant', 'message', 'message'])
})

it('leaves rules about what was said until something was', () => {
  const rules: RouteRule[] = [
    { when: { lang: 'es' }, to: 'assistant', assistantId: 'ast_es' },
    { when: { says: ['bill'] }, to: 'ring', reach: 'rgr_bills' },
  ]
  expect(to({ rules })).toEqual({ kind: 'assistant', assistantId: 'ast_1', why: 'it takes every call' })
})

it('says who goes on or who is rung, by language and words; the first rule that holds decides', () => {
  const rules: RouteRule[] = [
    { when: { says: ['bill', 'A/C unit', 'facturación'], caller: 'known' }, to: 'ring', reach: 'rgr_known' },
    { when: { says: ['bill'] }, to: 'ring', reach: 'rgr_bills' },
    { when: { lang: 'es' }, to: 'ring', reach: 'per_es' },
    { when: { lang: 'es' }, to: 'assistant', assistantId: 'ast_es' },
    { when: { caller: 'unknown' }, to: 'ring', reach: 'rgr_of_another_time' },
  ]
  const rung = (said: string, more: { known?: boolean; lang?: string } = {}) =>
    ruleHeard(
      rules,
      'ring',
      { ...call, known: more.known ?? false },
      { lang: more.lang ?? 'en', said: ['Hi', said].map((text) => ({ text, via: 'voice' })) },
    )?.reach
  expect(rung('I have a question about my bill.')).toBe('rgr_bills')
  expect(rung('I have a question about my bill.', { known: true })).toBe('rgr_known')
  expect(rung('The AC unit drips', { known: true })).toBe('rgr_known')
  expect(rung('sobre la FACTURACION', { known: true, lang: 'es' })).toBe('rgr_known')
  expect(rung('por favor', { lang: 'es' })).toBe('per_es')
  expect(rung('The billboard fell down'), 'a part of a word is not it').toBeUndefined()
  expect(ruleHeard(rules, 'assistant', call, { lang: 'es', said: [] })?.assistantId).toBe('ast_es')
  expect(ruleHeard(rules, 'assistant', call, { lang: 'en', said: [] })).toBeUndefined()
})

const desk: RouteRule[] = [
  {
    ...{ when: { says: ['bill', 'invoice'], presses: '2' }, to: 'assistant', assistantId: 'ast_bills' },
    menu: { en: 'For bills, press 2 or say bill.', es: 'Para facturas, marque 2.' },
  },
  { when: { says: ['repair'], presses: '3', days: ['mon'] }, to: 'ring', reach: 'per_1', menu: { en: 'Repair: 3.' } },
  { when: { says: ['moving'] }, to: 'ring', reach: 'per_2' },
  { when: { lang: 'es' }, to: 'assistant', assistantId: 'ast_es' },
]

it.each([
  ['2', 'keys', 'ast_bills', 'rule 1: key 2', true],
  ['my bill', 'voice', 'ast_bills', 'rule 1: said “bill”', true],
  ['The invoice department, please', 'voice', 'ast_bills', 'rule 1: said “invoice”', false],
  ['When is my bill due this month?', 'voice', 'ast_bills', 'rule 1: said “bill”', false],
  ['3', 'keys', 'per_1', 'rule 2: key 3', true],
  ['I need a repair', 'voice', 'per_1', 'rule 2: said “repair”', false],
] as const)('hears a choice in “%s” by %s: %s, because of %s', (text, via, to, why, isBare) => {
  const found = choice(desk, call, 'en', { text, via })
  expect([found?.rule.assistantId ?? found?.rule.reach, found?.why, found?.isBare]).toEqual([to, why, isBare])
})

it.each([
  ['22', 'keys'],
  ['2', 'voice'],
  ['4', 'keys'],
  ['The billboard fell down', 'voice'],
  ['I am moving house', 'voice'],
] as const)('hears no choice in “%s” by %s', (text, via) => {
  expect(choice(desk, call, 'es', { text, via })).toBeNull()
})

it('tells in the menu what can be chosen now, in the language that is spoken', () => {
  expect(menuOf(desk, call, 'en')).toEqual(['For bills, press 2 or say bill.', 'Repair: 3.'])
  expect(menuOf(desk, { ...call, weekday: 'tue' }, 'en')).toEqual(['For bills, press 2 or say bill.'])
  expect([menuOf(desk, call, 'es'), menuOf(desk, call, 'ar')]).toEqual([['Para facturas, marque 2.'], []])
})
