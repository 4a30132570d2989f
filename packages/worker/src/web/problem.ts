import { z } from '@hono/zod-openapi'
import { AppError, errorCodes } from '../shared/errors.ts'
import { log } from '../shared/log.ts'

export const Problem = z
  .object({
    error: z.object({
      code: z.enum([...errorCodes, 'internal']),
      message: z.string().describe('What happened, why, and what to do now, in plain words.'),
      requestId: z.string(),
      docs: z.string().describe('A page about this code.'),
      details: z.array(z.object({ path: z.string(), message: z.string() })),
    }),
  })
  .openapi('Problem')

/** Turns whatever was thrown into the one shape of an error; bugs stay opaque and are logged with the request id. */
export function problemOf(error: unknown, requestId: string): Response {
  const known = error instanceof AppError ? error : undefined
  if (known === undefined || known.status >= 500) {
    const fault =
      error instanceof Error
        ? { name: error.name, pii: { message: error.message, cause: causes(error), stack: error.stack } }
        : {}
    log('error', 'request.failed', { requestId, ...fault })
  }
  const body: z.infer<typeof Problem> = {
    error: {
      code: known?.code ?? 'internal',
      message:
        known?.message ??
        `Something went wrong on our side. Try again, and if it stays, tell us the request id ${requestId}.`,
      requestId,
      docs: `/docs/errors#${known?.code ?? 'internal'}`,
      details: [...(known?.details ?? [])],
    },
  }
  return Response.json(body, {
    status: known?.status ?? 500,
    headers: { 'x-request-id': requestId, ...known?.headers },
  })
}

function causes(error: Error): string[] {
  const said: string[] = []
  for (let at: unknown = error.cause; at instanceof Error; at = at.cause) said.push(at.message)
  return said
}
