import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { errorCodes } from '../../../worker/src/shared/errors.ts'
import { ROOT } from '../launcher/places.ts'
import { nameOf, snippets } from './snippets.ts'

test('TypeScript in the documents has the types it uses', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(ROOT, 'packages/local/.snippets-'))
  try {
    const pieces = (await snippets()).filter(({ language }) => language === 'ts')
    expect(pieces.length).toBeGreaterThan(5)
    const names = new Map(pieces.map((piece, index) => [`snippet-${index}.ts`, piece]))
    for (const [name, piece] of names) await writeFile(join(folder, name), `${piece.text}\nexport {}\n`)
    const compilerOptions = {
      lib: ['ES2024', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
      types: ['node'],
      noPropertyAccessFromIndexSignature: false,
    }
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: '../../../tsconfig.base.json', compilerOptions, include: ['*.ts'] }),
    )
    const compiler = join(dirname(createRequire(import.meta.url).resolve('@typescript/native/package.json')), 'bin/tsc')
    const { stdout } = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8', cwd: folder })
    expect(
      stdout.replaceAll(/snippet-\d+\.ts/g, (name) =>
        nameOf(names.get(name) ?? { file: name, line: 0, language: '', mark: '', text: '' }),
      ),
    ).toBe('')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('every error code has its place in the guide, where each error links to', async () => {
  const guide = await readFile(join(ROOT, 'docs/guide/errors.md'), 'utf8')
  const headings = [...guide.matchAll(/^## (\w+)$/gm)].map((match) => match[1] ?? '')
  expect(headings.toSorted()).toEqual([...errorCodes, 'internal'].toSorted())
})
