import { setTimeout as rest } from 'node:timers/promises'
import type { Caller } from '../../src/voice/test/caller.ts'
import type { Simulated } from './simulated.ts'
import type { Utterance } from './utterances.ts'

const SILENT = 0.01
/** Into the answer, whose sentence goes on for seconds. */
const INTO_MS = 600
/** A sound of a voice that is no word: a grunt, as short as a cough. */
const GRUNT_MS = 200

export type TalkedOver = {
  /** From the first sound of the words: softer, and silent. */
  duckedMs: number
  silentMs: number
  /** From the end of a grunt: as loud as before; missing when it never grew softer. */
  backMs: number
}

/** An answer is grunted at, and another one talked over. */
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
  const grunt = {
    ...utterance.sound,
    samples: utterance.sound.samples.slice(0, (GRUNT_MS / 1000) * utterance.sound.rate),
  }
  const grunted = await caller.say(grunt)
  await rest(1500)
  const soft = (await caller.levels(grunted - GRUNT_MS)).findLast(({ level }) => level < 0.8 * before)
  await caller.quietFrom(grunted, 900)

  const loud = await answered()
  simulated.says(room, utterance)
  const from = (await caller.say(utterance.sound)) - utterance.lengthMs
  // What was heard of the last words is still on its way; the next answer is not.
  await rest(400)
  const levels = await caller.levels(from)
  const [ducked, silent] = [0.6 * loud, SILENT].map((below) =>
    // Two values running: one alone may lie on the edge of a packet.
    levels.find(({ level }, n) => level < below && (levels[n + 1]?.level ?? 1) < below),
  )
  await caller.quietFrom(await caller.hearsFrom(await caller.now(), 30_000), 900)
  return { duckedMs: since(from, ducked), silentMs: since(from, silent), backMs: Math.max(0, since(grunted, soft)) }
}

const since = (from: number, found: { at: number } | undefined): number => (found?.at ?? NaN) - from

const loudness = (levels: readonly { level: number }[]): number =>
  levels.reduce((sum, { level }) => sum + level, 0) / Math.max(1, levels.length)
