// However it is told to end, five seconds later nothing of it is left. Told to the real `npm start`.

import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { offlineEnvironment } from './environment.ts'
import { testPlatform } from '../test/provided.ts'
import { ROOT } from './places.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'foyer-ending-'))
})
afterEach(() => {
  for (const { pid } of ours()) process.kill(pid, 'SIGKILL')
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

async function start(...args: string[]): Promise<{ child: ChildProcess; until: (text: string) => Promise<void> }> {
  const child = spawn('npm', ['start', '--', '--data', dataDir, ...args], {
    cwd: ROOT,
    env: { ...offlineEnvironment(), DATABASE_URL: '' },
    detached: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
  return { child, until: (text) => expect.poll(() => said, { timeout: 90_000, interval: 50 }).toContain(text) }
}

type Running = { pid: number; text: string }

/** Every process that has our data folder in its arguments or its environment. */
const ours = (): Running[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((name) => ({ pid: Number(name), text: `${read(`/proc/${name}/cmdline`)} ${read(`/proc/${name}/environ`)}` }))
    .filter(({ text }) => dataDir !== '' && text.includes(dataDir))

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

const pidOf = (pattern: RegExp): number => ours().find(({ text }) => pattern.test(text))?.pid ?? 0

const ways: [string, (npm: ChildProcess) => void][] = [
  ['Ctrl-C, which the whole group hears', (npm) => process.kill(-(npm.pid ?? 0), 'SIGINT')],
  ['TERM to npm', (npm) => process.kill(npm.pid ?? 0, 'SIGTERM')],
  ['TERM to the script', () => process.kill(pidOf(/run\.mjs start/), 'SIGTERM')],
  ['kill -9 of npm', (npm) => process.kill(npm.pid ?? 0, 'SIGKILL')],
  ['kill -9 of the launcher', () => process.kill(pidOf(/src\/main\.ts/), 'SIGKILL')],
]

describe.runIf(process.platform === 'linux')('five seconds later no process is left, after', () => {
  test.each(ways)('%s', { timeout: 120_000 }, async (_, end) => {
    const { child, until } = await start()
    await until('The worker answers.')
    expect(ours().some(({ text }) => /workerd/.test(text))).toBe(true)
    end(child)
    await sleep(5000)
    expect(ours()).toEqual([])
  })
})

test('a second start on the same data folder says so in one sentence', { timeout: 120_000 }, async () => {
  const first = await start()
  await first.until('The database is open.')
  const second = await start()
  await second.until('is in use by process')
  await expect.poll(() => second.child.exitCode, { timeout: 10_000 }).toBe(1)
})

test('a taken port is named in one sentence', { timeout: 60_000 }, async () => {
  const { port } = new URL(testPlatform().apiUrl)
  const { child, until } = await start('--port', port)
  await until(`Port ${port} is in use by another program.`)
  await expect.poll(() => child.exitCode, { timeout: 10_000 }).toBe(1)
})
