import type { Caller } from '../../src/voice/test/caller.ts'
import type { ScriptedWorker } from '../../src/voice/test/scripted-worker.ts'
import type { Stage } from '../../src/voice/test/stage.ts'
import type { Simulated } from './simulated.ts'
import type { Utterance } from './utterances.ts'

const LOUD = 0.02

export type Reply = { kind: Utterance['kind']; messageId: string; totalMs: number; cutEarly: boolean }

/** A call in which one utterance after the other is said and answered. */
export async function converse(
  { caller, room }: { caller: Caller; room: string },
  utterances: readonly Utterance[],
  simulated: Simulated,
  worker: ScriptedWorker,
): Promise<Reply[]> {
  const replies: Reply[] = []
  for (const utterance of utterances) {
    simulated.says(room, utterance)
    const before = turnsIn(worker, room).length
    const ended = await caller.say(utterance.sound)
    const heard = await caller.hearsFrom(ended, 12_000).catch(() => NaN)
    await caller.quietFrom(Number.isNaN(heard) ? ended : heard, 900).catch(() => NaN)
    const turns = turnsIn(worker, room).slice(before)
    const whole = utterance.words.map(({ text }) => text).join(' ')
    const [{ text = '', messageId = '' } = {}] = turns
    replies.push({ kind: utterance.kind, messageId, totalMs: heard - ended, cutEarly: text !== whole })
  }
  return replies
}

const turnsIn = (worker: ScriptedWorker, room: string): { text: string; messageId: string }[] =>
  worker
    .of('conversations/:id/turns')
    .filter(({ path }) => path.includes(room))
    .map(({ body }) => ({ text: String(body['text']), messageId: String(body['messageId']) }))

/** What the agent says of a turn, by its own clock; empty until it was told. */
export function stagesOf(worker: ScriptedWorker, messageId: string): Record<string, number> {
  const told = worker.of('turns/:id/timings').find(({ path }) => messageId !== '' && path.includes(messageId))
  return (told?.body['stages'] ?? {}) as Record<string, number>
}

/** How long replies take when so many talk at once, and the longest hole in what they hear. */
export async function crowd(
  stage: Stage,
  simulated: Simulated,
  utterance: Utterance,
  people: number,
): Promise<{ totalMs: number[]; holeMs: number }> {
  const calls = await Promise.all(Array.from({ length: people }, () => stage.call()))
  try {
    await Promise.all(calls.map(({ caller }) => caller.hearsFrom(0, 30_000).then((at) => caller.quietFrom(at, 900))))
    const heard = await Promise.all(
      calls.map(async ({ caller, room }) => {
        simulated.says(room, utterance)
        const ended = await caller.say(utterance.sound)
        const at = await caller.hearsFrom(ended, 30_000)
        const until = await caller.quietFrom(at, 900)
        return { totalMs: at - ended, holeMs: longestHole(await caller.levels(at), at, until) }
      }),
    )
    return { totalMs: heard.map(({ totalMs }) => totalMs), holeMs: Math.max(...heard.map(({ holeMs }) => holeMs)) }
  } finally {
    await Promise.all(calls.map(({ caller }) => caller.leave()))
  }
}

function longestHole(levels: readonly { at: number; level: number }[], from: number, to: number): number {
  let longest = 0
  let loudAt = from
  for (const { at, level } of levels) {
    if (at > to || level < LOUD) continue
    // Two values 32 ms apart have no hole between them.
    longest = Math.max(longest, at - loudAt - 32)
    loudAt = at
  }
  return Math.max(0, Math.round(longest))
}
