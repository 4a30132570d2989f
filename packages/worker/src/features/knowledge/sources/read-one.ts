import type { z } from '@hono/zod-openapi'
import { eq } from 'drizzle-orm'
import type { Ctx } from '../../../core/ctx.ts'
import { isLostRace } from '../../../db/conflict.ts'
import { query, withTenant } from '../../../db/tenant.ts'
import { sha256 } from '../../../shared/secret.ts'
import type { FileConfig } from '../files.ts'
import { languageOf } from './language.ts'
import { holdLease, keepLease, type Lease } from './lease.ts'
import { documentOfPairs } from '../questions/questions-document.ts'
import { isRefusal, readFile, readText, type ReadDocument, type Refusal } from '../reading/index.ts'
import { questionsOf } from '../questions/question-store.ts'
import type { Reading } from './read-site.ts'
import type { QuestionsConfig, TextConfig } from '../schema.ts'
import type { SourceRow } from './source-store.ts'
import { addPages, endPages, stagePage } from '../revision/stage.ts'
import { pages } from '../table.ts'

/** Reads a source that is one document: a file, typed text, questions with answers. */
export async function readOne(ctx: Ctx, source: SourceRow, lease: Lease): Promise<Reading> {
  const read = await documentOf(ctx, source)
  try {
    return await stageOne(ctx, source, lease, read)
  } catch (error) {
    if (isLostRace(error)) return { kind: 'lost' }
    throw error
  }
}

async function documentOf(ctx: Ctx, source: SourceRow): Promise<ReadDocument | Refusal> {
  switch (source.kind) {
    case 'file':
      return readStored(ctx, source)
    case 'text': {
      const { title, text, lang } = source.config as z.output<typeof TextConfig>
      const read = readText(text, { url: title, detectLanguage: (sample) => lang || languageOf(sample) })
      return { ...read, title }
    }
    case 'questions': {
      const { title, pairs } = source.config as z.output<typeof QuestionsConfig>
      const [kept] = await withTenant(ctx).batch(questionsOf(source.id))
      const own = kept.map(({ phrasings, answer, lang }) => ({ questions: phrasings, answer, lang }))
      return documentOfPairs(title, [...pairs, ...own], languageOf)
    }
    case 'site':
      throw new Error('a site is not one document')
    default:
      return source.kind satisfies never
  }
}

async function readStored(ctx: Ctx, source: SourceRow): Promise<ReadDocument | Refusal> {
  const { key, contentType } = source.config as FileConfig
  const file = await ctx.ports.files.get(key)
  if (file === null)
    return { refused: true, code: 'damaged', message: 'The file is no longer in our store. Upload it again.' }
  const type = contentType === 'application/octet-stream' ? {} : { contentType }
  const read = await readFile(file.bytes, { name: source.name, detectLanguage: languageOf, ...type })
  if (isRefusal(read) || !/\.(csv|tsv)$/i.test(source.name) || read.questions.length === 0) return read
  const pairs = read.questions.map(({ question, answer, phrasings = [] }) => ({
    questions: [question, ...phrasings],
    answer,
    lang: '',
  }))
  return { ...documentOfPairs(read.title, pairs, languageOf), notes: read.notes }
}

/** Questions that were changed while their source was read have to be read again. */
export async function isBehind(ctx: Ctx, source: SourceRow): Promise<boolean> {
  const read = await documentOf(ctx, source)
  if (isRefusal(read)) return false
  const [[page]] = await withTenant(ctx).batch(query.select().from(pages).where(eq(pages.sourceId, source.id)))
  return page !== undefined && page.contentHash !== (await hashOf(read))
}

const hashOf = (read: ReadDocument): Promise<string> => sha256(`${read.title}\n${read.text}`)

/** A refused file leaves what was known of it as it was, and says why on the source. */
async function stageOne(ctx: Ctx, source: SourceRow, lease: Lease, read: ReadDocument | Refusal): Promise<Reading> {
  const page = { url: source.name, key: 'document', depth: 0, rank: 0, via: 'start', from: '' } as const
  if (isRefusal(read)) {
    const why = read.message
    const [held] = await withTenant(ctx).batch(
      holdLease(lease),
      addPages(lease, [page]),
      endPages(source.id, [{ key: page.key, state: 'failed', why, drop: false }]),
    )
    keepLease(lease, held)
    return { kind: 'ended', readable: false, note: why }
  }
  const contentHash = await hashOf(read)
  const why = read.notes.map((note) => note.message).join(' ')
  const [[before]] = await withTenant(ctx).batch(query.select().from(pages).where(eq(pages.sourceId, source.id)))
  const same = before?.versionId != null && before.contentHash === contentHash
  const [held] = await withTenant(ctx).batch(
    holdLease(lease),
    addPages(lease, [page]),
    same
      ? endPages(source.id, [{ key: page.key, state: 'unchanged', why, drop: false }])
      : stagePage(lease, {
          key: page.key,
          url: source.name,
          why,
          etag: '',
          lastModified: '',
          contentHash,
          document: read,
        }),
  )
  keepLease(lease, held)
  return { kind: 'ended', readable: true, note: why }
}
