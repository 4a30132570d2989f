import { query } from '../../db/tenant.ts'
import { newId } from '../../shared/ids.ts'
import { randomToken, sha256 } from '../../shared/secret.ts'
import { keys } from './table.ts'

type NewRow = { name: string; kind: 'publishable' | 'secret'; mode: 'test' | 'live'; assistantId: string | null }

/** A fresh key and the row that knows only its hash. `sk_test_…` says what it is before anybody reads the rest. */
export async function mintKey(wanted: NewRow) {
  const key = `${wanted.kind === 'secret' ? 'sk' : 'pk'}_${wanted.mode}_${randomToken(24)}`
  const row = { id: newId('key'), ...wanted, hash: await sha256(key), prefix: key.slice(0, 13) }
  return { key, row }
}

export const insertKey = (row: typeof keys.$inferInsert) => query.insert(keys).values(row)
