import type { Replay, ReplayRequest, WhatIf } from '@foyer/sdk/admin'
import { here } from './here.ts'

const names = ['playbook', 'threshold', 'knowledge', 'over'] as const

/** What is asked to be otherwise, as it stands in the address; '' is as it was. `over` counts conversations; '' is this turn. */
export type Again = Record<(typeof names)[number], string>

/** Null until somebody asks for it. */
export function againOf(query: URLSearchParams): Again | null {
  if (!query.has('again')) return null
  return Object.fromEntries(names.map((name) => [name, query.get(name) ?? ''])) as Again
}

export function addressOf(again: Again): string {
  const set = names.flatMap((name) => (again[name] === '' ? [] : [[name, again[name]]]))
  return `?${new URLSearchParams([['again', '1'], ...set])}`
}

export type Made = { kind: 'one'; replay: Replay } | { kind: 'many'; whatIf: WhatIf }

/** Makes the turn again, or the newest conversations. Nothing is written, nobody hears it, and no model is asked. */
export async function makeAgain(turnId: string, again: Again, signal: AbortSignal): Promise<Made> {
  const { traces } = here().foyer
  const { over, playbook, threshold, knowledge } = again
  const change: ReplayRequest = {
    ...(playbook === '' ? {} : { playbook: playbook === 'draft' ? 'draft' : Number(playbook) }),
    ...(threshold === '' ? {} : { threshold: Number(threshold) }),
    ...(knowledge === 'now' ? { knowledge: 'now' } : {}),
  }
  if (over === '') return { kind: 'one', replay: await traces.replay(turnId, change, { signal }) }
  return { kind: 'many', whatIf: await traces.whatIf({ ...change, conversations: Number(over) }, { signal }) }
}

/** The published versions of the assistant that answered, newest first. */
export async function versionsOf(conversationId: string, signal: AbortSignal): Promise<number[]> {
  const { foyer } = here()
  const { assistantId } = await foyer.conversations.get(conversationId, { signal })
  const { items } = await foyer.playbook.versions(assistantId, { signal, limit: 50 }).page()
  return items.map(({ number }) => number)
}
