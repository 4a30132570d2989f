import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Paths that a document cites, in backticks or as a link, and that are not there; '' when all are. */
export async function brokenDocPaths(root: string): Promise<string> {
  const broken: string[] = []
  for await (const file of glob(['*.md', 'docs/**/*.md', 'examples/*/*.md', 'packages/*/src/**/*.md'], { cwd: root })) {
    if (file.includes('node_modules')) continue
    const text = await readFile(join(root, file), 'utf8')
    for (const path of citedIn(text)) {
      const from = path.startsWith('./') || path.startsWith('../') ? dirname(file) : ''
      if (!existsSync(join(root, from, path)) && !existsSync(join(root, dirname(file), path)))
        broken.push(`${file} cites ${path}, which is not there.`)
    }
  }
  return broken.join('\n')
}

function citedIn(text: string): string[] {
  const quoted = [...text.matchAll(/`((?:packages|docs|examples)\/[\w./-]+)`/g)].map((match) => match[1] ?? '')
  const linked = [...text.matchAll(/\]\(((?!https?:|#|mailto:)[^)\s#]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '')
  return [...quoted, ...linked].filter((path) => path !== '')
}
