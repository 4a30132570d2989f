// The agent's own modules, which only voice needs, installed apart and once per lock file: 87 MB to run, and 160 more with
// what checks and measurements need (LiveKit's own pipeline is measured beside ours).

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

export type AgentExtent = 'runtime' | 'development'

const stamped = (): string => (existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '')

export const isAgentInstalled = (extent: AgentExtent): boolean =>
  (extent === 'runtime' ? ['runtime', 'development'] : ['development']).some(
    (each) => stamped() === `${each} ${lockHash()}`,
  )

/** @throws with the last line that the installer said. */
export async function installAgent(wanted: AgentExtent, say: (line: string) => void): Promise<void> {
  if (isAgentInstalled(wanted)) return
  // Whoever develops here keeps what they have when the lock file changes.
  const extent = stamped().startsWith('development') ? 'development' : wanted
  say('Installing what voice needs (once; about a minute) …')
  const args = [
    '-y',
    PNPM,
    'install',
    '--ignore-workspace',
    '--frozen-lockfile',
    '--prefer-offline',
    '--ignore-scripts',
    ...(extent === 'runtime' ? ['--prod'] : []),
  ]
  await runToEnd('npx', args, { cwd: AGENT, env: { CI: '1', NODE_ENV: '' }, mostMs: INSTALL_MS })
  writeFileSync(STAMP, `${extent} ${lockHash()}`)
}
