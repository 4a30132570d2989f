import { here } from './here.ts'

/** Keys are shown once: this page keeps the one that was made with the business, or makes one when the snippet is asked for. */
const made = new Map<string, { id: string; key: string }>()

const place = (): string => {
  const { tenant, mode } = here()
  return `${tenant.id} ${mode}`
}

export function keepKey(tenantId: string, mode: string, key: { id: string; key: string }): void {
  made.set(`${tenantId} ${mode}`, { id: key.id, key: key.key })
}

export async function snippetKey(): Promise<{ id: string; key: string }> {
  const held = made.get(place())
  if (held !== undefined) return held
  const { id, key } = await here().foyer.keys.create({ name: 'Web site', kind: 'publishable', mode: here().mode })
  const fresh = { id, key }
  made.set(place(), fresh)
  return fresh
}
