import { FoyerError, type StreamEvent } from '@foyer/sdk/agent'
import { z } from 'zod'
import type { Purpose } from './fetching.ts'
import type { Awaited } from './turn-taking.ts'
import type { CallLine, TurnSaid } from './worker.ts'

/** What a turn brings to the ear, in order. */
export type Thought =
  | { kind: 'accepted'; turnId: string }
  /** Another assistant speaks from here on. */
  | { kind: 'handed_on' }
  | { kind: 'sentence'; shown: string; spoken: string; lang: string }
  | { kind: 'answered'; lang: string; awaited: Awaited | undefined; fetches: Purpose | undefined }
  | { kind: 'failed'; why: string }

const accepted = z.object({ turnId: z.string().min(1), message: z.object({ clientId: z.string() }) })
const sentence = z.object({
  turnId: z.string(),
  sentence: z.object({ text: z.string().min(1), lang: z.string() }),
  speakable: z.string().optional(),
})
const fields = ['name', 'phone', 'email', 'address', 'date', 'text', 'secret', 'yes_no'] as const
const answered = z.object({
  turnId: z.string(),
  lang: z.string(),
  expects: z.object({ field: z.enum(fields) }).optional(),
  fetches: z.enum(['transfer', 'danger']).optional(),
})

/**
 * One turn of the worker, for the ear. Never throws but for the caller's own abort: what is malformed, refused or lost
 * becomes `failed`, and nothing of a turn that is not ours is spoken.
 */
export async function* think(line: Pick<CallLine, 'turn'>, said: TurnSaid): AsyncGenerator<Thought> {
  let turnId = ''
  try {
    for await (const event of line.turn(said)) {
      const thought = read(event, said.messageId, turnId)
      if (thought === undefined) continue
      if (thought.kind === 'accepted') turnId = thought.turnId
      yield thought
      if (thought.kind === 'answered' || thought.kind === 'failed') return
    }
    yield { kind: 'failed', why: 'The turn ended without an end.' }
  } catch (error) {
    if (said.signal.aborted) return
    const why = error instanceof FoyerError ? error.code : error instanceof Error ? error.message : String(error)
    yield { kind: 'failed', why }
  }
}

function read(event: StreamEvent, messageId: string, turnId: string): Thought | undefined {
  switch (event.type) {
    case 'message.accepted': {
      const { turnId: id, message } = accepted.parse(event)
      return message.clientId === messageId ? { kind: 'accepted', turnId: id } : undefined
    }
    case 'assistant.changed':
      return event.turnId === turnId ? { kind: 'handed_on' } : undefined
    case 'sentence': {
      const { turnId: of, sentence: said, speakable } = sentence.parse(event)
      if (of !== turnId) return undefined
      return { kind: 'sentence', shown: said.text, spoken: speakable ?? said.text, lang: said.lang }
    }
    case 'turn.answered': {
      const { turnId: of, lang, expects, fetches } = answered.parse(event)
      return of === turnId ? { kind: 'answered', lang, awaited: expects?.field, fetches } : undefined
    }
    case 'turn.failed':
      return event.turnId === turnId || turnId === '' ? { kind: 'failed', why: String(event.code) } : undefined
    default:
      return undefined
  }
}
