import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../launcher/places.ts'

/** A fenced piece of code of a document. */
export type Snippet = { file: string; line: number; language: string; mark: string; text: string }

const DOCUMENTS = ['README.md', 'docs/guide/*.md', 'examples/*/README.md']

/** All fences with a language, in the order they stand. */
export async function snippets(): Promise<Snippet[]> {
  const files = await Array.fromAsync(glob(DOCUMENTS, { cwd: ROOT }))
  const found = await Promise.all(
    files.sort().map(async (file) => snippetsIn(file, await readFile(join(ROOT, file), 'utf8'))),
  )
  return found.flat()
}

export function snippetsIn(file: string, text: string): Snippet[] {
  return [...text.matchAll(/^```(\w+)(?: (\w+))?\n([\s\S]*?)^```$/gm)].map((match) => ({
    file,
    line: text.slice(0, match.index).split('\n').length,
    language: match[1] ?? '',
    mark: match[2] ?? '',
    text: match[3] ?? '',
  }))
}

export const nameOf = ({ file, line }: Snippet): string => `${file}:${line}`
