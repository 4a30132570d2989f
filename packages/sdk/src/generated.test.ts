import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const here = dirname(fileURLToPath(import.meta.url))
const generator = join(here, '../../../node_modules/@hey-api/openapi-ts/bin/run.js')

test('the types are those of openapi.json; else run `pnpm sdk:generate`', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-types-'))
  try {
    const environment = { ...process.env, FOYER_TYPES: folder }
    await promisify(execFile)(process.execPath, [generator], { cwd: dirname(here), env: environment })
    const [fresh, committed] = await Promise.all(
      [folder, join(here, 'generated')].map((at) => readFile(join(at, 'types.gen.ts'), 'utf8')),
    )
    expect(fresh === committed).toBe(true)
  } finally {
    await rm(folder, { recursive: true })
  }
})
