// The database process: it opens the database, puts the gateway before it and ends with the process that started it.

import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Backend } from '../gateway/backend.ts'
import { openGateway } from '../gateway/gateway.ts'
import { APP, AUTH, Logins, OWNER, type Passwords } from '../gateway/logins.ts'
import { openEmbedded } from './embedded.ts'
import { takeLock } from './pid-lock.ts'
import { openServer } from './server.ts'
import { setUpSql } from './set-up.ts'

export type DatabaseSettings = {
  /** A folder for the embedded database, or the administrator's URL of a server. */
  store: { kind: 'embedded'; dataDir: string; snapshot: string } | { kind: 'server'; url: string }
  passwords: Passwords
  port: number
  delayMs: number
}
/** Made just now and empty; copied from a snapshot, migrated; kept from before; somebody's server. */
export type DatabaseState = 'new' | 'copied' | 'kept' | 'server'
export type DatabaseReply =
  | { kind: 'ready'; state: DatabaseState }
  | { kind: 'saved' }
  | { kind: 'failed'; message: string }
export type DatabaseRequest = { kind: 'open'; settings: DatabaseSettings } | { kind: 'save' }

type Opened = { backend: Backend; state: DatabaseState }

let end: () => Promise<void> = async () => undefined
let save: () => Promise<void> = async () => undefined

async function open({ store, passwords, port, delayMs }: DatabaseSettings): Promise<DatabaseState> {
  const logins = new Logins({ [OWNER]: passwords.owner, [APP]: passwords.app, [AUTH]: passwords.auth })
  const { backend, state } =
    store.kind === 'embedded' ? await openFolder(store) : await openUrl(store.url, logins, passwords)
  const gateway = await openGateway({ backend, logins, port, delayMs })
  end = gateway.close
  return state
}

async function openFolder({ dataDir, snapshot }: { dataDir: string; snapshot: string }): Promise<Opened> {
  const lock = await patientLock(`${dataDir}.lock`)
  process.on('exit', () => lock.release())
  const state = await prepareFolder(dataDir, snapshot)
  const database = await openEmbedded(dataDir)
  await database.administer(setUpSql(undefined))
  save = () => database.still(() => copyWhole(dataDir, snapshot))
  return { backend: database, state }
}

async function prepareFolder(dataDir: string, snapshot: string): Promise<DatabaseState> {
  if (existsSync(join(dataDir, 'PG_VERSION'))) return 'kept'
  if (!existsSync(join(snapshot, 'PG_VERSION'))) return 'new'
  await copyWhole(snapshot, dataDir)
  return 'copied'
}

async function openUrl(url: string, logins: Logins, passwords: Passwords): Promise<Opened> {
  const administrator = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await administrator.connect()
  try {
    await administrator.query(setUpSql(passwords))
  } finally {
    await administrator.end()
  }
  return { backend: openServer({ url, passwordOf: (user) => logins.passwordOf(user) }), state: 'server' }
}

// A predecessor that was told to end may still be closing its files.
async function patientLock(path: string): Promise<{ release(): void }> {
  for (let attempt = 0; ; attempt++) {
    const lock = takeLock(path)
    if ('release' in lock) return lock
    if (attempt === 50)
      throw new Error(
        `The database in ${dirname(path)} is in use by process ${lock.heldBy}. Stop it, or choose another data folder.`,
      )
    await sleep(100)
  }
}

async function copyWhole(from: string, to: string): Promise<void> {
  const half = `${to}.${process.pid}`
  await mkdir(dirname(to), { recursive: true })
  await cp(from, half, { recursive: true })
  await rm(to, { recursive: true, force: true })
  // Somebody else may have put the same copy there in between: theirs is as good.
  await rename(half, to).catch(() => rm(half, { recursive: true, force: true }))
}

const reply = (message: DatabaseReply): void => void process.send?.(message)

async function leave(): Promise<void> {
  setTimeout(() => process.exit(0), 3000).unref()
  await end().catch(() => undefined)
  process.exit(0)
}

async function take(request: DatabaseRequest): Promise<void> {
  try {
    if (request.kind === 'open') return reply({ kind: 'ready', state: await open(request.settings) })
    await save()
    reply({ kind: 'saved' })
  } catch (error) {
    reply({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}

process.on('message', (request: DatabaseRequest) => void take(request))
process.on('disconnect', () => void leave())
process.on('SIGTERM', () => void leave())
