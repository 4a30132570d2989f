// What the test voice is made of. None of it is a dependency: it is fetched for this machine alone and never shipped
// (espeak-ng is under the GPL).

import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE } from '../launcher/places.ts'
import { runToEnd } from '../voice/run-to-end.ts'

const ESPEAK = 'espeak-ng@1.0.2'
const POCKETSPHINX = 'pocketsphinx==5.1.1'
const PNPM = 'pnpm@10.34.9'
const mostMs = 300_000

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
      await runToEnd('npx', ['-y', PNPM, 'add', ESPEAK, '--ignore-workspace', '--ignore-scripts'], {
        cwd: folder,
        mostMs,
      })
    })
  }
  if (!existsSync(join(sphinx, 'ready'))) {
    say('Installing the test recogniser (once; about a minute) …')
    // A virtual environment knows its own path, so it cannot be made elsewhere and moved.
    rmSync(sphinx, { recursive: true, force: true })
    const python = isWindows ? 'python' : 'python3'
    await runToEnd(python, ['-m', 'venv', sphinx], { mostMs }).catch((error: unknown) => {
      throw new Error('the test recogniser needs Python 3 with venv. Install it, or set SPEECH_BASE_URL.', {
        cause: error,
      })
    })
    await runToEnd(found.python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', POCKETSPHINX], {
      mostMs,
    })
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
