import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

interface OpenOperation {
  operationId: string
  'x-scope': string
}

/** The committed contract. */
export const document = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../../openapi.json', import.meta.url)), 'utf8'),
) as {
  paths: Record<string, Record<string, OpenOperation>>
}
/** All that it has: whoever adds one is held to these laws. */
export const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, 'x-scope': scope }]) => ({
    method: method.toUpperCase(),
    path,
    operationId,
    scope,
  })),
)
