import { openBusiness, QUESTIONS } from '../src/soak/business.ts'
import { generate } from './generator/generate.ts'
import { processorMs } from './machine.ts'
import { roundTrips } from './round-trips.ts'
import { against, type Measurement, type Row, type Settings } from './row.ts'
import { ms, pair, summarise } from './samples.ts'
import { type DatabaseKind, onStage } from './stage.ts'

const PER_SECOND = 20
const DATABASES: readonly DatabaseKind[] = ['PGlite', 'PostgreSQL']
const GOALS: Record<number, number> = { 0: 20, 30: 110 }

/** A turn that a rule or a scenario answers, from the request to the stored reply. */
export const turns: Measurement = {
  name: 'turns',
  about: `a turn of tier 1 or 2 at ${PER_SECOND} a second, open loop`,
  async run(settings) {
    const rows: Row[] = []
    for (const database of DATABASES)
      for (const delayMs of [0, 30]) rows.push(...(await measure(database, delayMs, settings)))
    return rows
  },
}

const measure = (database: DatabaseKind, delayMs: number, { short, say }: Settings): Promise<Row[]> =>
  onStage(database, { delayMs }, async (platform) => {
    const service = await openBusiness(platform, 'bench')
    const seconds = short ? 4 : 20
    const plan = { kind: 'turns', service, perSecond: PER_SECOND, visitors: 40, questions: QUESTIONS } as const
    await generate({ ...plan, seconds: 3 })
    const before = await roundTrips(platform)
    const cpuBefore = processorMs()
    const told = await generate({ ...plan, seconds })
    const sent = PER_SECOND * seconds + plan.visitors
    // Every visitor is let in with three (key, visitor, tokens) and begins with two (assistant, conversation); the rest is turns.
    const aTurn = ((await roundTrips(platform)) - before - plan.visitors * 5) / sent
    const cpuAfter = processorMs()
    const cpu = {
      worker: (cpuAfter.worker - cpuBefore.worker) / sent,
      database: (cpuAfter.database - cpuBefore.database) / sent,
    }
    const floor = summarise(
      (await generate({ kind: 'ready', apiUrl: platform.apiUrl, perSecond: PER_SECOND, seconds })).samples['ready'] ??
        [],
    )
    const answered = summarise(told.samples['answered'] ?? [])
    const first = summarise(told.samples['accepted'] ?? [])
    const goal = GOALS[delayMs] ?? NaN
    say(
      `  ${database}, ${delayMs} ms: ${pair(answered)}; tiers ${JSON.stringify(told.tiers)}; ${told.errors.length} errors ${told.errors[0] ?? ''}`,
    )
    return [
      {
        what: `turn, ${database}, ${delayMs} ms a round trip: p50 / p95`,
        value: pair(answered),
        goal: `p95 ≤ ${goal} ms`,
        met: told.errors.length > 0 ? 'no' : against(answered.p95, goal),
        beside: `one round trip (/healthz/ready): ${pair(floor)}`,
        numbers: {
          delayMs,
          ...answered,
          errors: told.errors.length,
          acceptedP50: first.p50,
          acceptedP95: first.p95,
          floorP50: floor.p50,
          floorP95: floor.p95,
          generatorCpuMs: told.cpuMs,
          wallMs: told.wallMs,
          ...prefixed('tier', told.tiers),
        },
      },
      {
        what: `  round trips to the database a turn (${database})`,
        value: aTurn.toFixed(2),
        goal: '≤ 3',
        met: against(aTurn, 3),
        beside: `acknowledged after ${ms(first.p50)} / ${ms(first.p95)}`,
        numbers: { roundTrips: aTurn },
      },
      {
        what: '  processor time a turn: worker, database',
        value: `${ms(cpu.worker)}, ${ms(cpu.database)}`,
        goal: '',
        met: 'no goal',
        beside: 'letting the visitors in included',
        numbers: { workerMs: cpu.worker, databaseMs: cpu.database },
      },
    ]
  })

const prefixed = (name: string, counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).map(([key, count]) => [`${name}.${key}`, count]))
