import { setTimeout as rest } from 'node:timers/promises'
import type { Caller } from '../../src/voice/test/caller.ts'
import type { Simulated } from './simulated.ts'
import type { Utterance } from './utterances.ts'

const SILENT = 0.01
/** Into the answer, whose sentence goes on for seconds. */
const INTO_MS = 600

export type TalkedOver = {
  /** From the first sound of the words: softer, and silent. */
  duckedMs: number
  silentMs: number
  /** From the end of a cough: as loud as before. */
  backMs: number
}

/** An answer is coughed at, and another one talked over. */
export async function talkOver(
  { caller, room }: { caller: Caller; room: string },
  utterance: Utterance,
  simulated: Simulated,
): Promise<TalkedOver> {
  const answered = async (): Promise<number> => {
    simulated.says(room, utterance)
    const asked = await caller.say(utterance.sound)
    const heard = await caller.hearsFrom(asked, 30_000)
    await rest(INTO_MS)
    return loudness(await caller.levels(heard + 200))
  }
  const before = await answered()
  simulated.says(room, { words: [] })
  const coughed = await caller.say(cough(utterance.sound.rate))
  await rest(1500)
  const back = (await caller.levels(coughed)).find(({ level }) => level > 0.8 * before)
  await caller.quietFrom(coughed, 900)

  const loud = await answered()
  simulated.says(room, utterance)
  const from = await caller.now()
  await caller.say(utterance.sound)
  // What was heard of the last words is still on its way; the next answer is not.
  await rest(400)
  const levels = await caller.levels(from)
  const [ducked, silent] = [0.6 * loud, SILENT].map((below) =>
    // Two values running: one alone may lie on the edge of a packet.
    levels.find(({ level }, n) => level < below && (levels[n + 1]?.level ?? 1) < below),
  )
  await caller.quietFrom(await caller.hearsFrom(await caller.now(), 30_000), 900)
  return { duckedMs: since(from, ducked), silentMs: since(from, silent), backMs: since(coughed, back) }
}

const since = (from: number, found: { at: number } | undefined): number => (found?.at ?? NaN) - from

const loudness = (levels: readonly { level: number }[]): number =>
  levels.reduce((sum, { level }) => sum + level, 0) / Math.max(1, levels.length)

/** A burst of noise that dies away within a fifth of a second. */
function cough(rate: number): { samples: Int16Array; rate: number } {
  const samples = Int16Array.from(
    { length: rate / 5 },
    (_, i) => (((i * 7919) % 2003) - 1001) * 14 * Math.exp((-i / rate) * 16),
  )
  return { samples, rate }
}
