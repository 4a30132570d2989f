import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

export const fingerprint = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 32)

/** Every file below a folder, by its path with `/`; hidden ones, what package managers put there and orders to robots are passed over. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(
      (path) =>
        !path.split('/').some((part) => part.startsWith('.') || part === 'node_modules' || part === 'robots.txt'),
    )
    .sort()
}

export async function fingerprintOf(folder: string, extra = ''): Promise<string> {
  const hash = createHash('sha256').update(extra)
  for (const path of await filesBelow(folder)) hash.update(`\0${path}\0`).update(await readFile(join(folder, path)))
  return hash.digest('hex').slice(0, 32)
}

const TYPES: Record<string, string> = {
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.txt': 'text/plain',
  '.text': 'text/plain',
  '.csv': 'text/csv',
}

/** The media type of a file that can be read; undefined for any other. */
export const readableType = (path: string): string | undefined => TYPES[extname(path).toLowerCase()]
