import { enter, follow, say, type Visitor } from '../../src/soak/client.ts'
import { openLoop, wordsOf } from './open-loop.ts'
import type { Plan, Told } from './plan.ts'

const AT_ONCE = 16

/** Everybody comes in and opens a live connection; then each asks once. Whoever is not told live what they asked is an error. */
export async function sendVisitors(plan: Extract<Plan, { kind: 'visitors' }>, onConnected: () => void): Promise<Told> {
  const { service, visitors, arriveOverMs, questions } = plan
  const connecting: string[] = []
  const entries: number[] = []
  const present: { visitor: Visitor; socket: WebSocket; heard: Set<string> }[] = []
  let next = 0
  const queue = Array.from({ length: AT_ONCE }, async () => {
    while (next++ < visitors) {
      const from = performance.now()
      try {
        const visitor = await enter(service)
        const heard = new Set<string>()
        const socket = await follow(visitor, (event) => heard.add(`${event.type} ${event.turnId ?? ''}`))
        present.push({ visitor, socket, heard })
        entries.push(performance.now() - from)
      } catch (error) {
        connecting.push(`connecting: ${wordsOf(error)}`)
      }
    }
  })
  await Promise.all(queue)
  onConnected()
  const told = await openLoop(present.length, arriveOverMs / visitors, async (at, note, tier) => {
    const one = present[at]
    if (one === undefined) return
    const turn = await say(one.visitor, questions[at % questions.length] ?? '')
    const last = turn.events.at(-1)
    if (last?.type !== 'turn.answered') throw new Error(`The turn ended with ${last?.type ?? 'nothing'}.`)
    tier(String(last['tier']))
    note('accepted', turn.acceptedMs)
    note('answered', turn.answeredMs)
    const live = `turn.answered ${last.turnId ?? ''}`
    for (let tries = 0; !one.heard.has(live) && tries < 100; tries++)
      await new Promise((resolve) => setTimeout(resolve, 50))
    if (!one.heard.has(live)) throw new Error('The live connection did not tell the answer within 5 s.')
  })
  for (const { socket } of present) socket.close()
  return { ...told, samples: { ...told.samples, connected: entries }, errors: [...connecting, ...told.errors] }
}
