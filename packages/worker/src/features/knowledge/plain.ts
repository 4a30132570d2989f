/** As PostgreSQL can hold it: no NUL and no half of a surrogate pair; every offset stays where it was. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed()
}

export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) => (typeof held === 'string' ? storable(held) : held))
}
