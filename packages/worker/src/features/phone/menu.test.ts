import { expect, it } from 'vitest'
import { type Menu, refusalOf } from './menu.ts'
import type { RouteRule } from './route.ts'

const item = (
  presses: string,
  menu: RouteRule['menu'] = { en: `For bills, press ${presses} or say bill.` },
): RouteRule => ({
  when: { says: ['bill'], presses },
  to: 'assistant',
  assistantId: 'ast_1',
  menu,
})
const refused = (rules: RouteRule[], more: Partial<Menu> = {}) =>
  refusalOf({ rules, languages: ['en'], business: 'Saltbush Heating', greeting: {}, notice: 'none', ...more })?.message

it('takes keys that are free, and words that name them as a digit or a word', () => {
  expect(refused([item('1')])).toBeUndefined()
  expect(refused([item('2', { en: 'For bills, press two.' })])).toBeUndefined()
  expect(refused([item('3', { ar: 'للفواتير اضغط ٣' })], { languages: ['en', 'ar'] })).toBeUndefined()
  expect(refused([item('4', {})], { languages: ['en', 'es', 'fr'] })).toBeUndefined()
})

it('refuses a key that is a language of the menu, and says which are free', () => {
  expect(refused([item('2')], { languages: ['en', 'es'] })).toBe(
    'Key 2 of rule 1 is the language “es” in this menu already. Take another one: 3, 4, 5, 6, 7, 8, 9.',
  )
})

it('refuses one key for two', () => {
  expect(refused([item('2'), { when: { lang: 'es' }, to: 'ring' }, item('2')])).toContain(
    'Rules 1 and 3 have the same key, 2',
  )
})

it('refuses words that name another key than the rule has', () => {
  expect(refused([item('3', { en: 'For bills, press 2.' })])).toContain('rule 1 in “en” does not name its key')
  expect(refused([item('2', { en: 'Our network: press 22.' })])).toContain('does not name its key')
})

it('refuses a menu that nobody hears to its end in ten seconds, and says by how much', () => {
  const three = [item('1'), item('2'), item('3')]
  expect(refused(three)).toContain('35 words in “en” before they can say anything; ten seconds are 26')
  expect(refused(three), 'who is asked about the recording first hears it after their answer').toContain('by 9 words')
  expect(refused(three, { notice: 'ask' })).toBeUndefined()
  expect(refused([item('1')], { greeting: { en: `An AI ${'speaks '.repeat(20)}` } })).toContain('Shorten')
  expect(refused([item('4')], { languages: ['en', 'es'] }), 'the other language is offered too').toContain('28 words')
})
