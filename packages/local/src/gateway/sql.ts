// POST /sql, the protocol of @neondatabase/serverless 1.x: {query, params} or {queries: [{query, params}, …]}.

import type { IncomingHttpHeaders } from 'node:http'
import type { Backend, Field, Outcome, Result } from './backend.ts'
import { refuseImpersonation } from './guard.ts'
import type { Logins } from './logins.ts'
import { batch, single, type Query } from './pipeline.ts'
import { DatabaseRefusal } from './refusal.ts'

export type Answer = { status: number; body: unknown }
type Body = Partial<Query> & { queries?: (Partial<Query> & { arrayMode?: boolean })[] }
type Shape = { asArrays: boolean; asText: boolean }

export async function answerSql(
  backend: Backend,
  logins: Logins,
  headers: IncomingHttpHeaders,
  text: string,
): Promise<Answer> {
  const user = logins.authenticate(new URL(header(headers, 'neon-connection-string')))
  const body = readBody(text)
  const shape: Shape = {
    asArrays: headers['neon-array-mode'] === 'true',
    asText: headers['neon-raw-text-output'] === 'true',
  }
  if (!body.queries) {
    const outcome = await backend.exchange(user, single(readQuery(user, body)))
    return answer(outcome, (results) => presentResult(results[0], shape))
  }
  if (body.queries.length === 0) return { status: 200, body: { results: [] } }
  const pipeline = batch(
    body.queries.map((query) => readQuery(user, query)),
    {
      isolation: optional(headers, 'neon-batch-isolation-level'),
      readOnly: headers['neon-batch-read-only'] === 'true',
      deferrable: headers['neon-batch-deferrable'] === 'true',
    },
  )
  const outcome = await backend.exchange(user, pipeline)
  return answer(outcome, (results) => ({ results: results.slice(1, -1).map((result) => presentResult(result, shape)) }))
}

const answer = (outcome: Outcome, show: (results: Result[]) => unknown): Answer =>
  outcome.kind === 'failed' ? { status: 400, body: outcome.error } : { status: 200, body: show(outcome.results) }

function presentResult(result: Result | undefined, { asArrays, asText }: Shape): unknown {
  if (!result) return { fields: [], rows: [], command: '', rowCount: null, rowAsArray: asArrays }
  const values = asText
    ? result.rows
    : result.rows.map((row) => row.map((value, at) => typed(value, result.fields[at])))
  const rows = asArrays
    ? values
    : values.map((row) => Object.fromEntries(row.map((value, at) => [result.fields[at]?.name, value])))
  return { fields: result.fields, rows, command: result.command, rowCount: result.rowCount, rowAsArray: asArrays }
}

// Without Neon-Raw-Text-Output the proxy answers JSON values for what JSON can hold exactly.
function typed(value: string | null, field: Field | undefined): unknown {
  if (value === null) return null
  switch (field?.dataTypeID) {
    case 16:
      return value === 't'
    case 21:
    case 23:
    case 700:
    case 701:
      return Number.isFinite(Number(value)) ? Number(value) : value
    case 114:
    case 3802:
      return JSON.parse(value)
    default:
      return value
  }
}

function readBody(text: string): Body {
  const body = parse(text)
  if (typeof body !== 'object' || body === null)
    throw new DatabaseRefusal('08P01', 'The body must be a JSON object with query or queries.')
  return body
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DatabaseRefusal('08P01', 'The body is not JSON.')
  }
}

function readQuery(user: string, { query, params = [] }: Partial<Query>): Query {
  if (typeof query !== 'string' || !Array.isArray(params))
    throw new DatabaseRefusal('08P01', 'A query needs a text `query` and a list `params`.')
  refuseImpersonation(user, query, params)
  return { query, params }
}

function header(headers: IncomingHttpHeaders, name: string): string {
  const value = optional(headers, name)
  if (!value || !URL.canParse(value))
    throw new DatabaseRefusal('08P01', `The header ${name} must hold a connection string.`)
  return value
}

const optional = (headers: IncomingHttpHeaders, name: string): string | undefined => {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}
