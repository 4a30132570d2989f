import { here } from './here.ts'

const known = new Map<string, boolean>()
const place = (): string => `${here().tenant.id} ${here().mode}`

/** Whether this tenant speaks, as far as is known yet. */
export const hasVoice = (): boolean => known.get(place()) ?? false

/** Finds out once: its draft switches voice on, or somebody has called. Resolves to true when it does, and did not before. */
export async function findVoice(): Promise<boolean> {
  const at = place()
  if (known.has(at)) return false
  known.set(at, false)
  const { foyer } = here()
  const [{ items }, [assistant]] = await Promise.all([
    foyer.calls.list({}, { limit: 1 }).page(),
    foyer.assistants.list().toArray(1),
  ])
  const draft = assistant === undefined ? null : (await foyer.playbook.get(assistant.id)).playbook
  const speaks = items.length > 0 || draft?.voice?.enabled === true
  known.set(at, speaks)
  return speaks
}
