import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../launcher/places.ts'
import { testPlatform } from '../test/provided.ts'

test('examples/npm-sdk makes a tenant, teaches it, and prints an answer with its quote', async () => {
  const { apiUrl, operatorKey } = testPlatform()
  const script = join(ROOT, 'examples/npm-sdk/main.ts')
  const child = spawn(process.execPath, ['--no-warnings', script], {
    env: { FOYER_URL: apiUrl, FOYER_OPERATOR_KEY: operatorKey },
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += chunk))
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect(words).toMatch(/answer: .*\$48/)
  expect(words).toContain('“')
  expect(code).toBe(0)
})
