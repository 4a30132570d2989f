// The whole of Foyer on one machine. `npm start`, `npm run ask`, the tests and the benches all start it here.

import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { takeLock } from '../database/pid-lock.ts'
import { chooseVoice, type VoiceSettings, voiceVars } from '../voice/settings.ts'
import { cronsOf, startCron } from './cron.ts'
import { addressesOf, startDatabase, type Addresses, type Database, type DatabaseChoice } from './database-part.ts'
import { passedThrough } from './environment.ts'
import { openMailbox, type Mailbox } from '../mailbox/mailbox.ts'
import type { Part } from './part.ts'
import { ROOT } from './places.ts'
import { claimPort, freePort } from './ports.ts'
import { readSecrets, serverPasswords, type Secrets } from './secrets.ts'
import { startWebDoor, type WebDoor } from './web-door-part.ts'
import { startWorker } from './worker-part.ts'

export type PlatformOptions = {
  /** Everything the platform keeps lies here: database, edge state, secrets, logs. */
  dataDir: string
  /** Port of the API on 127.0.0.1; a free one by default. */
  port?: number | undefined
  /** Forgets what the data folder holds. */
  fresh?: boolean
  /** A PostgreSQL ≥ 15 to use instead of the embedded database (an administrator's URL); '' for the embedded one. Default: DATABASE_URL. */
  serverUrl?: string | undefined
  /** Variables for the worker, over the ones the platform sets. */
  env?: Record<string, string>
  /** Milliseconds added to each round trip to the database. */
  delayMs?: number
  /** Loopback origins that the web door may read, because a person named them: `http://localhost:3000`. */
  loopbackOrigins?: string[]
  /** wrangler configurations; the first one answers on the API's port. */
  configs?: string[]
  /** Fire the worker's cron expressions each minute. Default true. */
  cron?: boolean
  /** One line for each step. */
  progress?: (line: string) => void
}

export type PartName = 'database' | 'worker' | 'web-door'

export type Platform = {
  apiUrl: string
  /** What the worker connects with: the app login. */
  databaseUrl: string
  /** What its sign-in connects with: the auth login. */
  authUrl: string
  /** The owner login; psql and `pg` can use it too, since the gateway speaks plain PostgreSQL on the same port. */
  ownerUrl: string
  /** Neon's HTTP protocol, for `neonConfig.fetchEndpoint`. */
  gatewayUrl: string
  webDoorUrl: string
  webDoorSecret: string
  operatorKey: string
  /** Addresses and keys that voice will use when it is started (src/voice); the worker knows them already. */
  voice: VoiceSettings
  /** Where identity mail is read, with `mailboxSecret` in the fragment. */
  mailboxUrl: string
  mailboxSecret: string
  dataDir: string
  /** Lets the web door read one more loopback origin. */
  allowLoopback(origin: string): void
  /** Crashes one part, which is started again. For tests. */
  kill(part: PartName): void
  /** Ends everything; resolves when no process is left. */
  stop(): Promise<void>
}

const CONFIGS = ['wrangler.toml', 'wrangler.ingest.toml']
  .map((name) => join(ROOT, name))
  .filter((path) => existsSync(path))

export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const dataDir = resolve(options.dataDir)
  const say = options.progress ?? (() => undefined)
  const lock = lockFolder(dataDir)
  const undo: (() => unknown)[] = [() => lock.release()]
  const stop = once(async () => {
    for (const step of undo.toReversed()) await step()
  })
  const keep = <T extends Part>(part: T): T => {
    undo.push(() => part.stop())
    return part
  }
  try {
    if (options.fresh) forget(dataDir)
    const port = options.port ? await claimPort(options.port) : await freePort()
    const secrets = readSecrets(dataDir)
    const onCrash = (name: string): void =>
      say(`The ${name} crashed and is started again (log: ${join(dataDir, 'log', `${name}.log`)}).`)
    const choice = await chooseDatabase(options, dataDir, secrets)
    const doorPort = await freePort()
    const mailbox = await openMailbox(await freePort())
    undo.push(mailbox.close)
    const addresses = addressesOf(choice)
    const apiUrl = `http://127.0.0.1:${port}`
    const voice = await chooseVoice(secrets)
    const vars = {
      ...workerVars({ apiUrl, addresses, doorPort, secrets, mailbox }),
      ...voiceVars(voice),
      ...options.env,
    }
    const configs = options.configs ?? CONFIGS
    const { loopbackOrigins = [] } = options
    // Every address is known beforehand, so everything starts at once; the database takes longest when it is new.
    const [database, door, worker] = await allOrNone<[Database, WebDoor, Part]>([
      startDatabase({ ...choice, onCrash }).then((opened) => (keep(opened.part), say('The database is open.'), opened)),
      startWebDoor({ dataDir, port: doorPort, secret: secrets.webDoorSecret, loopbackOrigins, onCrash }).then(
        (opened) => (keep(opened.part), opened),
      ),
      startWorker({ dataDir, port, configs, vars, onCrash }).then((part) => keep(part)),
    ])
    if (options.cron !== false) undo.push(startCron(apiUrl, configs.flatMap(cronsOf)))
    say('The worker answers.')
    const parts: Record<PartName, Part> = { database: database.part, worker, 'web-door': door.part }
    return {
      apiUrl,
      databaseUrl: database.appUrl,
      authUrl: database.authUrl,
      ownerUrl: database.ownerUrl,
      gatewayUrl: database.gatewayUrl,
      webDoorUrl: door.url,
      webDoorSecret: secrets.webDoorSecret,
      operatorKey: secrets.operatorKey,
      voice,
      mailboxUrl: mailbox.url,
      mailboxSecret: mailbox.readSecret,
      dataDir,
      allowLoopback: door.allowLoopback,
      kill: (part) => parts[part].kill(),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

function lockFolder(dataDir: string): { release(): void } {
  mkdirSync(dataDir, { recursive: true })
  const lock = takeLock(join(dataDir, 'lock'))
  if ('release' in lock) return lock
  throw new Error(
    `The data folder ${dataDir} is in use by process ${lock.heldBy}. Stop that one, or choose another folder with --data FOLDER.`,
  )
}

function forget(dataDir: string): void {
  for (const name of ['db', 'edge', 'log', 'secrets.json', 'schema-version', 'demo.json']) {
    rmSync(join(dataDir, name), { recursive: true, force: true })
  }
}

async function chooseDatabase(options: PlatformOptions, dataDir: string, secrets: Secrets): Promise<DatabaseChoice> {
  const serverUrl = (options.serverUrl ?? process.env['DATABASE_URL']) || undefined
  const passwords = serverUrl
    ? serverPasswords(new URL(serverUrl))
    : { owner: secrets.ownerPassword, app: secrets.appPassword, auth: secrets.authPassword }
  return { dataDir, serverUrl, passwords, port: await freePort(), delayMs: options.delayMs ?? 0 }
}

type Wiring = { apiUrl: string; addresses: Addresses; doorPort: number; secrets: Secrets; mailbox: Mailbox }

const workerVars = ({ apiUrl, addresses, doorPort, secrets, mailbox }: Wiring): Record<string, string> => ({
  ...passedThrough(),
  DATABASE_URL: addresses.appUrl,
  AUTH_DATABASE_URL: addresses.authUrl,
  DATABASE_GATEWAY_URL: addresses.gatewayUrl,
  FOYER_SECRET: secrets.foyerSecret,
  FOYER_OPERATOR_KEY: secrets.operatorKey,
  WEB_DOOR_URL: `http://127.0.0.1:${doorPort}`,
  WEB_DOOR_SECRET: secrets.webDoorSecret,
  LOCAL_MAILBOX_URL: mailbox.url,
  LOCAL_MAILBOX_SECRET: mailbox.writeSecret,
  PUBLIC_URL: apiUrl,
  FOYER_LOCAL: '1',
})

// When one start fails, the others are awaited before the failure surfaces, so that they can be ended.
async function allOrNone<T extends readonly unknown[]>(starts: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  const settled = await Promise.allSettled(starts)
  const failed = settled.find((each) => each.status === 'rejected')
  if (failed) throw failed.reason
  return settled.map((each) => (each as PromiseFulfilledResult<unknown>).value) as unknown as T
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => (running ??= work())
}
