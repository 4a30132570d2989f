// What the test voice is made of. None of it is a dependency: it is fetched for this machine alone and never shipped
// (espeak-ng is under the GPL).

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE } from '../launcher/places.ts'

const ESPEAK = 'espeak-ng@1.0.2'
const POCKETSPHINX = 'pocketsphinx==5.1.1'
const PNPM = 'pnpm@10.34.9'
const INSTALL_MS = 300_000

export type TestVoice = { espeak: string; python: string }

/** Both halves of it. @throws with one line that says what is missing. */
export async function installTestVoice(say: (line: string) => void): Promise<TestVoice> {
  const espeak = join(CACHE, 'espeak-ng-1.0.2')
  const sphinx = join(CACHE, 'pocketsphinx-5.1.1')
  const isWindows = process.platform === 'win32'
  const found = {
    espeak: join(espeak, 'node_modules/espeak-ng/dist/espeak-ng.js'),
    python: join(sphinx, isWindows ? 'Scripts/python.exe' : 'bin/python'),
  }
  if (!existsSync(found.espeak)) {
    say('Installing the test voice (once) …')
    await made(espeak, async (folder) => {
      writeFileSync(join(folder, 'package.json'), '{"private":true}')
      await run(
        isWindows ? 'npx.cmd' : 'npx',
        ['-y', PNPM, 'add', ESPEAK, '--ignore-workspace', '--ignore-scripts'],
        folder,
      )
    })
  }
  if (!existsSync(join(sphinx, 'ready'))) {
    say('Installing the test recogniser (once; about a minute) …')
    // A virtual environment knows its own path, so it cannot be made elsewhere and moved.
    rmSync(sphinx, { recursive: true, force: true })
    const python = isWindows ? 'python' : 'python3'
    await run(python, ['-m', 'venv', sphinx]).catch((error: unknown) => {
      throw new Error('the test recogniser needs Python 3 with venv. Install it, or set SPEECH_BASE_URL.', {
        cause: error,
      })
    })
    await run(found.python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', POCKETSPHINX])
    writeFileSync(join(sphinx, 'ready'), '')
  }
  return found
}

async function made(folder: string, work: (half: string) => Promise<void>): Promise<void> {
  const half = `${folder}.${process.pid}`
  mkdirSync(half, { recursive: true })
  try {
    await work(half)
    renameSync(half, folder)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

async function run(command: string, args: string[], cwd?: string): Promise<void> {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: INSTALL_MS })
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  let words = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (words += chunk.toString()))
  const code = await new Promise<number | null>((done) => child.once('close', done).once('error', () => done(null)))
  process.off('exit', end)
  if (code !== 0) throw new Error(`${command} failed: ${words.trim().split('\n').at(-1) ?? 'it could not be started'}`)
}
