/** What the worker asks of the door; the shapes are those of packages/worker/src/adapters/web/local.ts. */
export type DoorAsk = {
  url: string
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  headers: Record<string, string>
  body: Buffer | undefined
  maxBytes: number
  timeoutMs: number
  /** May it read the loopback origins that the person at this machine named? */
  loopback: boolean
}

export type RefusalCode = 'private-address' | 'bad-url' | 'too-large' | 'timeout' | 'too-many-redirects' | 'unreachable'

/** A typed no, with a sentence that a person can read. */
export class Refusal extends Error {
  readonly code: RefusalCode

  constructor(code: RefusalCode, message: string) {
    super(message)
    this.code = code
  }
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']
const HIGHEST_BYTES = 64 * 1024 * 1024
const LONGEST_MS = 120_000

/** Undefined when the text is not a request. */
export function readAsk(text: string): DoorAsk | undefined {
  const ask = parse(text)
  const { url, method = 'GET', headers = {}, body, maxBytes, timeoutMs, loopback = false } = ask ?? {}
  if (typeof url !== 'string' || typeof method !== 'string' || !METHODS.includes(method)) return undefined
  if (typeof headers !== 'object' || headers === null || (body !== undefined && typeof body !== 'string'))
    return undefined
  if (typeof maxBytes !== 'number' || typeof timeoutMs !== 'number') return undefined
  return {
    url,
    method: method as DoorAsk['method'],
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])),
    body: body === undefined ? undefined : Buffer.from(body, 'base64'),
    maxBytes: Math.min(maxBytes, HIGHEST_BYTES),
    timeoutMs: Math.min(timeoutMs, LONGEST_MS),
    loopback: loopback === true,
  }
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
