import type { FoyerErrorCode } from '@foyer/sdk/admin'

/** What the shell says itself, in every language. */
type SaidByTheShell = 'unreachable' | 'timeout' | 'forbidden' | 'unauthenticated' | 'not_found'

/** What a refusal of the service means and what to do now, by its code: a code without a sentence does not compile. */
export type ErrorWords = Record<Exclude<FoyerErrorCode, SaidByTheShell>, string> &
  Partial<Record<SaidByTheShell, never>>
