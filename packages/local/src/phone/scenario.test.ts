import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { qualityOf, readScenario } from './scenario.ts'

/** A scenario file with these lines. */
function written(...lines: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-scenario-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'call.yaml')
  writeFileSync(file, ['name: A call', ...lines].join('\n'))
  return file
}

test('a recording is looked for beside the file, and what is expected has its time', () => {
  const file = written('steps:', '  - plays: question.wav', '  - expects: speech', '    within_ms: 900')
  expect(() => readScenario(file)).toThrow('is not there')
  writeFileSync(join(file, '..', 'question.wav'), '')
  expect(readScenario(file).steps).toEqual([
    { plays: join(file, '..', 'question.wav') },
    { expects: 'speech', within_ms: 900 },
  ])
})

test('a bad line has noise, loss and delay; one that is not described is a good one', () => {
  const { line } = readScenario(written('line: { noise: 150, loss: 0.02, delay_ms: 120 }', 'steps: [{ presses: "1" }]'))
  expect(qualityOf(line)).toEqual({ quality: { noise: 150, loss: 0.02, delayMs: 120 } })
  expect(qualityOf()).toEqual({ quality: {} })
})

test.each([
  ['a key that no phone has', 'steps: [{ presses: "12A" }]', 'steps.0'],
  ['a step of nobody', 'steps: [{ says: hello }, { shouts: hello }]', 'steps.1'],
  ['a line that loses more than it carries', 'line: { loss: 0.9 }\nsteps: [{ presses: "1" }]', 'line.loss'],
  ['no steps', 'steps: []', 'steps'],
  ['what is no YAML', 'steps: [', 'is no YAML'],
])('%s is named', (_what, lines, where) => {
  expect(() => readScenario(written(lines))).toThrow(where)
})
