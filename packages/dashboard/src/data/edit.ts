import { FoyerError } from '@foyer/sdk/admin'

/** A thing as it was fetched, and as a person wants it to be. */
export class Edit<T extends object> {
  readonly #seen: T
  wanted: T

  constructor(seen: T) {
    this.#seen = seen
    this.wanted = seen
  }

  set(change: Partial<T>): void {
    this.wanted = { ...this.wanted, ...change }
  }

  /**
   * What the person changed, and nothing else: a colleague's change of another field stays.
   * @throws FoyerError `revision_conflict` when `current` has one of these fields otherwise than the person saw it
   */
  changesTo(current: T): Partial<T> {
    const names = (Object.keys(this.wanted) as (keyof T)[]).filter(
      (name) => !alike(this.wanted[name], this.#seen[name]) && !alike(this.wanted[name], current[name]),
    )
    if (names.some((name) => !alike(this.#seen[name], current[name])))
      throw new FoyerError(
        'revision_conflict',
        'Somebody changed this meanwhile. Look at it again; what you typed is not saved.',
      )
    return Object.fromEntries(names.map((name) => [name, this.wanted[name]])) as Partial<T>
  }
}

const alike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
