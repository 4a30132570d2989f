import type { Asking, Caller } from './caller.ts'

export interface Page<Item> {
  items: Item[]
  /** Passed as `after` for the page that follows; empty at the end. */
  next: string
}

export interface Paging extends Asking {
  /** The `next` of the page before; from the beginning when left out. */
  after?: string
  /** Items a page, 1 to 200; 50 by default. */
  limit?: number
}

/** A list that is fetched page by page as it is read: `for await (const key of foyer.keys.list()) …` */
export interface List<Item> extends AsyncIterable<Item> {
  /** One page only. */
  page(): Promise<Page<Item>>
  /** The first `most` items (all of them by default) in memory. */
  toArray(most?: number): Promise<Item[]>
}

export function listOf<Item>(
  caller: Caller,
  path: string,
  paging: Paging = {},
  filter: Record<string, string | undefined> = {},
): List<Item> {
  const { after = '', limit, signal } = paging
  const pageAfter = (cursor: string) =>
    caller.get<Page<Item>>(path, { ...filter, limit, after: cursor === '' ? undefined : cursor }, { signal })
  async function* items(): AsyncGenerator<Item, void, undefined> {
    for (let cursor = after; ;) {
      const page = await pageAfter(cursor)
      yield* page.items
      if (page.next === '') return
      cursor = page.next
    }
  }
  return {
    page: () => pageAfter(after),
    [Symbol.asyncIterator]: items,
    async toArray(most = Number.POSITIVE_INFINITY) {
      const all: Item[] = []
      if (most <= 0) return all
      for await (const item of items()) {
        all.push(item)
        if (all.length >= most) break
      }
      return all
    },
  }
}
