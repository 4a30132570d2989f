import { Misuse, parse, type Terminal, type Verb } from './command.ts'
import { table } from './table.ts'

export const verb: Verb = {
  summary: 'make and list tenants',
  help: `foyer-admin tenants create --slug SLUG --name NAME --country CC --time-zone ZONE
foyer-admin tenants list

  --slug SLUG         unique: 3 to 50 of a–z, 0–9 and "-"
  --name NAME         of the business
  --country CC        ISO 3166-1, such as US: emergency numbers depend on it
  --time-zone ZONE    IANA, such as America/Denver: opening hours depend on it
  --assistant NAME    how the receptionist is called (default: Front desk)
  --location NAME     (default: the name of the business)
  --origin ORIGIN     a web origin that may use its keys, such as https://example.com; may be repeated
  --notify EMAIL      where messages of visitors go
  --live              live keys instead of test keys
  --json              JSON

Its two keys are printed this once and stored nowhere.`,
  async run([action = '', ...rest], terminal) {
    if (action === 'create') return create(rest, terminal)
    if (action === 'list') return list(rest, terminal)
    throw new Misuse('Say what to do: foyer-admin tenants create, or foyer-admin tenants list.')
  },
}

async function create(args: string[], terminal: Terminal): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parse(args, {
    slug: text,
    name: text,
    country: text,
    'time-zone': text,
    location: text,
    notify: text,
    assistant: { type: 'string', default: 'Front desk' },
    origin: { type: 'string', multiple: true },
    live: { type: 'boolean', default: false },
  })
  const { slug, name, country, 'time-zone': timeZone } = values
  if (slug === undefined || name === undefined || country === undefined || timeZone === undefined) {
    throw new Misuse('A tenant needs --slug, --name, --country and --time-zone.')
  }
  const made = await terminal.foyer().tenants.create({
    slug,
    name,
    country,
    mode: values.live ? 'live' : 'test',
    location: { name: values.location ?? name, timeZone },
    assistant: { name: values.assistant },
    origins: values.origin ?? [],
    ...(values.notify === undefined ? {} : { notifyEmail: values.notify }),
  })
  if (values.json) return terminal.print(JSON.stringify(made))
  terminal.print(
    table([
      ['tenant', made.tenant.id],
      ['assistant', made.assistantId],
      ['publishable key', made.publishableKey.key],
      ['secret key', made.secretKey.key],
    ]),
  )
  terminal.note('The keys are shown this once.')
}

async function list(args: string[], terminal: Terminal): Promise<void> {
  const { values } = parse(args, {})
  const tenants = await terminal.foyer().tenants.list({ limit: 200 }).toArray()
  if (values.json) return tenants.forEach((tenant) => terminal.print(JSON.stringify(tenant)))
  terminal.print(
    tenants.length === 0
      ? 'There is no tenant yet.'
      : table(tenants.map(({ id, slug, country, mode, name }) => [id, slug, country, mode, name])),
  )
}
