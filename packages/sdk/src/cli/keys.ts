import type { Key, KeyWithSecret } from '../admin.ts'
import { doing, Misuse, only, parse, type Terminal, type Verb } from './command.ts'
import { table } from './table.ts'

export const verb: Verb = {
  summary: 'list, create, rotate and revoke keys',
  help: `foyer keys list
foyer keys create --name NAME --kind publishable|secret [--mode test|live] [--assistant ID]
foyer keys rotate KEY_ID [--overlap HOURS]    makes its successor; the old one works 24 hours more by default
foyer keys revoke KEY_ID                      ends it at once

  --json    JSON, one key a line

A new key is printed this once and stored nowhere: put it where it belongs right away.`,
  run: doing({ list, create, rotate, revoke }, 'Say what to do: foyer keys list, create, rotate or revoke.'),
}

async function list(args: string[], terminal: Terminal): Promise<void> {
  const { values } = parse(args, {})
  const keys = await terminal.foyer().keys.list().toArray()
  if (values.json) return keys.forEach((key) => terminal.print(JSON.stringify(key)))
  terminal.print(
    table(keys.map((key) => [key.id, `${key.prefix}…`, stateOf(key), `used ${key.lastUsedAt ?? 'never'}`, key.name])),
  )
}

async function create(args: string[], terminal: Terminal): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parse(args, { name: text, kind: text, mode: { type: 'string', default: 'test' }, assistant: text })
  const { name, kind, mode, assistant } = values
  if (name === undefined) throw new Misuse('Give the key a --name, to tell it from others.')
  if (kind !== 'publishable' && kind !== 'secret')
    throw new Misuse('--kind is publishable (for web pages) or secret (for servers).')
  if (mode !== 'test' && mode !== 'live') throw new Misuse('--mode is test or live.')
  const made = await terminal
    .foyer()
    .keys.create({ name, kind, mode, ...(assistant === undefined ? {} : { assistantId: assistant }) })
  printNew(made, values.json, terminal)
}

async function rotate(args: string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parse(args, { overlap: { type: 'string' } })
  const hours = values.overlap === undefined ? undefined : Number(values.overlap)
  if (hours !== undefined && !(hours >= 0 && hours <= 720))
    throw new Misuse('--overlap is a number of hours, 0 to 720.')
  const made = await terminal
    .foyer()
    .keys.rotate(
      only(positionals, 'the id of the key'),
      hours === undefined ? {} : { overlapMs: Math.round(hours * 3_600_000) },
    )
  printNew(made, values.json, terminal)
}

async function revoke(args: string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parse(args, {})
  const key = await terminal.foyer().keys.revoke(only(positionals, 'the id of the key'))
  terminal.print(values.json ? JSON.stringify(key) : `${key.id} (${key.name}) is revoked.`)
}

function printNew(made: KeyWithSecret, json: boolean, terminal: Terminal): void {
  terminal.print(json ? JSON.stringify(made) : made.key)
  terminal.note(`${made.id}: shown this once.`)
}

function stateOf({ revokedAt, expiresAt }: Key): string {
  if (revokedAt !== null) return 'revoked'
  return expiresAt === null ? 'good' : `good until ${expiresAt}`
}
