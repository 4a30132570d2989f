import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ROOT } from '../launcher/places.ts'
import { testPlatform } from '../test/provided.ts'

// Each command is a process of its own.
vi.setConfig({ testTimeout: 90_000 })

type Run = { code: number; out: string; err: string }

function run(bin: 'foyer' | 'foyer-admin', args: string[], env: Record<string, string>, input = ''): Promise<Run> {
  const script = join(ROOT, 'packages/sdk/src/cli', `${bin}.ts`)
  const child = spawn(process.execPath, ['--no-warnings', script, ...args], {
    env: { PATH: process.env['PATH'], FOYER_URL: testPlatform().apiUrl, ...env },
  })
  child.stdin.end(input)
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => (said.out += chunk))
  child.stderr.on('data', (chunk) => (said.err += chunk))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code: code ?? -1, ...said })))
}

let key = ''
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-cli-'))
  const given = [
    '--slug',
    `cli-${crypto.randomUUID().slice(0, 13)}`,
    '--name',
    'Corner Books',
    '--country',
    'US',
    '--time-zone',
    'America/Chicago',
    '--json',
  ]
  const made = await run('foyer-admin', ['tenants', 'create', ...given], {
    FOYER_OPERATOR_KEY: testPlatform().operatorKey,
  })
  expect(made.err).toBe('')
  key = (JSON.parse(made.out) as { secretKey: { key: string } }).secretKey.key
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const foyer = (args: string[], input?: string) => run('foyer', args, { FOYER_KEY: key }, input)

test('teach, ask and look why, as a person types it', async () => {
  const file = join(folder, 'returns.md')
  await writeFile(file, '# Returns\n\nBooks can be returned within 14 days with the receipt.\n')
  expect(await foyer(['knowledge', 'add', file])).toMatchObject({ code: 0, out: expect.stringContaining('returns.md') })
  expect(
    await foyer(
      ['knowledge', 'add', '--text', '-', '--title', 'Parking'],
      'Parking behind the shop is free for two hours.',
    ),
  ).toMatchObject({ code: 0 })
  const listed = await foyer(['knowledge', 'list'])
  expect(listed.out.trim().split('\n')).toHaveLength(2)
  const asked = await foyer(['ask', 'Within how many days can books be returned?', '--json'])
  const answer = JSON.parse(asked.out) as { answer: string; turnId: string; quotes: { text: string }[] }
  expect(answer.answer).toContain('14 days')
  expect(answer.quotes[0]?.text).toContain('14 days')
  const why = await foyer(['trace', answer.turnId])
  expect(why.out).toContain('asked: Within how many days can books be returned?')
  expect(why.out).toMatch(/extractive|semantic|llm/)
  expect((await foyer(['usage'])).out).toContain('tokens')
  expect(await foyer(['outbox'])).toMatchObject({ code: 0, out: 'Nothing was sent yet.\n' })
})

test('a key is shown once, rotated and revoked; no other output holds one', async () => {
  const made = await foyer(['keys', 'create', '--name', 'Till', '--kind', 'secret', '--json'])
  const { id, key: secret } = JSON.parse(made.out) as { id: string; key: string }
  expect(secret).toMatch(/^sk_test_/)
  expect((await foyer(['keys', 'list', '--json'])).out).not.toContain(secret)
  expect((await foyer(['keys', 'rotate', id, '--overlap', '0'])).out).toMatch(/^sk_test_[\w-]+\n$/)
  const revoked = await foyer(['keys', 'revoke', id])
  expect(revoked).toMatchObject({ code: 0, out: expect.stringContaining('revoked') })
  expect(await run('foyer', ['usage'], { FOYER_KEY: secret })).toMatchObject({ code: 1, out: '' })
})

test('a playbook is put, published and read back', async () => {
  const file = join(folder, 'playbook.yaml')
  await writeFile(file, 'name: Books\nlanguages: [en]\ngreeting:\n  en: Welcome to the shop.\n')
  expect((await foyer(['playbook', 'put', file])).out).toContain('revision 1')
  expect((await foyer(['playbook', 'publish', '--note', 'first'])).out).toContain('Version 1')
  expect((await foyer(['playbook', 'get'])).out).toContain('Welcome to the shop.')
  await writeFile(file, 'name: Books\nlanguages: [en]\ncolour: red\n')
  const refused = await foyer(['playbook', 'put', file])
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toContain('colour')
})

test('what cannot be read is exit code 1 and says why', async () => {
  const file = join(folder, 'empty.pdf')
  await writeFile(file, 'not a PDF at all')
  const { code, err, out } = await foyer(['knowledge', 'add', file])
  expect(code).toBe(1)
  expect(err + out).toMatch(/PDF/)
})
