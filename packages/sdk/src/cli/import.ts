import { readFile } from 'node:fs/promises'
import { only, parse, type Verb } from './command.ts'
import { takeIn } from './import/take-in.ts'
import { unzip } from './import/unzip.ts'
import { table } from './table.ts'

export const verb: Verb = {
  summary: 'take in an export of another tenant or another Foyer',
  help: `foyer import FILE.zip

Puts what the export holds into the tenant of this key: locations, playbook, look, sources with their files, questions,
facts, tools (without their secret headers), emergency contacts, origins. Best into a new tenant. Conversations stay out.

  --json    JSON`,
  async run(args, terminal) {
    const { values, positionals } = parse(args, {})
    const taken = await takeIn(terminal.foyer(), unzip(await readFile(only(positionals, 'the file'))), (line) =>
      terminal.note(line),
    )
    if (values.json) return terminal.print(JSON.stringify(taken))
    terminal.print(table(Object.entries(taken).map(([what, count]) => [what, String(count)])))
  },
}
