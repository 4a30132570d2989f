import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Outcome } from './outcome.ts'

const main = join(import.meta.dirname, 'main.ts')
let folder = ''
let temporary = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-own-files-'))
  temporary = mkdtempSync(join(tmpdir(), 'foyer-own-tmp-'))
  mkdirSync(join(folder, 'terms'))
  writeFileSync(
    join(folder, 'terms/delivery.md'),
    '# Delivery\n\nWe deliver flowers within Tucson for $7, until 4 in the afternoon.\n',
  )
  writeFileSync(join(folder, 'prices.csv'), 'question,answer\nHow much is a dozen roses?,A dozen roses costs $39.\n')
  writeFileSync(join(folder, 'logo.png'), 'not for reading')
  const questions = [
    { question: 'How much is a dozen roses?' },
    { turns: ['Do you deliver flowers within Tucson?', 'How much is a dozen roses?'] },
    { question: 'Do you repair bicycles?' },
  ]
  writeFileSync(join(temporary, 'questions.jsonl'), questions.map((line) => JSON.stringify(line)).join('\n'))
})
afterAll(() => [folder, temporary].forEach((each) => rmSync(each, { recursive: true, force: true })))

test(
  'a list is answered from a folder of files, one line each in order, and nothing is left behind',
  { timeout: 240_000 },
  async () => {
    const home = join(temporary, 'tmp')
    mkdirSync(home)
    const args = [
      '--disable-warning=ExperimentalWarning',
      main,
      '--files',
      folder,
      '--questions',
      join(temporary, 'questions.jsonl'),
      '--json',
    ]
    const child = spawn(process.execPath, args, { env: { ...process.env, TMPDIR: home } })
    const said = { out: '', err: '' }
    child.stdout.on('data', (chunk) => (said.out += chunk))
    child.stderr.on('data', (chunk) => (said.err += chunk))
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect(code, said.err).toBe(0)
    expect(said.err).toContain('skipped: logo.png')
    const lines = said.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Outcome)
    expect(lines.map(({ question }) => question)).toEqual([
      'How much is a dozen roses?',
      'How much is a dozen roses?',
      'Do you repair bicycles?',
    ])
    expect(Object.keys(lines[0] ?? {})).toEqual([
      'question',
      'answer',
      'tier',
      'kind',
      'confidence',
      'lang',
      'quotes',
      'ms',
    ])
    expect(lines[0]).toMatchObject({
      kind: 'answer',
      lang: 'en',
      answer: expect.stringContaining('$39'),
      quotes: [{ url: 'prices.csv' }],
    })
    expect(lines[2]).toMatchObject({ kind: 'unknown', tier: 'none', quotes: [] })
    expect(readdirSync(home)).toEqual([])
  },
)
