import { serialize } from 'pg-protocol'
import type { Pipeline } from './backend.ts'
import { DatabaseRefusal } from './refusal.ts'

export type Query = { query: string; params: unknown[] }
export type Transaction = {
  isolation?: string | undefined
  readOnly?: boolean | undefined
  deferrable?: boolean | undefined
}

/** One statement by itself: it commits when it succeeds. */
export function single(query: Query): Pipeline {
  refuseTransactionWords(query)
  return { frames: Buffer.concat([...statement(query), serialize.sync()]), touchesSession: touchesSession(query) }
}

/** A batch is one transaction and one round trip: begin, every statement, commit, and a single Sync behind them all. */
export function batch(queries: Query[], transaction: Transaction): Pipeline {
  queries.forEach(refuseTransactionWords)
  return {
    frames: Buffer.concat([
      ...statement({ query: begin(transaction), params: [] }),
      ...queries.flatMap(statement),
      ...statement({ query: 'COMMIT', params: [] }),
      serialize.sync(),
    ]),
    touchesSession: queries.some(touchesSession),
  }
}

const statement = ({ query, params }: Query): Buffer[] => [
  serialize.parse({ text: query }),
  serialize.bind({ values: params.map(asText) }),
  serialize.describe({ type: 'P' }),
  serialize.execute({}),
]

const ISOLATION: Record<string, string> = {
  ReadUncommitted: 'READ UNCOMMITTED',
  ReadCommitted: 'READ COMMITTED',
  RepeatableRead: 'REPEATABLE READ',
  Serializable: 'SERIALIZABLE',
}

function begin({ isolation, readOnly, deferrable }: Transaction): string {
  const level = isolation === undefined ? '' : ISOLATION[isolation]
  if (level === undefined) throw new DatabaseRefusal('22023', `Unknown isolation level ${JSON.stringify(isolation)}.`)
  return ['BEGIN', level && `ISOLATION LEVEL ${level}`, readOnly ? 'READ ONLY' : '', deferrable ? 'DEFERRABLE' : '']
    .filter(Boolean)
    .join(' ')
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
    ? String(value)
    : JSON.stringify(value)
}

// Over HTTP a transaction is a batch; a statement of its own that opens or ends one would reach into someone else's.
function refuseTransactionWords({ query }: Query): void {
  const word =
    /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*(begin|start|commit|end|rollback|abort|prepare\s+transaction)\b/i.exec(
      query,
    )?.[1]
  if (!word) return
  throw new DatabaseRefusal(
    '0A000',
    `${word.toUpperCase()} cannot be sent by itself over HTTP: send the statements as one batch, which is a transaction.`,
  )
}

// What a setting changes for its transaction alone, the commit undoes: every batch of a tenant begins with two of them.
const LOCAL_SETTING = /set_config\(\s*(?:'[\w.]+'|\$\d+)\s*,\s*(?:'[^']*'|\$\d+)\s*,\s*true\s*\)/gi

const touchesSession = ({ query }: Query): boolean =>
  /^\s*(set|reset|prepare|deallocate|listen|declare)\b|set_config|advisory_lock/i.test(query.replace(LOCAL_SETTING, ''))
