import { parse as parseYaml } from 'yaml'
import type { z } from 'zod'
import { AppError } from '../shared/errors.ts'

/** Bytes past the limit that are still read and thrown away, so that the refusal reaches the sender. */
const drainedBytes = 32 * 1024 * 1024

/** Reads at most `maxBytes`; what is longer is refused without being held in memory. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  if (request.body !== null) {
    for await (const part of request.body as ReadableStream<Uint8Array>) {
      length += part.byteLength
      if (length <= maxBytes) parts.push(part)
      else if (length > drainedBytes) break
    }
  }
  if (length > maxBytes) throw tooLarge(maxBytes)
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}

export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    throw new AppError('invalid_utf8', 'The body is not valid UTF-8 text. Encode it as UTF-8 and send it again.')
  }
}

export function parseText(text: string, contentType: string): unknown {
  const yaml = contentType.includes('yaml')
  try {
    return yaml ? parseYaml(text, { maxAliasCount: 20 }) : JSON.parse(text)
  } catch (error) {
    const where = error instanceof Error ? error.message : 'unreadable'
    throw new AppError(
      'invalid_json',
      `The body is not valid ${yaml ? 'YAML' : 'JSON'}: ${where.split('\n')[0]}. Nothing was changed.`,
    )
  }
}

/** @throws AppError unprocessable naming every field that is wrong, unknown or missing. */
export function validate<Shape extends z.ZodType>(shape: Shape, value: unknown, where: string): z.output<Shape> {
  const unstorable = unstorableIn(value, [])
  if (unstorable !== null) {
    const message = 'holds a character that cannot be stored (a zero byte, or half of a pair)'
    throw new AppError(
      'unprocessable',
      `The ${where} was not understood: "${unstorable}" ${message}. Nothing was changed.`,
      { details: [{ path: unstorable, message }] },
    )
  }
  const parsed = shape.safeParse(value)
  if (parsed.success) return parsed.data
  const details = parsed.error.issues
    .slice(0, 20)
    .map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  const first = details[0]
  const said =
    first === undefined ? 'it has another form' : `${first.path === '' ? '' : `"${first.path}": `}${first.message}`
  throw new AppError('unprocessable', `The ${where} was not understood: ${said}. Nothing was changed.`, { details })
}

/** Where a text stands that PostgreSQL would refuse, as a dotted path; null when there is none. */
function unstorableIn(value: unknown, path: readonly string[]): string | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path.join('.') : null
  if (typeof value !== 'object' || value === null) return null
  for (const [name, inner] of Object.entries(value)) {
    const found = name.includes('\0') ? [...path, '?'].join('.') : unstorableIn(inner, [...path, name])
    if (found !== null) return found
  }
  return null
}

function tooLarge(maxBytes: number): AppError {
  const size =
    maxBytes >= 1024 * 1024 ? `${Math.floor(maxBytes / 1024 / 1024)} MB` : `${Math.floor(maxBytes / 1024)} KB`
  return new AppError(
    'too_large',
    `This is larger than the ${size} that fit here. Send less, or in parts. Nothing was changed.`,
  )
}
