import { FoyerError } from '../errors.ts'
import { MicrophoneRefusal } from './microphone.ts'
import type { EndReason } from './state.ts'

const fatal: ReadonlySet<string> = new Set<EndReason>(['lines_busy', 'voice_unavailable', 'call_running'])

/** What a refusal of the service means for the call that was asked for. */
export function reasonOf(code: string): EndReason {
  if (fatal.has(code)) return code as EndReason
  if (code === 'unreachable' || code === 'timeout' || code === 'unavailable') return 'unreachable'
  return code === 'conversation_ended' || code === 'gone' || code === 'call_ended' ? 'conversation_ended' : 'failed'
}

/** What anything that was thrown means for it. */
export function reasonFor(error: unknown): EndReason {
  if (error instanceof MicrophoneRefusal) return error.reason
  return error instanceof FoyerError ? reasonOf(error.code) : 'failed'
}
