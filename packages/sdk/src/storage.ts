/** Where the device remembers a visitor; the part of `localStorage` that is used. */
export type VisitorStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What stands under `foyer:<keyId>`. */
export interface Remembered {
  refreshToken: string
  conversationId?: string
  /** The `sub` the site vouched for, so that the same person is not introduced twice. */
  sub?: string
}

/** `localStorage` where there is one that may be used (not on servers, not in a locked-down frame), else memory. */
export function deviceStorage(): VisitorStorage {
  try {
    globalThis.localStorage.getItem('')
    return globalThis.localStorage
  } catch {
    const kept = new Map<string, string>()
    return {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => void kept.set(name, value),
      removeItem: (name) => void kept.delete(name),
    }
  }
}

export function recall(storage: VisitorStorage, name: string): Remembered | undefined {
  try {
    const kept = JSON.parse(storage.getItem(name) ?? 'null') as Partial<Remembered> | null
    return typeof kept?.refreshToken === 'string' ? (kept as Remembered) : undefined
  } catch {
    return undefined
  }
}

/** A device that is full or refuses is no reason to stop: the visit then ends with the page. */
export function remember(storage: VisitorStorage, name: string, what: Remembered | undefined): void {
  try {
    if (what === undefined) storage.removeItem(name)
    else storage.setItem(name, JSON.stringify(what))
  } catch {
    // Nothing to do: see above.
  }
}

const queues = new Map<string, Promise<unknown>>()

/** One at a time over all tabs (Web Locks); where there are none, or a frame is refused them, one at a time in this page. */
export async function alone<T>(name: string, run: () => Promise<T>): Promise<T> {
  const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks
  let begun = false
  try {
    const first = () => {
      begun = true
      return run()
    }
    if (locks !== undefined) return await locks.request(name, first)
  } catch (error) {
    if (begun) throw error
  }
  const turn = (queues.get(name) ?? Promise.resolve()).then(run)
  queues.set(
    name,
    turn.catch(() => {}),
  )
  return turn
}
