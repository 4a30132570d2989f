// The agent's own modules: 240 MB that only voice needs, so they are installed apart, once per lock file.

import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../launcher/places.ts'
import { runToEnd } from './run-to-end.ts'

export const AGENT = join(ROOT, 'packages/agent')
const STAMP = join(AGENT, 'node_modules/.foyer-install')
const PNPM = 'pnpm@10.34.9'
const INSTALL_MS = 600_000

const lockHash = (): string =>
  createHash('sha256')
    .update(readFileSync(join(AGENT, 'pnpm-lock.yaml')))
    .digest('hex')

export const isAgentInstalled = (): boolean => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockHash()

/** @throws with the last line that the installer said. */
export async function installAgent(say: (line: string) => void): Promise<void> {
  if (isAgentInstalled()) return
  say('Installing what voice needs (once; about a minute) …')
  const args = [
    '-y',
    PNPM,
    'install',
    '--ignore-workspace',
    '--frozen-lockfile',
    '--prefer-offline',
    '--ignore-scripts',
  ]
  await runToEnd('npx', args, { cwd: AGENT, env: { CI: '1', NODE_ENV: '' }, mostMs: INSTALL_MS })
  writeFileSync(STAMP, lockHash())
}
