import type { WebPort, WebReply, WebRequest } from '../../ports/web.ts'
import { refusalOf, refused } from './public-url.ts'

const maxRedirects = 6

export interface DirectDeps {
  /** Host of this installation: never read. */
  ownHost: string
  fetch(url: string, init: RequestInit): Promise<Response>
}

/** For Cloudflare, with `global_fetch_strictly_public`: each hop is judged, its body counted, everything timed. */
export function directDoor(deps: DirectDeps): WebPort {
  return {
    async fetch(request, signal) {
      const both = AbortSignal.any([signal, AbortSignal.timeout(request.timeoutMs)])
      try {
        return await follow(deps, request, both)
      } catch (error) {
        const late = both.aborted || (error instanceof Error && error.name === 'TimeoutError')
        return late
          ? refused('timeout', `It did not answer within ${Math.round(request.timeoutMs / 1000)} seconds.`)
          : refused('unreachable', 'Nobody answered at this address.')
      }
    },
  }
}

async function follow(deps: DirectDeps, request: WebRequest, signal: AbortSignal): Promise<WebReply> {
  let url = request.url
  let headers = request.headers
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const refusal = refusalOf(url, deps.ownHost)
    if (refusal !== null)
      return hop === 0
        ? refusal
        : { ...refusal, message: `It redirects to an address that we do not read. ${refusal.message}` }
    const body = request.body === undefined ? {} : { body: request.body as Uint8Array<ArrayBuffer> }
    const response = await deps.fetch(url, {
      method: request.method,
      headers: { ...headers },
      redirect: 'manual',
      signal,
      ...body,
    })
    const location = response.headers.get('location')
    if (location === null || response.status < 300 || response.status >= 400 || response.status === 304)
      return bodyOf(response, url, request.maxBytes)
    await response.body?.cancel()
    if (!URL.canParse(location, url)) return refused('bad-url', 'It redirects to something that is not a web address.')
    const next = new URL(location, url)
    if (request.method === 'POST')
      return refused('too-many-redirects', 'It redirects, and what is sent there is not sent on.')
    if (next.origin !== new URL(url).origin) headers = withoutCredentials(headers)
    url = next.href
  }
  return refused('too-many-redirects', `It redirects more than ${maxRedirects} times.`)
}

async function bodyOf(response: Response, finalUrl: string, maxBytes: number): Promise<WebReply> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.byteLength
    if (length > maxBytes)
      return refused('too-large', `It is larger than the ${Math.round(maxBytes / 1_048_576)} MB that we read at most.`)
    parts.push(part)
  }
  const body = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    body.set(part, at)
    at += part.byteLength
  }
  return { kind: 'reply', status: response.status, finalUrl, headers: Object.fromEntries(response.headers), body }
}

function withoutCredentials(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !/^(authorization|cookie|proxy-authorization|x-.*(key|token|secret).*)$/i.test(name),
    ),
  )
}
