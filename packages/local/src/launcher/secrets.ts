import { createHmac, randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Passwords } from '../gateway/logins.ts'

/** What one data folder keeps to itself; made once, readable by its owner only. */
export type Secrets = {
  ownerPassword: string
  appPassword: string
  authPassword: string
  foyerSecret: string
  operatorKey: string
  webDoorSecret: string
  /** Shared by worker, agent and our own livekit-server. */
  livekitSecret: string
  agentKey: string
}

const NAMES = [
  'ownerPassword',
  'appPassword',
  'authPassword',
  'foyerSecret',
  'operatorKey',
  'webDoorSecret',
  'livekitSecret',
  'agentKey',
] as const

export function readSecrets(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets.json')
  const known = readKnown(path)
  const secrets = Object.fromEntries(NAMES.map((name) => [name, known[name] ?? fresh(name)])) as Secrets
  if (NAMES.every((name) => known[name])) return secrets
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(`${path}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  chmodSync(`${path}.new`, 0o600)
  renameSync(`${path}.new`, path)
  return secrets
}

const fresh = (name: (typeof NAMES)[number]): string =>
  (name === 'operatorKey' ? 'op_' : name === 'agentKey' ? 'ag_' : '') + randomBytes(32).toString('base64url')

/**
 * Logins belong to a whole server, not to one data folder, so on a server their passwords come from its
 * administrator's: two data folders on one server agree without a word.
 */
export function serverPasswords(url: URL): Passwords {
  const key = `${url.username}:${url.password}@${url.host}`
  const derive = (role: string): string => createHmac('sha256', key).update(`foyer ${role}`).digest('base64url')
  return { owner: derive('owner'), app: derive('app'), auth: derive('auth') }
}

function readKnown(path: string): Partial<Secrets> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Partial<Secrets>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new Error(`${path} cannot be read (${(error as Error).message}). Repair it, or start anew with --fresh.`, {
      cause: error,
    })
  }
}
