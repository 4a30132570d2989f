import { z } from '@hono/zod-openapi'
import { operation, pageQuery } from '../../../web/operation.ts'
import { Router } from '../../../web/router.ts'
import { addQuestion, changeQuestion, importQuestions, listQuestions, removeQuestion } from './questions.ts'
import { NewQuestion, Question, QuestionChange, QuestionImport, QuestionPage } from '../schema.ts'

const byQuestion = z.strictObject({ questionId: z.string() })
const questionQuery = pageQuery.extend({ find: z.string().max(200).default('').describe('Words of it.') })
const tag = 'Knowledge'

/** Questions with the owner's own answers, one by one. */
export const questionRoutes = new Router()
  .on(
    operation({
      method: 'get',
      path: '/v1/questions',
      operationId: 'listQuestions',
      scope: 'knowledge:read',
      tag,
      summary: 'Questions and the owner’s answers',
      query: questionQuery,
      reply: QuestionPage,
    }),
    (ctx, { query }) => listQuestions(ctx, query),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/questions',
      operationId: 'addQuestion',
      scope: 'knowledge:write',
      tag,
      summary: 'Teach an answer',
      body: NewQuestion,
      reply: Question,
      status: 201,
    }),
    (ctx, { body }) => addQuestion(ctx, body),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/questions/import',
      operationId: 'importQuestions',
      scope: 'knowledge:write',
      tag,
      summary: 'Teach a CSV of questions and answers, 10,000 rows at most; rows that do not fit are named by line',
      bodyType: 'bytes',
      body: z.unknown(),
      reply: QuestionImport,
      maxBytes: 8 * 1024 * 1024,
    }),
    (ctx, { request }) => importQuestions(ctx, request),
  )
  .on(
    operation({
      method: 'patch',
      path: '/v1/questions/{questionId}',
      operationId: 'changeQuestion',
      scope: 'knowledge:write',
      tag,
      summary: 'Change an answer or how it is asked; `If-Match` holds the revision that was seen',
      params: byQuestion,
      body: QuestionChange,
      reply: Question,
    }),
    (ctx, { params, body, request }) => changeQuestion(ctx, params.questionId, body, request.headers.get('if-match')),
  )
  .on(
    operation({
      method: 'delete',
      path: '/v1/questions/{questionId}',
      operationId: 'removeQuestion',
      scope: 'knowledge:write',
      tag,
      summary: 'Forget an answer',
      params: byQuestion,
    }),
    (ctx, { params }) => removeQuestion(ctx, params.questionId),
  )
