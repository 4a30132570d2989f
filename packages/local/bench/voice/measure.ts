import type { Caller } from '../../src/voice/test/caller.ts'
import type { ScriptedWorker } from '../../src/voice/test/scripted-worker.ts'
import type { Simulated } from './simulated.ts'
import type { Utterance } from './utterances.ts'

export type Reply = {
  kind: Utterance['kind']
  messageId: string
  /** The end of speech in ms since 1970, by the caller's clock. */
  endedAt: number
  totalMs: number
  cutEarly: boolean
}

/** A call in which one utterance after the other is said and answered. */
export async function converse(
  { caller, room }: { caller: Caller; room: string },
  utterances: readonly Utterance[],
  simulated: Simulated,
  worker: ScriptedWorker,
): Promise<Reply[]> {
  const replies: Reply[] = []
  const origin = await caller.origin()
  for (const utterance of utterances) {
    simulated.says(room, utterance)
    const before = turnsIn(worker, room).length
    const ended = await caller.say(utterance.sound)
    const heard = await caller.hearsFrom(ended, 12_000).catch(() => NaN)
    await caller.quietFrom(Number.isNaN(heard) ? ended : heard, 900).catch(() => NaN)
    const turns = turnsIn(worker, room).slice(before)
    const whole = utterance.words.map(({ text }) => text).join(' ')
    const [{ text = '', messageId = '' } = {}] = turns
    const { kind } = utterance
    replies.push({ kind, messageId, endedAt: origin + ended, totalMs: heard - ended, cutEarly: text !== whole })
  }
  return replies
}

const turnsIn = (worker: ScriptedWorker, room: string): { text: string; messageId: string }[] =>
  worker
    .of('conversations/:id/turns')
    .filter(({ path }) => path.includes(room))
    .map(({ body }) => ({ text: String(body['text']), messageId: String(body['messageId']) }))

/**
 * What the agent says of a turn, by its own clock, from when it noticed the end of speech; and by both clocks of this
 * machine what lies before and after that: `noticed` and `underway`. Empty until it was told.
 */
export function stagesOf(worker: ScriptedWorker, { messageId, endedAt, totalMs }: Reply): Record<string, number> {
  const told = worker.of('turns/:id/timings').find(({ path }) => messageId !== '' && path.includes(messageId))
  if (told === undefined) return {}
  const stages = told.body['stages'] as Record<string, number>
  const noticed = Date.parse(String(told.body['speechEndedAt'])) - endedAt
  return { ...stages, noticed, underway: totalMs - noticed - (stages['published'] ?? NaN) }
}
