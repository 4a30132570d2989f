// The agent's own modules: 240 MB that only voice needs, so they are installed apart, once per lock file.

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../launcher/places.ts'

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
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx'
  const args = [
    '-y',
    PNPM,
    'install',
    '--ignore-workspace',
    '--frozen-lockfile',
    '--prefer-offline',
    '--ignore-scripts',
  ]
  const child = spawn(npx, args, {
    cwd: AGENT,
    env: { ...process.env, CI: '1', NODE_ENV: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: INSTALL_MS,
    shell: process.platform === 'win32',
  })
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  let words = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (words += chunk.toString()))
  const code = await new Promise<number | null>((done) => child.once('close', done).once('error', () => done(null)))
  process.off('exit', end)
  if (code !== 0)
    throw new Error(
      `its modules could not be installed (${words.trim().split('\n').at(-1) ?? ''}). Start again to retry.`,
    )
  writeFileSync(STAMP, lockHash())
}
