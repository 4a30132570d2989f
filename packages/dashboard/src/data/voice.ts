import { here } from './here.ts'

const known = new Map<string, boolean>()
const place = (): string => `${here().tenant.id} ${here().mode}`

const kept = (at: string): string => `foyer:voice:${at}`

/** Whether this tenant speaks, as far as is known yet; what was known last keeps the rail from jumping. */
export const hasVoice = (): boolean => known.get(place()) ?? localStorage.getItem(kept(place())) !== null

/** Finds out once: its draft switches voice on, it has a number, or somebody has called. Resolves to true when what was known has changed. */
export async function findVoice(): Promise<boolean> {
  const at = place()
  if (known.has(at)) return false
  const before = hasVoice()
  known.set(at, before)
  const { foyer } = here()
  const [{ items }, numbers, [assistant]] = await Promise.all([
    foyer.calls.list({}, { limit: 1 }).page(),
    foyer.phoneNumbers.list(),
    foyer.assistants.list().toArray(1),
  ])
  const draft = assistant === undefined ? null : (await foyer.playbook.get(assistant.id)).playbook
  const speaks = items.length > 0 || numbers.length > 0 || draft?.voice?.enabled === true
  known.set(at, speaks)
  if (speaks) localStorage.setItem(kept(at), '1')
  else localStorage.removeItem(kept(at))
  return speaks !== before
}

/** A number came or went: what was known is found anew with the next page. */
export function askVoiceAgain(): void {
  known.delete(place())
}
