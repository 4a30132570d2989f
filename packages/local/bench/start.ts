import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { against, type Measurement, type Row } from './row.ts'
import { seconds } from './samples.ts'
import { cloneTo, type Phases, startAndAsk } from './start-and-ask.ts'

/** What a person waits who has git, npm and Node, and nothing else. */
export const start: Measurement = {
  name: 'start',
  about: 'clone → first answer, with empty package caches; then a second start',
  async run({ say }) {
    const folder = await mkdtemp(join(tmpdir(), 'foyer-bench-'))
    try {
      const cloneMs = await cloneTo(join(folder, 'foyer'))
      const first = await startAndAsk(folder, say)
      const second = await startAndAsk(folder, say)
      return [
        row(
          'clone → first answer, cold',
          { 'git clone': cloneMs, ...first },
          30_000,
          'a bare skeleton took 18 s; 60 s is the wall',
        ),
        row('second start → first answer, warm', second, 5000, ''),
      ]
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

function row(what: string, phases: Phases, most: number, beside: string): Row {
  const whole = Object.values(phases).reduce((sum, each) => sum + each, 0)
  const told = Object.entries(phases)
    .map(([name, ms]) => `${name} ${seconds(ms)}`)
    .join(', ')
  return {
    what,
    value: seconds(whole),
    goal: `≤ ${most / 1000} s`,
    met: against(whole, most),
    beside: [told, beside].filter(Boolean).join('; '),
    numbers: { whole, ...phases },
  }
}
