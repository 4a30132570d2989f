import { openBusiness, QUESTIONS } from '../src/soak/business.ts'
import { generate } from './generator/generate.ts'
import { workerdBytes } from './machine.ts'
import { against, type Measurement } from './row.ts'
import { megabytes, pair, summarise } from './samples.ts'
import { onStage } from './stage.ts'

/** A crowd: everybody follows live, and everybody asks. */
export const visitors: Measurement = {
  name: 'visitors',
  about: '1,000 visitors connected, each asks once, arrivals over 10 s',
  run: ({ short, say }) =>
    onStage('PGlite', {}, async (platform) => {
      const count = short ? 200 : 1000
      const arriveOverMs = short ? 2000 : 10_000
      const service = await openBusiness(platform, 'bench')
      const plan = { kind: 'visitors', service, questions: QUESTIONS } as const
      await generate({ ...plan, visitors: 10, arriveOverMs: 500 })
      const idleBytes = workerdBytes()
      let connectedBytes = NaN
      let mostBytes = 0
      const watch = setInterval(() => (mostBytes = Math.max(mostBytes, workerdBytes())), 1000)
      const told = await generate({ ...plan, visitors: count, arriveOverMs }, () => (connectedBytes = workerdBytes()))
      clearInterval(watch)
      const peer = await generate({
        kind: 'ready',
        apiUrl: platform.apiUrl,
        perSecond: (count / arriveOverMs) * 1000,
        seconds: arriveOverMs / 1000,
      })
      const answered = summarise(told.samples['answered'] ?? [])
      const connected = summarise(told.samples['connected'] ?? [])
      const floor = summarise(peer.samples['ready'] ?? [])
      const errors = told.errors.length
      if (errors > 0) say(`  ${[...new Set(told.errors)].slice(0, 5).join('\n  ')}`)
      return [
        {
          what: `${count} visitors, one question each: p50 / p95`,
          value: `${pair(answered)}, ${errors} errors`,
          goal: '0 errors, p95 ≤ 2 s',
          met: errors > 0 ? 'no' : against(answered.p95, 2000),
          beside: `as many /healthz/ready: ${pair(floor)}, ${peer.errors.length} errors`,
          numbers: { ...answered, errors, floorP50: floor.p50, floorP95: floor.p95 },
        },
        {
          what: '  coming in and opening the live connection',
          value: pair(connected),
          goal: '',
          met: 'no goal',
          beside: '5 requests, 16 at once',
          numbers: { ...connected },
        },
        {
          what: '  memory of workerd at the most',
          value: megabytes(mostBytes),
          goal: '',
          met: 'no goal',
          beside: `before anybody came ${megabytes(idleBytes)}, all connected ${megabytes(connectedBytes)}`,
          numbers: { mostBytes, idleBytes, connectedBytes },
        },
        {
          what: '  processor time of the generator itself',
          value: `${Math.round((told.cpuMs / told.wallMs) * 100)} % of one core`,
          goal: '',
          met: 'no goal',
          beside: `for the floor ${Math.round((peer.cpuMs / peer.wallMs) * 100)} %`,
          numbers: { cpuMs: told.cpuMs, wallMs: told.wallMs },
        },
      ]
    }),
}
