import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Misuse, readChoice } from './choice.ts'
import { inOrder } from './in-order.ts'

const folder = mkdtempSync(join(tmpdir(), 'foyer-questions-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function listed(text: string, ...args: string[]) {
  const file = join(folder, 'questions.jsonl')
  writeFileSync(file, text)
  const choice = readChoice(['--questions', file, ...args])
  return choice === 'help' ? [] : choice.questions
}

test('a list holds questions and dialogues, with a language and an instant where they are given', () => {
  const now = '2026-11-20T15:00:00Z'
  expect(
    listed(`\uFEFF{"question":"A?"}\r\n\n{"turns":["B?","C?"],"lang":"es"}\n{"question":"D?","now":"${now}"}`),
  ).toEqual([
    { turns: ['A?'], lang: undefined, now: undefined },
    { turns: ['B?', 'C?'], lang: 'es', now: undefined },
    { turns: ['D?'], lang: undefined, now },
  ])
})

test('--lang and --now stand for the lines that do not say', () => {
  expect(listed('{"question":"A?"}\n{"question":"B?","lang":"ar"}', '--lang', 'es').map(({ lang }) => lang)).toEqual([
    'es',
    'ar',
  ])
})

test.each([
  ['not json', 'line 1: is not a JSON object'],
  ['{"question":"A?"}\n{"ask":"B?"}', 'line 2: needs {"question"'],
  ['{"turns":[]}', 'line 1: needs'],
  ['{"question":"A?","now":"soon"}', '"now" must be an instant'],
])('%j is refused with the line that is wrong', (text, words) => {
  expect(() => listed(text)).toThrow(words)
})

test.each([
  [[], 'Ask something'],
  [['--site', 'example.com', 'A?'], 'whole address'],
  [['--files', '/nowhere/at/all', 'A?'], 'needs a folder'],
  [['--site', 'https://example.com', '--files', '.', 'A?'], 'not both'],
  [['--questions', '/nowhere.jsonl'], 'There is no file'],
  [['--loud', 'A?'], '--loud'],
])('%j is asked wrongly, and said so in a sentence', (args, words) => {
  expect(() => readChoice(args)).toThrow(Misuse)
  expect(() => readChoice(args)).toThrow(words)
})

test('answers come out in the order of the questions, each as soon as it can', async () => {
  const out: number[] = []
  const gates = [0, 1, 2, 3].map(() => Promise.withResolvers<void>())
  const done = inOrder(
    [0, 1, 2, 3],
    2,
    async (item) => (await gates[item]?.promise, item),
    (item) => out.push(item),
  )
  gates[1]?.resolve()
  await gates[1]?.promise
  expect(out).toEqual([])
  gates[0]?.resolve()
  gates[3]?.resolve()
  gates[2]?.resolve()
  await done
  expect(out).toEqual([0, 1, 2, 3])
})
