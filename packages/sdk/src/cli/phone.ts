import type { NewPhoneNumber } from '../admin.ts'
import { doing, Misuse, only, parse, type Terminal, type Verb } from './command.ts'
import { table } from './table.ts'

type Answers = NonNullable<NewPhoneNumber['answers']>
const answering: readonly string[] = [
  'always',
  'staff_first',
  'after_hours',
  'unknown_callers',
  'off',
] satisfies Answers[]

const actions = {
  trunks,
  numbers,
  add,
  answer,
  search,
  buy,
  release,
  'add-trunk': addTrunk,
  'way-out': wayOut,
  'check-trunk': checkTrunk,
  'remove-trunk': removeTrunk,
}

export const verb: Verb = {
  summary: 'bring a trunk or buy numbers, say who answers them',
  help: `foyer phone trunks                  lists them
foyer phone add-trunk --name NAME [--address CIDR …] [--username NAME]
                                    with --username its password is read from standard input
foyer phone way-out TRUNK --address HOST [--country CC …]
                                    where your carrier takes calls, so that people can be rung
foyer phone check-trunk TRUNK       sets right what differs at the gateway
foyer phone remove-trunk TRUNK
foyer phone numbers                 lists them
foyer phone add NUMBER --trunk TRUNK [--assistant ID] [--answers WHEN]
foyer phone answer NUMBER [--when WHEN] [--reach WHO] [--own-phone NUMBER]
                                    when the assistant answers, whom it fetches, who is rung when it cannot
foyer phone search [--area CODE] [--country CC] [--limit N]
                                    numbers that your carrier sells
foyer phone buy NUMBER [--assistant ID] [--answers WHEN]
                                    your carrier charges for it; one that your account holds is taken over
foyer phone release NUMBER [--give-back | --leave]
                                    a carrier's number gets its former setting back, goes back to the carrier
                                    for good, or stays as it is there

  NUMBER   E.164, such as +15055550142
  TRUNK    its name, or its id
  WHO      a person or ring group, by name or id
  WHEN     always, staff_first, after_hours, unknown_callers or off
  --json   JSON, one item a line`,
  run: doing(actions, `Say what to do: foyer phone ${Object.keys(actions).join(', ')}.`),
}

async function trunks(args: string[], terminal: Terminal): Promise<void> {
  const { values } = parse(args, {})
  const all = await terminal.foyer().trunks.list()
  if (values.json) return all.forEach((trunk) => terminal.print(JSON.stringify(trunk)))
  terminal.print(table(all.map(({ id, mode, name, numbers: on }) => [id, mode, on.join(' ') || 'no number', name])))
}

async function numbers(args: string[], terminal: Terminal): Promise<void> {
  const { values } = parse(args, {})
  const all = await terminal.foyer().phoneNumbers.list()
  if (values.json) return all.forEach((number) => terminal.print(JSON.stringify(number)))
  terminal.print(table(all.map(({ number, mode, answers, assistantId }) => [number, mode, answers, assistantId])))
}

async function addTrunk(args: string[], terminal: Terminal): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parse(args, { name: text, username: text, address: { type: 'string', multiple: true } })
  const { name, username } = values
  if (name === undefined) throw new Misuse('Give the trunk a --name, to tell it from others.')
  const password = username === undefined ? '' : (await terminal.stdin()).trim()
  if (username !== undefined && password === '')
    throw new Misuse('The password is read from standard input: it is empty.')
  const made = await terminal.foyer().trunks.create({
    name,
    addresses: values.address ?? [],
    ...(username === undefined ? {} : { login: { username, password } }),
  })
  terminal.print(values.json ? JSON.stringify(made) : made.id)
  if (made.sendTo !== '') terminal.note(`Have your carrier send calls to ${made.sendTo}`)
}

async function wayOut(args: string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parse(args, {
    address: { type: 'string' },
    country: { type: 'string', multiple: true },
  })
  const { address, country: countries = [] } = values
  if (address === undefined) throw new Misuse('Say where your carrier takes calls: --address HOST.')
  const { id } = await findTrunk(only(positionals, 'the trunk'), terminal)
  const changed = await terminal.foyer().trunks.change(id, { out: { address, countries } })
  terminal.print(values.json ? JSON.stringify(changed) : `${changed.name}: calls go out to ${address}`)
}

async function checkTrunk(args: string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parse(args, {})
  const { id } = await findTrunk(only(positionals, 'the trunk'), terminal)
  const check = await terminal.foyer().trunks.check(id)
  if (values.json) return terminal.print(JSON.stringify(check))
  terminal.print(check.mended.length === 0 ? 'It stands as it should.' : `Set right: ${check.mended.join(', ')}.`)
}

async function removeTrunk(args: string[], terminal: Terminal): Promise<void> {
  const { positionals } = parse(args, {})
  const { id } = await findTrunk(only(positionals, 'the trunk'), terminal)
  await terminal.foyer().trunks.remove(id)
  terminal.note('It is removed.')
}

async function add(args: string[], terminal: Terminal): Promise<void> {
  const text = { type: 'string' } as const
  const { values, positionals } = parse(args, { trunk: text, assistant: text, answers: text })
  const { trunk, assistant, answers } = values
  if (trunk === undefined) throw new Misuse('Name the --trunk it comes in by.')
  const made = await terminal.foyer().phoneNumbers.add({
    number: only(positionals, 'the number'),
    trunkId: (await findTrunk(trunk, terminal)).id,
    ...(assistant === undefined ? {} : { assistantId: assistant }),
    ...(answers === undefined ? {} : { answers: when(answers) }),
  })
  terminal.print(values.json ? JSON.stringify(made) : made.id)
}

async function answer(args: string[], terminal: Terminal): Promise<void> {
  const text = { type: 'string' } as const
  const { values, positionals } = parse(args, { when: text, reach: text, 'own-phone': text })
  const change = {
    ...(values.when === undefined ? {} : { answers: when(values.when) }),
    ...(values.reach === undefined ? {} : { reach: await whoIs(values.reach, terminal) }),
    ...(values['own-phone'] === undefined ? {} : { ownPhone: values['own-phone'] }),
  }
  if (Object.keys(change).length === 0) throw new Misuse('Say what to change: --when, --reach or --own-phone.')
  const { id } = await find(only(positionals, 'the number'), terminal)
  const changed = await terminal.foyer().phoneNumbers.change(id, change)
  terminal.print(values.json ? JSON.stringify(changed) : `${changed.number}: ${changed.answers}`)
}

async function release(args: string[], terminal: Terminal): Promise<void> {
  const flag = { type: 'boolean', default: false } as const
  const { values, positionals } = parse(args, { 'give-back': flag, leave: flag })
  if (values['give-back'] && values.leave) throw new Misuse('It is either --give-back or --leave.')
  const { id, number, carrier } = await find(only(positionals, 'the number'), terminal)
  const atCarrier = values['give-back'] ? 'give_back' : values.leave ? 'leave' : 'restore'
  await terminal.foyer().phoneNumbers.release(id, { carrier: atCarrier })
  const isSet = carrier !== 'own' && atCarrier !== 'leave'
  terminal.note(`${number} is released.${isSet ? '' : ' Let your carrier send it elsewhere.'}`)
}

async function search(args: string[], terminal: Terminal): Promise<void> {
  const text = { type: 'string' } as const
  const { values, positionals } = parse(args, { area: text, country: text, limit: text })
  if (positionals.length > 0) throw new Misuse('Name the area with --area, such as --area 505.')
  const { area, country, limit } = values
  const found = await terminal.foyer().phoneNumbers.search({
    ...(area === undefined ? {} : { areaCode: area }),
    ...(country === undefined ? {} : { country }),
    ...(limit === undefined ? {} : { limit: Number(limit) }),
  })
  if (values.json) return found.forEach((each) => terminal.print(JSON.stringify(each)))
  terminal.print(
    found.length === 0 ? 'None is for sale there.' : table(found.map(({ number, place }) => [number, place])),
  )
}

async function buy(args: string[], terminal: Terminal): Promise<void> {
  const text = { type: 'string' } as const
  const { values, positionals } = parse(args, { assistant: text, answers: text })
  const { assistant, answers } = values
  const made = await terminal.foyer().phoneNumbers.buy({
    number: only(positionals, 'the number'),
    ...(assistant === undefined ? {} : { assistantId: assistant }),
    ...(answers === undefined ? {} : { answers: when(answers) }),
  })
  terminal.print(values.json ? JSON.stringify(made) : made.id)
}

async function find(number: string, terminal: Terminal) {
  const found = (await terminal.foyer().phoneNumbers.list()).find((each) => each.number === number)
  if (found === undefined) throw new Misuse(`${number} is not one of your numbers. See foyer phone numbers.`)
  return found
}

async function findTrunk(named: string, terminal: Terminal) {
  const known = await terminal.foyer().trunks.list()
  const found = known.filter(({ id, name }) => id === named || name === named)
  if (found.length > 1) throw new Misuse(`There are ${found.length} trunks called ${named}. Name one by its id.`)
  if (found[0] === undefined) throw new Misuse(`${named} is none of your trunks. See foyer phone trunks.`)
  return found[0]
}

/** '' is nobody. */
async function whoIs(named: string, terminal: Terminal): Promise<string> {
  if (named === '') return ''
  const foyer = terminal.foyer()
  const known = [...(await foyer.ringGroups.list()), ...(await foyer.people.list())]
  const found = known.find(({ id, name }) => id === named || name === named)
  if (found === undefined) throw new Misuse(`${named} is neither a person nor a ring group. See foyer people list.`)
  return found.id
}

function when(given: string): Answers {
  if (!answering.includes(given)) throw new Misuse(`When is one of ${answering.join(', ')}.`)
  return given as Answers
}
