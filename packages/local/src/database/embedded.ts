// The embedded database: PostgreSQL in WebAssembly, one session that every login wears in turn.

import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { citext } from '@electric-sql/pglite/contrib/citext'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { serialize } from 'pg-protocol'
import type { Backend, Outcome, Pipeline, Wire, WireEvents } from '../gateway/backend.ts'
import { OutcomeReader } from '../gateway/outcome.ts'
import { Turnstile } from '../gateway/turnstile.ts'
import { EmbeddedWire } from './embedded-wire.ts'

const ADMINISTRATOR = 'postgres'

export type Limits = { waitMs: number; holdMs: number }
export type EmbeddedDatabase = Backend & {
  /** Runs SQL as the superuser; for setting the database up, never for a client. */
  administer(sql: string): Promise<void>
  /** Runs `work` while nobody else may write, with everything on disk. */
  still(work: () => Promise<void>): Promise<void>
}

export async function openEmbedded(
  dataDir: string,
  limits: Limits = { waitMs: 15_000, holdMs: 10_000 },
): Promise<EmbeddedDatabase> {
  const database = await PGlite.create({
    dataDir,
    extensions: { vector, btree_gist, citext, pg_trgm, pgcrypto, unaccent },
  })
  const turnstile = new Turnstile(limits.waitMs)
  let wearing = ADMINISTRATOR
  let untidy = false

  async function wear(user: string): Promise<void> {
    if (wearing === user && !untidy) return
    // By name: in this build DEFAULT keeps the login that is worn.
    const tidy = untidy ? 'RESET ALL; DEALLOCATE ALL; SELECT pg_advisory_unlock_all(); ' : ''
    const login = (name: string): string => `SET SESSION AUTHORIZATION "${name.replaceAll('"', '""')}"; `
    await database.execProtocol(serialize.query(login(ADMINISTRATOR) + tidy + login(user)))
    wearing = user
    untidy = false
  }

  async function exchange(user: string, { frames, touchesSession }: Pipeline): Promise<Outcome> {
    const leave = await turnstile.enter()
    try {
      await wear(user)
      untidy ||= touchesSession
      const { messages } = await database.execProtocol(frames, { throwOnError: false })
      const { outcome, status, changedLogin } = readMessages(messages)
      if (changedLogin) wearing = ''
      if (status !== 'I') await database.execProtocol(serialize.query('ROLLBACK'))
      return outcome
    } finally {
      leave()
    }
  }

  async function connect(user: string, events: WireEvents): Promise<Wire> {
    return new EmbeddedWire({
      enter: async () => {
        const leave = await turnstile.enter()
        await wear(user)
        untidy = true
        return leave
      },
      send: (frames) => database.execProtocolRaw(frames),
      holdMs: limits.holdMs,
      events,
    })
  }

  async function asAdministrator(work: () => Promise<unknown>): Promise<void> {
    const leave = await turnstile.enter()
    try {
      await wear(ADMINISTRATOR)
      await work()
    } finally {
      leave()
    }
  }

  return {
    exchange,
    connect,
    administer: (sql) => asAdministrator(() => database.exec(sql)),
    still: (work) =>
      asAdministrator(async () => {
        await database.exec('CHECKPOINT')
        await work()
      }),
    close: async () => {
      await turnstile.enter()
      await database.close()
    },
  }
}

type Messages = Awaited<ReturnType<PGlite['execProtocol']>>['messages']

function readMessages(messages: Messages): { outcome: Outcome; status: string | undefined; changedLogin: boolean } {
  const reader = new OutcomeReader()
  let status: string | undefined
  let changedLogin = false
  for (const message of messages as readonly unknown[] as Message[]) {
    if (message.name === 'rowDescription') reader.describe(message.fields)
    else if (message.name === 'dataRow') reader.row(message.fields)
    else if (message.name === 'commandComplete') reader.complete(message.text)
    else if (message.name === 'emptyQuery') reader.complete('')
    else if (message.name === 'error') reader.fail(message)
    else if (message.name === 'readyForQuery') status = message.status
    // The server reports a changed login by itself: the last net under the guard.
    else if (message.parameterName === 'session_authorization') changedLogin = true
  }
  return { outcome: reader.outcome(), status, changedLogin }
}

type Message =
  | { name: 'rowDescription'; fields: Parameters<OutcomeReader['describe']>[0] }
  | { name: 'dataRow'; fields: (string | null)[] }
  | { name: 'commandComplete'; text: string }
  | { name: 'emptyQuery' }
  | ({ name: 'error' } & Error)
  | { name: 'readyForQuery'; status: string }
  | { name: 'parameterStatus'; parameterName: string }
