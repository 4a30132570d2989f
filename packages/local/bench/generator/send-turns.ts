import { enter, say, type Visitor } from '../../src/soak/client.ts'
import { openLoop } from './open-loop.ts'
import type { Plan, Told } from './plan.ts'

/** Turns at a fixed rate, going round among visitors who are there already. */
export async function sendTurns({
  service,
  perSecond,
  seconds,
  visitors,
  questions,
}: Extract<Plan, { kind: 'turns' }>): Promise<Told> {
  const present: Visitor[] = []
  for (let at = 0; at < visitors; at++) present.push(await enter(service))
  const question = (at: number): string => questions[at % questions.length] ?? ''
  // The first words of everybody wake the conversation; they are not what is measured.
  for (const [at, visitor] of present.entries()) await say(visitor, question(at))
  return openLoop(perSecond * seconds, 1000 / perSecond, async (at, note, tier) => {
    const visitor = present[at % present.length]
    if (visitor === undefined) return
    const turn = await say(visitor, question(Math.floor(at / present.length) + at))
    const last = turn.events.at(-1)
    if (last?.type !== 'turn.answered') throw new Error(`The turn ended with ${last?.type ?? 'nothing'}.`)
    tier(String(last['tier']))
    note('accepted', turn.acceptedMs)
    note('firstWords', turn.firstWordsMs)
    note('answered', turn.answeredMs)
  })
}
