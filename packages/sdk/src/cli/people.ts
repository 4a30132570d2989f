import type { NewRingGroup, Person } from '../admin.ts'
import { doing, Misuse, only, parse, type Terminal, type Verb } from './command.ts'
import { table } from './table.ts'

type Order = NewRingGroup['order']
type Shift = Person['hours'][number]
type Weekday = NonNullable<Shift['days']>[number]

const orders: readonly string[] = ['in_order', 'all_at_once', 'round_robin'] satisfies Order[]
const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

const actions = {
  list,
  add,
  change,
  remove,
  groups,
  'add-group': addGroup,
  'change-group': changeGroup,
  'remove-group': removeGroup,
}

export const verb: Verb = {
  summary: 'say who is rung for a caller, and in which order',
  help: `foyer people list
foyer people add NUMBER --name NAME [--lang LANG …] [--hours HOURS …]
foyer people change PERSON_ID [--number NUMBER] [--name NAME] [--lang LANG …] [--hours HOURS …]
foyer people remove PERSON_ID
foyer people groups                 lists the ring groups
foyer people add-group PERSON_ID … --name NAME --order ORDER [--seconds N]
foyer people change-group GROUP_ID [PERSON_ID …] [--name NAME] [--order ORDER] [--seconds N]
foyer people remove-group GROUP_ID

  NUMBER   E.164, such as +15055550142
  HOURS    when they can be rung, such as "mon-fri 08:00-17:00" or "sat,sun 22:00-06:00"; none is always
  ORDER    in_order, all_at_once or round_robin
  --json   JSON, one item a line`,
  run: doing(actions, `Say what to do: foyer people ${Object.keys(actions).join(', ')}.`),
}

const text = { type: 'string' } as const
const texts = { type: 'string', multiple: true } as const

async function list(args: string[], terminal: Terminal): Promise<void> {
  const { values } = parse(args, {})
  const all = await terminal.foyer().people.list()
  if (values.json) return all.forEach((person) => terminal.print(JSON.stringify(person)))
  terminal.print(table(all.map(({ id, number, hours, name }) => [id, number, hoursText(hours), name])))
}

async function add(args: string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parse(args, { name: text, lang: texts, hours: texts })
  const { name, lang = [], hours = [] } = values
  if (name === undefined) throw new Misuse('Give the person a --name, as callers hear it.')
  const number = only(positionals, 'the number')
  const made = await terminal.foyer().people.add({ name, number, languages: lang, hours: hours.map(shiftOf) })
  terminal.print(values.json ? JSON.stringify(made) : made.id)
}

async function change(args: string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parse(args, { name: text, number: text, lang: texts, hours: texts })
  const { name, number, lang, hours } = values
  const changed = await terminal.foyer().people.change(only(positionals, 'the id of the person'), {
    ...(name === undefined ? {} : { name }),
    ...(number === undefined ? {} : { number }),
    ...(lang === undefined ? {} : { languages: lang }),
    ...(hours === undefined ? {} : { hours: hours.map(shiftOf) }),
  })
  terminal.print(values.json ? JSON.stringify(changed) : `${changed.name}: ${changed.number}`)
}

async function remove(args: string[], terminal: Terminal): Promise<void> {
  const { positionals } = parse(args, {})
  await terminal.foyer().people.remove(only(positionals, 'the id of the person'))
  terminal.note('They are rung no more.')
}

async function groups(args: string[], terminal: Terminal): Promise<void> {
  const { values } = parse(args, {})
  const all = await terminal.foyer().ringGroups.list()
  if (values.json) return all.forEach((group) => terminal.print(JSON.stringify(group)))
  terminal.print(table(all.map(({ id, order, people, name }) => [id, order, people.join(' '), name])))
}

async function addGroup(args: string[], terminal: Terminal): Promise<void> {
  const { values, positionals: people } = parse(args, { name: text, order: text, seconds: text })
  const { name, order, seconds } = values
  if (name === undefined) throw new Misuse('Give the group a --name.')
  if (people.length === 0) throw new Misuse('Name the people by their ids, in order. See foyer people list.')
  const ring = seconds === undefined ? {} : { ringMs: millisOf(seconds) }
  const made = await terminal.foyer().ringGroups.add({ name, people, order: orderOf(order ?? ''), ...ring })
  terminal.print(values.json ? JSON.stringify(made) : made.id)
}

async function changeGroup(args: string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parse(args, { name: text, order: text, seconds: text })
  const { name, order, seconds } = values
  const [id, ...people] = positionals
  const changed = await terminal.foyer().ringGroups.change(only(id === undefined ? [] : [id], 'the id of the group'), {
    ...(name === undefined ? {} : { name }),
    ...(order === undefined ? {} : { order: orderOf(order) }),
    ...(seconds === undefined ? {} : { ringMs: millisOf(seconds) }),
    ...(people.length === 0 ? {} : { people }),
  })
  terminal.print(values.json ? JSON.stringify(changed) : `${changed.name}: ${changed.order}`)
}

async function removeGroup(args: string[], terminal: Terminal): Promise<void> {
  const { positionals } = parse(args, {})
  await terminal.foyer().ringGroups.remove(only(positionals, 'the id of the group'))
  terminal.note('The group is removed.')
}

function orderOf(given: string): Order {
  if (!orders.includes(given)) throw new Misuse(`--order is one of ${orders.join(', ')}.`)
  return given as Order
}

function millisOf(seconds: string): number {
  const given = Number(seconds)
  if (!(given >= 5 && given <= 60)) throw new Misuse('--seconds is how long each is rung, 5 to 60.')
  return Math.round(given * 1000)
}

/** "mon-fri 08:00-17:00", "sat,sun 10:00-14:00" or "08:00-17:00" for every day. */
function shiftOf(given: string): Shift {
  const [, named = '', from = '', to = ''] = /^(?:([a-z,-]+)\s+)?(\d\d:\d\d)-(\d\d:\d\d)$/.exec(given.trim()) ?? []
  const days = named === '' ? [] : named.split(',').flatMap(daysOf)
  if (from === '') throw new Misuse(`--hours are such as "mon-fri 08:00-17:00", not "${given}".`)
  return { ...(days.length === 0 ? {} : { days }), between: [from, to] }
}

function daysOf(span: string): Weekday[] {
  const [first = '', last = first] = span.split('-')
  const [begin, end] = [weekdays.findIndex((day) => day === first), weekdays.findIndex((day) => day === last)]
  if (begin < 0 || end < begin) throw new Misuse(`Days are ${weekdays.join(', ')}, not "${span}".`)
  return weekdays.slice(begin, end + 1)
}

const hoursText = (hours: readonly Shift[]): string =>
  hours.map(({ days, between }) => [days?.join(',') ?? '', between.join('-')].join(' ').trim()).join('; ') || 'always'
