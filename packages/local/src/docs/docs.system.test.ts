import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createAdmin } from '@foyer/sdk/admin'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ROOT } from '../launcher/places.ts'
import { testPlatform } from '../test/provided.ts'
import { nameOf, type Snippet, snippets } from './snippets.ts'

// Each command is a process of its own.
vi.setConfig({ testTimeout: 90_000 })

const pieces = await snippets()
const marked = (language: string, mark: string): [string, Snippet][] =>
  pieces.filter((piece) => piece.language === language && piece.mark === mark).map((piece) => [nameOf(piece), piece])

let folder = ''
let key = ''
let assistantId = ''
beforeAll(async () => {
  folder = await mkdtemp(join(ROOT, 'packages/local/.snippets-'))
  const { apiUrl, operatorKey } = testPlatform()
  const operator = createAdmin({ baseUrl: apiUrl, key: operatorKey, timeoutMs: 60_000 })
  const business = {
    name: 'Corner Books',
    country: 'US',
    location: { name: 'Main', timeZone: 'America/Chicago' },
    assistant: { name: 'Robin' },
  }
  const made = await operator.tenants.create({ slug: `docs-${crypto.randomUUID().slice(0, 13)}`, ...business })
  key = made.secretKey.key
  assistantId = made.assistantId
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function run(args: string[]): Promise<{ code: number; words: string }> {
  const env = {
    PATH: process.env['PATH'],
    FOYER_URL: testPlatform().apiUrl,
    FOYER_KEY: key,
    FOYER_OPERATOR_KEY: testPlatform().operatorKey,
  }
  const child = spawn(process.execPath, ['--no-warnings', ...args], { cwd: folder, env })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += chunk))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code: code ?? -1, words })))
}

test.each(marked('ts', 'run'))('%s runs', async (_name, piece) => {
  const file = join(folder, `${piece.line}.ts`)
  await writeFile(file, piece.text)
  expect(await run([file])).toMatchObject({ code: 0 })
})

test.each(marked('sh', 'run'))('the commands of %s run', async (_name, piece) => {
  for (const line of piece.text.split('\n').filter((each) => /^foyer(-admin)? /.test(each))) {
    const [program, ...args] = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '')
    expect(await run([join(ROOT, `packages/sdk/src/cli/${program}.ts`), ...args]), line).toMatchObject({ code: 0 })
  }
})

test.each(marked('yaml', 'playbook'))('the playbook of %s is published', async (name, piece) => {
  const foyer = createAdmin({ baseUrl: testPlatform().apiUrl, key })
  const { revision } = await foyer.playbook.get(assistantId)
  await foyer.playbook.putYaml(assistantId, piece.text, { revision })
  expect((await foyer.playbook.publish(assistantId)).number).toBeGreaterThan(0)
  if (!name.startsWith('docs/guide/teach-it.md')) return
  expect((await foyer.conversations.ask('When does the reading group meet?')).answer).toContain('first Monday')
  expect(await foyer.conversations.ask('Do you have signed copies?')).toMatchObject({
    tier: 'rules',
    answer: expect.stringContaining('behind the counter'),
  })
})
