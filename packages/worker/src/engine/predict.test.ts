import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'foyer-predict-'))
afterAll(() => rmSync(folder, { recursive: true }))
const command = join(import.meta.dirname, '../../bench/answers/predict.ts')

function predict(set: unknown, ...more: string[]) {
  const path = join(folder, 'set.json')
  writeFileSync(path, JSON.stringify(set))
  const ran = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', command, path, ...more], {
    encoding: 'utf8',
  })
  const lines = ran.stdout.split('\n').filter((line) => line !== '')
  return { status: ran.status, said: ran.stderr, rows: lines.map((line) => JSON.parse(line) as unknown) }
}

const [opening, paying] = [
  ['when do you open', 'what are your hours', 'are you open on sunday', 'how late are you open'],
  ['can I pay by card', 'do you take cash', 'which cards do you accept', 'is payment by phone possible'],
]

// A process each.
describe('engine:predict', { timeout: 60_000 }, () => {
  it('writes a decision for each query of matching sets, and none where it passes', () => {
    const train = [
      ...opening.map((text) => ({ text, intent: 'hours' })),
      ...paying.map((text) => ({ text, intent: 'payment' })),
    ]
    const queries = [
      { id: 'q1', text: 'what are your hours on sunday', intent: 'hours' },
      { id: 'q2', text: 'my dog likes the moon', intent: null },
    ]
    const { status, rows } = predict({ format: 'intent/v1', name: 'two', lang: 'en', train, queries })
    expect(status).toBe(0)
    expect(rows).toEqual([
      { id: 'q1', top: 'hours', intent: 'hours', score: expect.any(Number) },
      { id: 'q2', top: expect.any(String), intent: null, score: expect.any(Number) },
    ])
    const scenarios = [
      { id: 'hours', examples: opening },
      { id: 'payment', examples: paying },
    ]
    const tenants = [
      {
        id: 't',
        lang: 'en',
        scenarios,
        queries: queries.map(({ id, text }) => ({ id, text, scenario: null, oos: null })),
      },
    ]
    expect(predict({ format: 'tenants/v1', tenants }).rows).toEqual(rows)
  })

  it('ranks the documents of retrieval sets, the best first, by language', () => {
    const docs = [
      { id: 'd1', text: 'The pool opens at nine in the morning.' },
      { id: 'd2', text: 'A tune-up of the furnace costs 89 dollars.' },
    ]
    const queries = [{ id: 'r1', text: 'How much is a furnace tune-up?', relevant: ['d2'] }]
    const { rows } = predict({ format: 'retrieval/v1', sets: [{ lang: 'en', docs, queries }] })
    expect(rows).toEqual([{ id: 'r1', lang: 'en', ranked: expect.arrayContaining(['d2']) }])
    expect((rows[0] as { ranked: string[] }).ranked[0]).toBe('d2')
  })

  it('says which format it does not know', () => {
    expect(predict({ format: 'booking/v1' })).toMatchObject({
      status: 2,
      rows: [],
      said: expect.stringContaining('booking/v1'),
    })
  })
})
