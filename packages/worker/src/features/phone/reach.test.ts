import { expect, it } from 'vitest'
import { type Group, isOn, type Reachable, waves } from './reach.ts'

const people: Reachable[] = ['Ana', 'Tom', 'Zoe'].map((name) => ({
  ...{ id: name, name, number: '+15055550100', languages: [], hours: [] },
}))
const group = (more: Partial<Group> = {}): Group => ({
  order: 'in_order',
  people: ['Ana', 'Tom', 'Zoe'],
  turn: 0,
  ...more,
})
const now = { minute: 600, weekday: 'mon' as const }
const names = (of: Group, known = people) => waves(of, known, now).map((wave) => wave.map(({ name }) => name))

it('rings one after another, all at once, or each time beginning with the next one', () => {
  expect(names(group())).toEqual([['Ana'], ['Tom'], ['Zoe']])
  expect(names(group({ order: 'all_at_once' }))).toEqual([['Ana', 'Tom', 'Zoe']])
  expect(names(group({ order: 'round_robin', turn: 4 }))).toEqual([['Tom'], ['Zoe'], ['Ana']])
})

it('leaves out who is off duty, and who was removed', () => {
  const off = people.map((person) =>
    person.id === 'Ana' ? { ...person, hours: [{ between: shift('12:00', '13:00') }] } : person,
  )
  expect(names(group(), off)).toEqual([['Tom'], ['Zoe']])
  expect(names(group({ people: ['gone', 'Zoe'] }))).toEqual([['Zoe']])
  expect(names(group({ order: 'all_at_once', people: ['gone'] }))).toEqual([])
})

const shift = (from: string, to: string): [string, string] => [from, to]

it('counts a shift over midnight to the day it began', () => {
  const night = { days: ['sun' as const], between: shift('22:00', '06:00') }
  expect(isOn(night, { weekday: 'sun', minute: 23 * 60 })).toBe(true)
  expect(isOn(night, { weekday: 'mon', minute: 5 * 60 })).toBe(true)
  expect(isOn(night, { weekday: 'sun', minute: 5 * 60 })).toBe(false)
})
