import { openAsBlob } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Admin, FoyerError, type Source } from '@foyer/sdk/admin'
import { filesBelow, fingerprint, readableType } from './content.ts'
import { inParallel } from './in-parallel.ts'
import type { Kept } from './kept.ts'

type Say = (line: string) => void
type Files = NonNullable<Kept['files']>

/** Uploads what is new or changed in a folder, forgets what is gone, and waits until all of it is read. */
export async function teachFiles(foyer: Admin, known: Files, folder: string, again: boolean, say: Say): Promise<Files> {
  const paths = await filesBelow(folder)
  const readable = paths.filter((path) => readableType(path) !== undefined)
  for (const path of paths.filter((each) => readableType(each) === undefined))
    say(`  skipped: ${path} — only PDF, DOCX, Markdown, HTML, text and CSV are read`)
  if (readable.length === 0)
    say(`There is nothing to read in ${folder}: no PDF, DOCX, Markdown, HTML, text or CSV file.`)
  const gone = Object.entries(known).filter(([path]) => !readable.includes(path))
  for (const [, { sourceId }] of gone) await foyer.sources.remove(sourceId).catch(ignoreMissing)
  const started: string[] = []
  const entries = await inParallel(readable, 4, async (path): Promise<[string, Files[string]] | undefined> => {
    const content = fingerprint(await readFile(join(folder, path)))
    const before = known[path]
    if (before !== undefined && before.content === content && !again) return [path, before]
    try {
      const type = readableType(path) ?? ''
      const source = await foyer.sources.upload({ name: path, data: await openAsBlob(join(folder, path)), type })
      started.push(source.id)
      return [path, { sourceId: source.id, content }]
    } catch (error) {
      if (!(error instanceof FoyerError) || error.status < 400 || error.status >= 500) throw error
      say(`  skipped: ${path} — ${error.message}`)
      return undefined
    }
  })
  if (started.length > 0) await watch(foyer, started, folder, say)
  return Object.fromEntries(entries.filter((entry) => entry !== undefined))
}

async function watch(foyer: Admin, sourceIds: readonly string[], folder: string, say: Say): Promise<void> {
  say(`Reading ${sourceIds.length} ${sourceIds.length === 1 ? 'file' : 'files'} of ${folder} …`)
  const outcomes = await inParallel(sourceIds, 4, async (sourceId) => {
    let last: Source | undefined
    for await (const source of foyer.sources.followRead(sourceId)) last = source
    const isRead = last?.lastRead?.state === 'done'
    const note = last?.lastRead?.note || last?.note || ''
    say(`  ${isRead ? 'read' : 'failed'}: ${last?.name ?? sourceId}${note === '' ? '' : ` — ${note}`}`)
    return isRead
  })
  const read = outcomes.filter(Boolean).length
  say(`Read ${folder}: ${read} read${read < outcomes.length ? `, ${outcomes.length - read} failed` : ''}.`)
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof FoyerError) || error.code !== 'not_found') throw error
}
