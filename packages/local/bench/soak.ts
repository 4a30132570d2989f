// pnpm soak: kill -9 at random moments while a thousand visitors talk. Prints what was lost, which must be nothing.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../src/launcher/places.ts'
import { soak } from '../src/soak/kills.ts'
import { machine } from './machine.ts'
import { randomFrom } from './passages.ts'
import { ms, summarise } from './samples.ts'
import { onStage } from './stage.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '25' },
    visitors: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    database: { type: 'string', default: 'PGlite' },
  },
})
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const database = values.database === 'PostgreSQL' ? 'PostgreSQL' : 'PGlite'
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const before = machine()
say(
  `kill -9 of the worker and of the database, ${values.kills} times each, under ${values.visitors} visitors (seed ${seed}, ${database}) …`,
)

const from = Date.now()
const seen = await onStage(database, { delayMs: 30 }, (platform) =>
  soak(platform, {
    kills: Number(values.kills),
    visitors: Number(values.visitors),
    atOnce: 16,
    mostMs: 360_000,
    random: randomFrom(seed),
    say,
  }),
)
const away = summarise(seen.awayMs)
const lines = [
  ['kills (worker, database)', `${seen.kills.worker}, ${seen.kills.database}`],
  ['visitors', String(seen.visitors)],
  ['messages acknowledged', String(seen.acknowledged)],
  ['  of them lost', `${seen.lost.length}   (goal 0)`],
  ['  of them doubled', `${seen.doubled.length}   (goal 0)`],
  ['  of them never answered', `${seen.unanswered.length}   (goal 0)`],
  ['messages never acknowledged', `${seen.refused.length}   (goal 0)`],
  ['messages that needed a second try', String(seen.retried)],
  ['turns said to have failed', String(seen.failed)],
  ['away after a kill, p50 / p95', `${ms(away.p50)} / ${ms(away.p95)}`],
] as const
process.stdout.write(`${lines.map(([what, value]) => `${what.padEnd(36)}${value}`).join('\n')}\n`)
for (const words of [...seen.lost, ...seen.doubled, ...seen.unanswered].slice(0, 20)) say(`  ${words}`)
const folder = join(ROOT, '.foyer/bench')
mkdirSync(folder, { recursive: true })
const file = join(folder, `soak-${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.json`)
writeFileSync(
  file,
  `${JSON.stringify({ seed, database, tookMs: Date.now() - from, before, after: machine(), ...seen }, null, 2)}\n`,
)
say(`Kept in ${file}`)
process.exit(seen.lost.length + seen.doubled.length + seen.unanswered.length + seen.refused.length > 0 ? 1 : 0)
