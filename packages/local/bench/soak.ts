// pnpm soak: kill -9 at random moments while a thousand visitors talk. Prints what was lost, which must be nothing.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killAgents } from '../src/soak/agent-kills.ts'
import { soak } from '../src/soak/kills.ts'
import { AREA, startTalking } from '../src/voice/test/talking.ts'
import { KEPT, stamp } from './kept.ts'
import { machine } from './machine.ts'
import { randomFrom } from './passages.ts'
import { isWell, phoneSoak, phoneSoakLines } from './phone-soak.ts'
import { ms, summarise } from './samples.ts'
import { onStage } from './stage.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '25' },
    visitors: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    database: { type: 'string', default: 'PGlite' },
    'agent-kills': { type: 'string', default: '50' },
    /** Only calls by phone, so many; and how many of them at once. */
    'phone-calls': { type: 'string' },
    'at-once': { type: 'string', default: '6' },
    /** No call is begun after so many. */
    minutes: { type: 'string', default: '13' },
  },
})
const print = (lines: readonly (readonly [string, string])[]): void =>
  void process.stdout.write(`${lines.map(([what, value]) => `${what.padEnd(36)}${value}`).join('\n')}\n`)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const database = values.database === 'PostgreSQL' ? 'PostgreSQL' : 'PGlite'
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const before = machine()
if (values['phone-calls'] !== undefined) {
  const calls = Number(values['phone-calls'])
  say(`${calls} calls by phone to two businesses, and kill -9 of agents among them (seed ${seed}) …`)
  const mostMs = Number(values.minutes) * 60_000
  const plan = { calls, atOnce: Number(values['at-once']), mostMs, random: randomFrom(seed), say }
  const seen = await onStage('PGlite', {}, (platform) => phoneSoak(platform, plan))
  print(phoneSoakLines(seen))
  for (const words of [...seen.dropped, ...seen.mixed].slice(0, 20)) say(`  ${words}`)
  if (seen.calls < calls) say(`Time was over after ${seen.calls} of ${calls} calls.`)
  process.exit(isWell(seen) && seen.calls === calls ? 0 : 1)
}
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
print(lines)
for (const words of [...seen.lost, ...seen.doubled, ...seen.unanswered].slice(0, 20)) say(`  ${words}`)
say(`kill -9 of the agent, ${values['agent-kills']} times, in the middle of calls …`)
const calls = await onStage('PGlite', {}, async (platform) => {
  const talking = await startTalking(platform)
  try {
    return await killAgents({
      platform,
      ...talking,
      call: talking.callers.call,
      question: await talking.tongue.speak(AREA.asked),
      kills: Number(values['agent-kills']),
      mostMs: 30_000 * Number(values['agent-kills']),
      random: randomFrom(seed),
      say,
    })
  } finally {
    await talking.close()
  }
})
const speaking = summarise(calls.speakingAfterMs)
print([
  ['kills of the agent', `${calls.kills}, in ${calls.calls} calls`],
  ['spoken turns acknowledged', String(calls.acknowledged)],
  ['  of them lost', `${calls.lost.length}   (goal 0)`],
  ['  of them doubled', `${calls.doubled.length}   (goal 0)`],
  ['kills after which nobody spoke', `${calls.silent}   (goal 0)`],
  [
    'calls that ended through us',
    `${calls.endedByUs.length} of ${calls.calls} ${calls.endedByUs.join(' ')}   (goal 0)`,
  ],
  ['questions never understood', String(calls.unheard)],
  ['speaking again, p50 / p95', `${ms(speaking.p50)} / ${ms(speaking.p95)}   (goal 5 s)`],
])
for (const words of [...calls.lost, ...calls.doubled].slice(0, 20)) say(`  ${words}`)
mkdirSync(KEPT, { recursive: true })
const file = join(KEPT, `soak-${stamp()}.json`)
writeFileSync(
  file,
  `${JSON.stringify({ seed, database, tookMs: Date.now() - from, before, after: machine(), ...seen, agent: calls }, null, 2)}\n`,
)
say(`Kept in ${file}`)
process.exit(
  seen.lost.length +
    seen.doubled.length +
    seen.unanswered.length +
    seen.refused.length +
    calls.lost.length +
    calls.doubled.length +
    calls.silent +
    (calls.acknowledged < calls.kills ? 1 : 0) +
    calls.endedByUs.length >
    0
    ? 1
    : 0,
)
