// pnpm bench: the numbers that Foyer promises, each beside its goal and beside a floor or peer of the same run.
// Nobody is failed for a slow machine; the numbers are printed and kept in .foyer/bench/.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { embed } from './embed.ts'
import { insights } from './insights.ts'
import { KEPT, stamp } from './kept.ts'
import { machine } from './machine.ts'
import { retrieval } from './retrieval.ts'
import type { Measurement, Row } from './row.ts'
import { site } from './site.ts'
import { start } from './start.ts'
import { tableOf } from './table.ts'
import { turns } from './turns.ts'
import { visitors } from './visitors.ts'

const ALL: readonly Measurement[] = [embed, retrieval, turns, visitors, insights, site, start]

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    short: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const wanted = values.only?.split(',') ?? ALL.map(({ name }) => name)
const unknown = wanted.filter((name) => !ALL.some((each) => each.name === name))
if (values.help || unknown.length > 0) {
  const list = ALL.map(({ name, about }) => `  ${name.padEnd(10)} ${about}`).join('\n')
  process.stdout.write(
    `${unknown.length > 0 ? `There is no measurement "${unknown.join(', ')}".\n\n` : ''}pnpm bench [--only NAME,NAME] [--short]\n\n${list}\n`,
  )
  process.exit(unknown.length > 0 ? 1 : 0)
}

const say = (line: string): void => void process.stderr.write(`${line}\n`)
const results: { name: string; rows: Row[]; failed: string; machine: ReturnType<typeof machine> }[] = []
for (const measurement of ALL.filter(({ name }) => wanted.includes(name))) {
  say(`${measurement.name}: ${measurement.about} …`)
  const before = machine()
  try {
    results.push({
      name: measurement.name,
      rows: await measurement.run({ short: values.short, say }),
      failed: '',
      machine: before,
    })
  } catch (error) {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
    say(`  It broke off: ${words}`)
    results.push({ name: measurement.name, rows: [], failed: words, machine: before })
  }
}
const here = machine()
process.stdout.write(
  `${tableOf(results.flatMap(({ rows }) => rows))}\n\n${here.cpus} × ${here.cpu}, load ${here.load} at the end.\n`,
)
mkdirSync(KEPT, { recursive: true })
const file = join(KEPT, `${stamp()}${values.short ? '-short' : ''}.json`)
writeFileSync(file, `${JSON.stringify({ short: values.short, results }, null, 2)}\n`)
say(`Kept in ${file}`)
process.exit(results.some(({ failed }) => failed !== '') ? 1 : 0)
