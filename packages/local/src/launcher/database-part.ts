import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { APP, AUTH, OWNER } from '../gateway/logins.ts'
import type { DatabaseReply, DatabaseRequest, DatabaseSettings, DatabaseState } from '../database/process.ts'
import { offlineEnvironment } from './environment.ts'
import { Part } from './part.ts'
import { MIGRATE, schemaVersion, snapshotFolder } from './places.ts'
import { ask } from './ask-child.ts'

const PROCESS = fileURLToPath(new URL('../database/process.ts', import.meta.url))

export type Addresses = {
  /** For the worker: the app login. */
  appUrl: string
  /** For the worker's sign-in: the auth login. */
  authUrl: string
  /** For migrations and for a person who looks in: the owner login. Speaks plain PostgreSQL too. */
  ownerUrl: string
  /** Where Neon's HTTP protocol is answered. */
  gatewayUrl: string
}

export type Database = Addresses & { part: Part }

export type DatabaseChoice = {
  dataDir: string
  serverUrl: string | undefined
  passwords: DatabaseSettings['passwords']
  port: number
  delayMs: number
  onCrash?: (name: string) => void
}

export async function startDatabase({
  dataDir,
  serverUrl,
  passwords,
  port,
  delayMs,
  onCrash = () => undefined,
}: DatabaseChoice): Promise<Database> {
  const store: DatabaseSettings['store'] = serverUrl
    ? { kind: 'server', url: serverUrl }
    : { kind: 'embedded', dataDir: join(dataDir, 'db'), snapshot: snapshotFolder() }
  const settings: DatabaseSettings = { store, passwords, port, delayMs }
  const ready: { state: DatabaseState } = { state: 'kept' }
  const part = new Part({
    name: 'database',
    args: ['--disable-warning=ExperimentalWarning', PROCESS],
    env: { ...offlineEnvironment(), FOYER_DATA: dataDir },
    logDir: join(dataDir, 'log'),
    graceMs: 3000,
    onCrash,
    awaken: async (child) => {
      const reply = await ask<DatabaseRequest, DatabaseReply>(child, { kind: 'open', settings })
      if (reply.kind === 'ready') ready.state = reply.state
    },
  })
  await part.start()
  const database = { part, ...addressesOf({ serverUrl, passwords, port }) }
  try {
    await bringUpToDate(database, ready.state, join(dataDir, 'schema-version'))
    if (ready.state === 'new') await ask<DatabaseRequest, DatabaseReply>(part.process, { kind: 'save' })
  } catch (error) {
    await part.stop()
    throw error
  }
  return database
}

/** Known before anything runs, so that the worker can start beside its database. */
export function addressesOf({
  serverUrl,
  passwords,
  port,
}: Pick<DatabaseChoice, 'serverUrl' | 'passwords' | 'port'>): Addresses {
  const name = serverUrl ? new URL(serverUrl).pathname.slice(1) : 'postgres'
  const url = (user: string, password: string): string => `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`
  return {
    appUrl: url(APP, passwords.app),
    authUrl: url(AUTH, passwords.auth),
    ownerUrl: url(OWNER, passwords.owner),
    gatewayUrl: `http://127.0.0.1:${port}/sql`,
  }
}

async function bringUpToDate(database: Database, state: DatabaseState, stamp: string): Promise<void> {
  const version = schemaVersion()
  const known = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  const isDone = state === 'copied' || (state === 'kept' && known === version)
  if (!isDone) await migrate(database)
  writeFileSync(stamp, version)
}

/** Brings the schema up to date through the worker's own command. */
export async function migrate({
  ownerUrl,
  gatewayUrl,
}: {
  ownerUrl: string
  gatewayUrl: string | undefined
}): Promise<void> {
  if (!existsSync(MIGRATE)) return
  const env = { ...offlineEnvironment(), OWNER_DATABASE_URL: ownerUrl, DATABASE_GATEWAY_URL: gatewayUrl }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MIGRATE], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')))
  const code = await new Promise<number | null>((resolve) =>
    child.once('close', resolve).once('error', () => resolve(null)),
  )
  if (code !== 0) throw new Error(`The database could not be brought up to date:\n${words.trim().slice(-4000)}`)
}
