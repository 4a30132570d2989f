import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { query } from '../../../db/tenant.ts'
import { storableJson } from '../plain.ts'
import { questions, sources } from '../table.ts'

export type QuestionRow = typeof questions.$inferSelect

/** The one source that is kept question by question: a fixed id, so that two who begin it at once begin one. */
export const keptSourceId = 'src_questions'

export const keptSource = () => query.select().from(sources).where(eq(sources.id, keptSourceId))

export const insertKeptSource = () => {
  const name = 'Questions and answers'
  const config = { kind: 'questions', title: name, pairs: [] }
  return query.insert(sources).values({ id: keptSourceId, kind: 'questions', name, config }).onConflictDoNothing()
}

export const listQuestionRows = (after: string, limit: number, find: string) =>
  query
    .select()
    .from(questions)
    .where(
      and(
        gt(questions.id, after),
        find === ''
          ? undefined
          : sql`(${questions.phrasings}::text || ' ' || ${questions.answer}) ilike ${`%${find.replace(/[\\%_]/g, '\\$&')}%`}`,
      ),
    )
    .orderBy(asc(questions.id))
    .limit(limit)

export const questionRow = (id: string) => query.select().from(questions).where(eq(questions.id, id))

/** As the reader takes them. */
export const questionsOf = (sourceId: string) =>
  query.select().from(questions).where(eq(questions.sourceId, sourceId)).orderBy(asc(questions.id))

export const insertQuestion = (row: typeof questions.$inferInsert) => query.insert(questions).values(row).returning()

export const changedQuestion = (id: string, seen: number, next: Partial<typeof questions.$inferInsert>) =>
  query
    .update(questions)
    .set({ ...next, revision: seen + 1 })
    .where(and(eq(questions.id, id), eq(questions.revision, seen)))
    .returning()

export const deleteQuestion = (id: string) => query.delete(questions).where(eq(questions.id, id))

interface Kept {
  id: string
  fingerprint: string
  phrasings: readonly string[]
  answer: string
}

/** One statement for a whole list: those that say what they said before come back in no row. */
export const upsertQuestions = (sourceId: string, rows: readonly Kept[]) =>
  query.execute<{ added: boolean }>(sql`
    insert into questions (id, source_id, phrasings, answer, fingerprint)
    select q.id, ${sourceId}, q.phrasings, q.answer, q.fingerprint
      from jsonb_to_recordset(${storableJson(rows)}::jsonb) as q(id text, phrasings jsonb, answer text, fingerprint text)
    on conflict (tenant_id, source_id, fingerprint) do update
      set phrasings = excluded.phrasings, answer = excluded.answer, revision = questions.revision + 1
      where (questions.answer, questions.phrasings) is distinct from (excluded.answer, excluded.phrasings)
    returning (xmax = 0) as added`)
