import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const MAIN = join(import.meta.dirname, 'main.ts')
let folder: string

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'foyer-call-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs `npm run call` as its script does. */
const run = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args], (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })

test('nothing to play: it says how it is used', async () => {
  const { code, out, err } = await run()
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('npm run call -- SCENARIO.yaml')
}, 60_000)

test.each([
  ['a file that is not there', undefined, 'There is no file'],
  ['a sound that is not there', 'name: Mute\nsteps:\n  - plays: gone.wav\n', 'plays a sound that is not there'],
])(
  '%s is refused in words, before anything is started',
  async (name, text, words) => {
    const file = join(folder, `${name.replaceAll(' ', '-')}.yaml`)
    if (text !== undefined) await writeFile(file, text)
    const { code, out, err } = await run(file)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(file)
    expect(err).toContain(words)
    expect(err.trim().split('\n')).toHaveLength(1)
  },
  60_000,
)
