import { here } from './here.ts'

export interface Findable {
  label: string
  /** What it is, in a word. */
  kind: string
  href: string
}

type Source = () => Promise<Findable[]>
const sources: Source[] = []

/** What a page lets ⌘K find beside the places. */
export function findAlso(source: Source): void {
  sources.push(source)
}

let fetched: { for: ReturnType<typeof here>; found: Promise<Findable[]> } | undefined

/** Everything by name, fetched once for a tenant. */
export function findables(): Promise<Findable[]> {
  const now = here()
  if (fetched?.for !== now) {
    const each = sources.map((source) => source().catch((): Findable[] => []))
    fetched = { for: now, found: Promise.all(each).then((found) => found.flat()) }
  }
  return fetched.found
}
