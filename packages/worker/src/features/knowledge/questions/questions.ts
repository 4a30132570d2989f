import type { z } from '@hono/zod-openapi'
import { eq } from 'drizzle-orm'
import { auditRow } from '../../../core/audit.ts'
import { type Ctx, requireScope } from '../../../core/ctx.ts'
import { isLostRace, violatedConstraint } from '../../../db/conflict.ts'
import { expectWritten } from '../../../db/expect.ts'
import { type Query, withTenant } from '../../../db/tenant.ts'
import { fold } from '../../../engine/evidence/index.ts'
import { AppError, notFound } from '../../../shared/errors.ts'
import { newId } from '../../../shared/ids.ts'
import { sha256 } from '../../../shared/secret.ts'
import { decodeText, readBytes } from '../../../web/body.ts'
import { seenRevision } from '../../../web/if-match.ts'
import { enqueueRead } from '../sources/queue-read.ts'
import { questionRows } from '../reading/csv.ts'
import {
  changedQuestion,
  deleteQuestion,
  insertKeptSource,
  insertQuestion,
  keptSource,
  listQuestionRows,
  type QuestionRow,
  questionRow,
  upsertQuestions,
} from './question-store.ts'
import type { NewQuestion, Question, QuestionChange, QuestionImport } from '../schema.ts'
import { insertRead } from '../sources/source-store.ts'
import { questions } from '../table.ts'

const csvBytes = 8 * 1024 * 1024

export async function listQuestions(ctx: Ctx, page: { after: string; limit: number; find: string }) {
  requireScope(ctx, 'knowledge:read')
  const [rows] = await withTenant(ctx).batch(listQuestionRows(page.after, page.limit, page.find))
  return { items: rows.map(present), next: rows.length < page.limit ? '' : (rows.at(-1)?.id ?? '') }
}

export async function addQuestion(ctx: Ctx, input: z.output<typeof NewQuestion>) {
  requireScope(ctx, 'knowledge:write')
  const sourceId = await ensureSource(ctx)
  const id = newId('question')
  const row = { id, sourceId, ...input, fingerprint: await fingerprintOf(input.phrasings) }
  try {
    const [[made]] = await taught(ctx, sourceId, insertQuestion(row), auditRow(ctx, 'question.added', id))
    if (made === undefined) throw new Error('an insert returned no row')
    return present(made)
  } catch (error) {
    throw askedBefore(error)
  }
}

/** @throws AppError revision_conflict when somebody changed it meanwhile: nothing is overwritten unseen. */
export async function changeQuestion(
  ctx: Ctx,
  id: string,
  change: z.output<typeof QuestionChange>,
  ifMatch: string | null,
) {
  requireScope(ctx, 'knowledge:write')
  const [[held]] = await withTenant(ctx).batch(questionRow(id))
  if (held === undefined) throw notFound('question')
  const seen = seenRevision(ifMatch)
  const phrasings = change.phrasings ?? held.phrasings
  const next = {
    phrasings,
    answer: change.answer ?? held.answer,
    lang: change.lang ?? held.lang,
    fingerprint: await fingerprintOf(phrasings),
  }
  try {
    const [[changed]] = await taught(
      ctx,
      held.sourceId,
      changedQuestion(id, seen, next),
      expectWritten(questions, eq(questions.id, id)),
      auditRow(ctx, 'question.changed', id),
    )
    if (changed === undefined) throw notFound('question')
    return present(changed)
  } catch (error) {
    if (!isLostRace(error)) throw askedBefore(error)
    throw new AppError(
      'revision_conflict',
      'Somebody else changed this answer meanwhile. Look at it again and bring your change over; yours was not saved.',
    )
  }
}

export async function removeQuestion(ctx: Ctx, id: string) {
  requireScope(ctx, 'knowledge:write')
  const [[held]] = await withTenant(ctx).batch(questionRow(id))
  if (held === undefined) throw notFound('question')
  await taught(ctx, held.sourceId, deleteQuestion(id), auditRow(ctx, 'question.removed', id))
}

/** A CSV of `question,answer[,further wordings…]`: what fits is kept, what does not is named by line. */
export async function importQuestions(ctx: Ctx, request: Request): Promise<z.infer<typeof QuestionImport>> {
  requireScope(ctx, 'knowledge:write')
  const rows = questionRows(decodeText(await readBytes(request, csvBytes)))
  if (typeof rows === 'string')
    throw new AppError('unprocessable', `We could not read this CSV: ${rows}. Nothing was changed.`)
  const refused = [...rows.bad]
  const fresh = new Map<string, { phrasings: string[]; answer: string; line: number }>()
  for (const { question, phrasings = [], answer, line } of rows.questions) {
    const fingerprint = await fingerprintOf([question])
    const before = fresh.get(fingerprint)
    if (before === undefined) fresh.set(fingerprint, { phrasings: [question, ...phrasings].slice(0, 30), answer, line })
    else if (before.answer !== answer) refused.push({ line, why: `asks the same as line ${before.line}` })
  }
  refused.sort((a, b) => a.line - b.line)
  if (fresh.size === 0) return { added: 0, changed: 0, same: 0, refused }
  const sourceId = await ensureSource(ctx)
  const kept = [...fresh].map(([fingerprint, { phrasings, answer }]) => ({
    id: newId('question'),
    fingerprint,
    phrasings,
    answer,
  }))
  const [done] = await taught(
    ctx,
    sourceId,
    upsertQuestions(sourceId, kept),
    auditRow(ctx, 'questions.imported', sourceId, { rows: kept.length, refused: refused.length }),
  )
  const added = done.rows.filter((row) => row.added).length
  const changed = done.rows.length - added
  return { added, changed, same: kept.length - added - changed, refused }
}

/** The change, and a read of its source: what is answered from follows within seconds. */
async function taught<const T extends readonly [Query, ...Query[]]>(ctx: Ctx, sourceId: string, ...queries: T) {
  const results = await withTenant(ctx).batch(...queries)
  const [[read]] = await withTenant(ctx).batch(insertRead(newId('read'), sourceId))
  if (read !== undefined) await enqueueRead(ctx, read)
  return results
}

/** The source that holds what is kept question by question; made with the first. */
async function ensureSource(ctx: Ctx): Promise<string> {
  const [, [held]] = await withTenant(ctx).batch(insertKeptSource(), keptSource())
  if (held === undefined || held.removedAt !== null) {
    throw new AppError('conflict', 'The questions of before are just being forgotten. Try again in a moment.')
  }
  return held.id
}

const fingerprintOf = ([first = '']: readonly string[]): Promise<string> =>
  sha256(
    fold(first)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )

function askedBefore(error: unknown): unknown {
  if (violatedConstraint(error) !== 'questions_once') return error
  return new AppError('taken', 'This question is there already. Change its answer instead. Nothing was changed.')
}

function present({ id, phrasings, answer, lang, revision, createdAt }: QuestionRow): z.infer<typeof Question> {
  return { id, phrasings, answer, lang, revision, createdAt: createdAt.toISOString() }
}
