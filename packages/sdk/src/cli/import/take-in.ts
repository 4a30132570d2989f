import type { Admin, NewSource, NewTool } from '../../admin.ts'
import type { FactChange, NewLook, Playbook } from '../../generated/types.gen.ts'

// Rows are another Foyer's: their shape is that of version 1, and what does not fit is refused by the service itself.
// oxlint-disable-next-line typescript/no-explicit-any
type Row = Record<string, any>

/** What came in, by kind. */
export type TakenIn = Record<'locations' | 'sources' | 'files' | 'questions' | 'facts' | 'tools' | 'contacts', number>

/**
 * Takes an export into the tenant of this key, which should be new: its first location and assistant become the exported
 * ones. What was taught is read again here; conversations are a record and stay out.
 */
export async function takeIn(foyer: Admin, files: Map<string, Buffer>, note: (line: string) => void): Promise<TakenIn> {
  const manifest = JSON.parse(files.get('manifest.json')?.toString('utf8') ?? '{}') as Row
  if (manifest['format'] !== 'foyer-export' || manifest['version'] !== 1)
    throw new Error('This is no export of Foyer, or one of a version that is not known here.')
  const rows = (name: string): Row[] =>
    (files.get(`${name}.jsonl`)?.toString('utf8') ?? '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Row)
  const isKept = (row: Row) => row['removed_at'] == null

  const places = await takeLocations(foyer, rows('locations'))
  await foyer.origins.set([
    ...new Set([...(await foyer.origins.list()), ...rows('origins').map(({ origin }) => origin)]),
  ])
  const sources = rows('sources').filter(isKept)
  const reading: string[] = []
  for (const { id, kind, name, config } of sources) {
    const upload = files.get(`files/${id}`)
    if (kind === 'file' && upload !== undefined) {
      const data = new Uint8Array(upload)
      reading.push((await foyer.sources.upload({ name, data, type: config.contentType })).id)
    } else if (isWhole(config)) reading.push((await add(foyer, config)).id)
  }
  const typed = new Set(sources.filter(({ config }) => isWhole(config)).map(({ id }) => id))
  const questions = rows('questions').filter((row) => !typed.has(row['source_id']))
  for (const { phrasings, answer, lang } of questions)
    await foyer.questions.add({ phrasings, answer, ...(lang ? { lang } : {}) })
  for (const id of reading) {
    note(`reading ${id} …`)
    await foyer.sources.waitForRead(id).catch((error: unknown) => note(`  ${String(error)}`))
  }
  const facts = rows('facts').filter(({ state, to_revision: to }) => state === 'confirmed' && to === null)
  const known = facts.flatMap(({ kind, value, location_id: at }) => {
    const locationId = places.get(at)
    return locationId === undefined ? [] : [{ locationId, kind, value }]
  })
  if (known.length > 0) await foyer.facts.change({ add: known as NonNullable<FactChange['add']> })
  const tools = rows('tools').filter(isKept)
  for (const tool of tools) await foyer.tools.create(toolOf(tool))
  const contacts = rows('emergency_contacts').toSorted((a, b) => a['position'] - b['position'])
  if (contacts.length > 0) {
    const { revision } = await foyer.onboarding.get()
    await foyer.onboarding.change(
      { contacts: contacts.map(({ name, phone, email }) => ({ name, phone, email })) },
      revision,
    )
  }
  await takePlaybook(foyer, rows('assistants')[0])
  const uploads = sources.filter(({ id }) => files.has(`files/${id}`)).length
  return {
    ...{ locations: places.size, sources: reading.length, files: uploads, questions: questions.length },
    ...{ facts: known.length, tools: tools.length, contacts: contacts.length },
  }
}

/** Holds all it was made of; the questions that were kept one by one stand in a table of their own. */
const isWhole = (config: Row): boolean =>
  config['kind'] === 'site' ||
  config['kind'] === 'text' ||
  (config['kind'] === 'questions' && config['pairs']?.length > 0)

/** Old id to new: the first takes the place of the tenant's own first one. */
async function takeLocations(foyer: Admin, rows: readonly Row[]): Promise<Map<string, string>> {
  const [own] = await foyer.tenant.locations()
  const places = new Map<string, string>()
  for (const [index, { id, name, time_zone: timeZone, country }] of rows.entries()) {
    const place = { name, timeZone, country }
    const made =
      index === 0 && own !== undefined
        ? await foyer.tenant.changeLocation(own.id, place)
        : await foyer.tenant.addLocation(place)
    places.set(id, made.id)
  }
  return places
}

async function add(foyer: Admin, config: NewSource) {
  const { kind: _, ...rest } = config
  switch (config.kind) {
    case 'site':
      return foyer.sources.addSite(config.url, rest as Parameters<Admin['sources']['addSite']>[1])
    case 'text':
      return foyer.sources.addText(rest as Parameters<Admin['sources']['addText']>[0])
    case 'questions':
      return foyer.sources.addQuestions(rest as Parameters<Admin['sources']['addQuestions']>[0])
    default:
      return config satisfies never
  }
}

/** Its secret header stayed behind: it is set again by hand. */
const toolOf = (row: Row): NewTool =>
  ({
    ...{ name: row['name'], description: row['description'], method: row['method'], url: row['url'] },
    ...{ confirm: row['confirm'], arguments: row['arguments'], ask: row['ask'], say: row['say'] },
    ...{ example: row['example'], timeoutMs: row['timeout_ms'] },
  }) as NewTool

async function takePlaybook(foyer: Admin, exported: Row | undefined): Promise<void> {
  const [assistant] = await foyer.assistants.list().toArray(1)
  if (exported === undefined || assistant === undefined) return
  if (Object.keys(exported['look'] ?? {}).length > 0) {
    const { revision, ...before } = await foyer.assistants.look(assistant.id)
    await foyer.assistants.putLook(assistant.id, { ...before, ...(exported['look'] as NewLook) }, { revision })
  }
  if (!(exported['draft_revision'] > 0)) return
  const { revision } = await foyer.playbook.get(assistant.id)
  await foyer.playbook.put(assistant.id, exported['draft'] as NonNullable<Playbook>, { revision })
  if (exported['published_version_id'] !== null) await foyer.playbook.publish(assistant.id, { note: 'taken in' })
}
