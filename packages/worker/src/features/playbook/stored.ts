import { Playbook, type PlaybookDocument } from './schema.ts'

/**
 * Reads a document that was stored by an earlier release: fields that are known no more are left out, fields that are new
 * get their defaults. What was put is checked strictly; what is read must not lock an owner out of their own words.
 */
export function readStored(document: unknown): PlaybookDocument {
  const copy = structuredClone(document)
  for (;;) {
    const parsed = Playbook.safeParse(copy)
    if (parsed.success) return parsed.data
    const unknown = parsed.error.issues.filter((issue) => issue.code === 'unrecognized_keys')
    if (unknown.length === 0) throw parsed.error
    for (const { path, keys } of unknown) for (const key of keys) remove(copy, path, key)
  }
}

function remove(from: unknown, path: readonly PropertyKey[], key: string): void {
  let at = from as Record<PropertyKey, unknown>
  for (const step of path) at = at[step] as Record<PropertyKey, unknown>
  delete at[key]
}
