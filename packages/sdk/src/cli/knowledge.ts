import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import type { Admin, Source } from '../admin.ts'
import { Misuse, parse, type Terminal, type Verb } from './command.ts'
import { table } from './table.ts'

export const verb: Verb = {
  summary: 'teach it a site, files or text; list what it was taught',
  help: `foyer knowledge add URL|FILE…     teach a web site, or files (PDF, DOCX, Markdown, HTML, text, CSV of questions)
foyer knowledge add --text TEXT   teach a text; "-" reads it from standard input
foyer knowledge list              what was taught, and how reading it went

  --title TITLE   of the text (default: its first words)
  --no-wait       return at once; reading goes on
  --json          JSON, one source a line

Exit code 1 when something could not be read.`,
  async run(args, terminal) {
    const [action, ...rest] = args
    if (action === 'add') return add(rest, terminal)
    if (action === 'list') return list(rest, terminal)
    throw new Misuse('Say what to do: foyer knowledge add, or foyer knowledge list.')
  },
}

async function add(args: string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parse(args, {
    text: { type: 'string' },
    title: { type: 'string' },
    wait: { type: 'boolean', default: true },
  })
  if (values.text === undefined && positionals.length === 0)
    throw new Misuse('Name a web site, one or more files, or give --text.')
  const foyer = terminal.foyer()
  const sources: Source[] = []
  for (const subject of positionals) sources.push(await teach(foyer, subject))
  if (values.text !== undefined) {
    const text = values.text === '-' ? await terminal.stdin() : values.text
    sources.push(await foyer.sources.addText({ title: values.title ?? text.trim().slice(0, 60), text }))
  }
  for (const source of sources) {
    if (values.wait) terminal.note(`Reading ${source.name} …`)
    const read = values.wait ? await foyer.sources.waitForRead(source.id) : source
    terminal.print(values.json ? JSON.stringify(read) : line(read).join('  '))
  }
}

async function teach(foyer: Admin, subject: string): Promise<Source> {
  if (/^https?:\/\//.test(subject)) return foyer.sources.addSite(subject)
  return foyer.sources.upload({ name: basename(subject), data: await openAsBlob(subject) })
}

async function list(args: string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parse(args, {})
  if (positionals.length > 0) throw new Misuse('foyer knowledge list takes nothing more.')
  const sources = await terminal.foyer().sources.list().toArray()
  if (values.json) return sources.forEach((source) => terminal.print(JSON.stringify(source)))
  terminal.print(
    sources.length === 0 ? 'Nothing was taught yet. See foyer knowledge --help.' : table(sources.map(line)),
  )
}

function line({ id, kind, name, state, note, lastRead }: Source): string[] {
  const counted =
    lastRead === null || lastRead.counters.read + lastRead.counters.unchanged < 2
      ? ''
      : ` (${lastRead.counters.read + lastRead.counters.unchanged} pages)`
  const said = lastRead?.note || note
  return [id, kind, `${state}${counted}`, `${name}${said === '' ? '' : ` — ${said}`}`]
}
