// The generator: one plan from its parent, one report back.

import { openLoop } from './open-loop.ts'
import type { Plan, Report, Told } from './plan.ts'
import { sendTurns } from './send-turns.ts'
import { sendVisitors } from './send-visitors.ts'

const report = (message: Report): void => void process.send?.(message)

async function carryOut(plan: Plan): Promise<Told> {
  switch (plan.kind) {
    case 'turns':
      return sendTurns(plan)
    case 'visitors':
      return sendVisitors(plan, () => report({ kind: 'connected' }))
    case 'ready':
      return openLoop(plan.perSecond * plan.seconds, 1000 / plan.perSecond, async (_at, note) => {
        const from = performance.now()
        const reply = await fetch(`${plan.apiUrl}/healthz/ready`)
        await reply.text()
        if (!reply.ok) throw new Error(`${reply.status}`)
        note('ready', performance.now() - from)
      })
    default:
      return plan satisfies never
  }
}

process.on('message', (plan: Plan) => {
  carryOut(plan).then(
    (told) => report({ kind: 'told', told }),
    (error: unknown) =>
      report({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
