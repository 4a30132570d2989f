import { readFile } from 'node:fs/promises'
import type { Admin } from '../admin.ts'
import { doing, Misuse, only, parse, type Terminal, type Verb } from './command.ts'

export const verb: Verb = {
  summary: 'get, put and publish an assistant’s playbook',
  help: `foyer playbook get                  prints the draft as YAML (with --json: draft and revision)
foyer playbook put FILE             makes this YAML the draft; "-" reads standard input
foyer playbook publish              makes the draft the next version, which answers from now on

  --assistant ID   another assistant than the first
  --revision N     put: only when the draft is still at this revision
  --note TEXT      publish: what changed
  --json           JSON`,
  run: doing({ get, put, publish }, 'Say what to do: foyer playbook get, put or publish.'),
}

const text = { type: 'string' } as const

async function get(args: string[], terminal: Terminal): Promise<void> {
  const { values } = parse(args, { assistant: text })
  const foyer = terminal.foyer()
  const id = await assistant(foyer, values.assistant)
  terminal.print(
    values.json ? JSON.stringify(await foyer.playbook.get(id)) : (await foyer.playbook.getYaml(id)).trimEnd(),
  )
}

async function put(args: string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parse(args, { assistant: text, revision: text })
  const file = only(positionals, 'the YAML file')
  if (values.revision !== undefined && !/^\d+$/.test(values.revision))
    throw new Misuse('--revision is a whole number, as foyer playbook get --json shows it.')
  const yaml = file === '-' ? await terminal.stdin() : await readFile(file, 'utf8')
  const foyer = terminal.foyer()
  const id = await assistant(foyer, values.assistant)
  const revision = values.revision === undefined ? (await foyer.playbook.get(id)).revision : Number(values.revision)
  const draft = await foyer.playbook.putYaml(id, yaml, { revision })
  terminal.print(
    values.json
      ? JSON.stringify(draft)
      : `The draft is at revision ${draft.revision}. foyer playbook publish makes it answer.`,
  )
}

async function publish(args: string[], terminal: Terminal): Promise<void> {
  const { values } = parse(args, { assistant: text, note: text })
  const foyer = terminal.foyer()
  const made = await foyer.playbook.publish(
    await assistant(foyer, values.assistant),
    values.note === undefined ? {} : { note: values.note },
  )
  if (values.json) return terminal.print(JSON.stringify(made))
  terminal.print(`Version ${made.number} answers from now on.`)
  for (const { severity, path, message } of made.findings) terminal.note(`${severity}: ${path}: ${message}`)
}

async function assistant(foyer: Admin, wanted: string | undefined): Promise<string> {
  if (wanted !== undefined) return wanted
  const [first] = await foyer.assistants.list({ limit: 1 }).toArray(1)
  if (first === undefined) throw new Error('This tenant has no assistant yet.')
  return first.id
}
