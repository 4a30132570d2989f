import { at, here } from './here.ts'

export interface Findable {
  label: string
  kind: 'scenario' | 'conversation'
  href: string
}

let fetched: { for: ReturnType<typeof here>; found: Promise<Findable[]> } | undefined

/** Scenarios, and the newest conversations by their first words; fetched once for a tenant. */
export function findables(): Promise<Findable[]> {
  const now = here()
  if (fetched?.for !== now) {
    const each = [scenarios(), conversations()].map((list) => list.catch((): Findable[] => []))
    fetched = { for: now, found: Promise.all(each).then((found) => found.flat()) }
  }
  return fetched.found
}

async function scenarios(): Promise<Findable[]> {
  const { foyer } = here()
  const [assistant] = await foyer.assistants.list().toArray(1)
  if (assistant === undefined) return []
  const { playbook } = await foyer.playbook.get(assistant.id)
  return (playbook?.scenarios ?? []).map(({ id, name }) => ({
    label: name === undefined || name === '' ? id : name,
    kind: 'scenario',
    href: at(`/playbook/scenarios/${id}`),
  }))
}

async function conversations(): Promise<Findable[]> {
  const { items } = await here().foyer.insights.conversations({}, { limit: 50 }).page()
  return items.flatMap(({ id, opening }) =>
    opening === '' ? [] : [{ label: opening, kind: 'conversation', href: at(`/conversations/${id}`) } as const],
  )
}
