import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { createAdmin } from '@foyer/sdk/admin'
import type { Platform } from '../src/launcher/platform.ts'
import { type Desk, openDesk } from '../src/phone/desk.ts'
import { Simulator } from '../src/phone/simulated.ts'
import { type Called, type PhoneSoak, soakPhones } from '../src/soak/phone-calls.ts'
import { startVoice } from '../src/voice/voice.ts'
import { openTestSpeech } from '../src/voice/test/test-speech.ts'
import { KEPT, stamp } from './kept.ts'
import { against } from './row.ts'
import { pair, summarise } from './samples.ts'

const ASKED = 'Do you come to Rio Rancho?'
/** As the trunk is set at a gateway. */
const RINGING_MS = 8000

export type PhoneSoakPlan = {
  calls: number
  atOnce: number
  mostMs: number
  random: () => number
  say: (line: string) => void
}

/** Two businesses, called at once; agents are killed at random. */
export async function phoneSoak(platform: Platform, { random, ...plan }: PhoneSoakPlan): Promise<PhoneSoak> {
  const undo: (() => unknown)[] = []
  try {
    const { apiUrl, operatorKey, voice: settings, dataDir } = platform
    const { speech, tongue, vars, close } = await openTestSpeech(dataDir)
    undo.push(close)
    // A grammar has to guess now and then; what is measured is everything but it.
    speech.injected.words = ASKED
    const voice = startVoice({ platform, speech: vars, agents: 2, progress: () => undefined })
    undo.push(() => voice.stop())
    const outcome = await voice.ready
    if (outcome.kind === 'off') throw new Error(`Voice is off: ${outcome.why}`)
    const simulator = new Simulator(settings)
    undo.push(() => simulator.close())
    const operator = createAdmin({ baseUrl: apiUrl, key: operatorKey, timeoutMs: 60_000 })
    const called = async (says: string): Promise<Called> => {
      const { foyer, number, trunkId }: Desk = await openDesk(operator, apiUrl, { mode: 'test', says })
      const { gatewayId } = await foyer.trunks.change(trunkId, { out: { address: 'sip.carrier.example' } })
      const line = { dialled: number, trunkId: gatewayId, ringingMs: RINGING_MS }
      return { foyer, says, dial: (from) => simulator.dial({ from, ...line }), rung: (who) => simulator.beRung(who) }
    }
    const seen = await soakPhones({
      called: [await called('Yes, every Monday.'), await called('No, it is too far for us.')],
      question: (await tongue.speak(ASKED)).samples,
      ...{ ...plan, random, kills: Infinity, patienceMs: 25_000 },
      kill: () => voice.kill(random() < 0.5 ? 'agent' : 'second-agent'),
    })
    if (!isWell(seen)) await keepLogs(dataDir, plan.say)
    return seen
  } finally {
    for (const each of undo.toReversed()) await each()
  }
}

/** What the parts said while a caller was dropped: the folder of the platform goes with it. */
async function keepLogs(dataDir: string, say: (line: string) => void): Promise<void> {
  const folder = join(KEPT, `phone-soak-${stamp()}`)
  await cp(join(dataDir, 'log'), folder, { recursive: true })
  say(`What every part said is kept in ${folder}`)
}

/** A call that rang while its agent was killed is the carrier's; more than a few of them are nobody's doing but ours. */
export const isWell = ({ calls, passedOn, dropped, mixed }: PhoneSoak): boolean =>
  dropped.length + mixed.length === 0 && passedOn <= calls / 20

export function phoneSoakLines(seen: PhoneSoak): (readonly [string, string])[] {
  const greeted = summarise(seen.greetedMs)
  const told = summarise(seen.toldMs)
  return [
    ['calls by phone, kills of an agent', `${seen.calls}, ${seen.kills}`],
    ['  dropped by us', `${seen.dropped.length}   (goal 0)`],
    ['  passed on to the carrier', `${seen.passedOn}   (goal ≤ 5 %)`],
    ['  with a fact of the other business', `${seen.mixed.length}   (goal 0)`],
    ['  questions put again', String(seen.askedAgain)],
    ['ring → first sound, p50 / p95', `${pair(greeted)}   (goal 2 s: ${against(greeted.p95, 2000)})`],
    ['end of question → first sound', pair(summarise(seen.answeredMs))],
    ['busy → told so, p50 / p95', `${pair(told)}   (goal 3 s: ${against(told.p95, 3000)})`],
  ]
}
