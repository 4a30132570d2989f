import { z } from 'zod'
import type { WebPort } from '../../ports/web.ts'
import type { Secret } from '../../shared/secret.ts'
import { refused } from './public-url.ts'

const head = z.object({ status: z.number().int(), finalUrl: z.string(), headers: z.record(z.string(), z.string()) })
const refusal = z.object({
  code: z.enum(['private-address', 'bad-url', 'too-large', 'timeout', 'too-many-redirects', 'unreachable']),
  message: z.string(),
})

export interface LocalDoorOptions {
  url: string
  secret: Secret
  /** May this caller read the loopback origins that the person at the machine named? Test mode only. */
  loopback: boolean
}

/**
 * The door process of the local platform: `POST {url}` with the request as JSON. It answers 200 with the body's bytes and
 * `x-door-reply` (status, final URL, headers), or 422 with the refusal.
 */
export function localDoor({ url: door, secret, loopback }: LocalDoorOptions): WebPort {
  return {
    async fetch({ url, method, headers, body, maxBytes, timeoutMs }, signal) {
      const sent = {
        url,
        method,
        headers,
        maxBytes,
        timeoutMs,
        loopback,
        ...(body === undefined ? {} : { body: base64(body) }),
      }
      let response: Response
      try {
        response = await fetch(door, {
          method: 'POST',
          headers: { authorization: `Bearer ${secret.reveal()}`, 'content-type': 'application/json' },
          body: JSON.stringify(sent),
          signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs + 5000)]),
        })
        if (response.status === 422) return { kind: 'refused', ...refusal.parse(await response.json()) }
        if (response.status !== 200) throw new Error(`The web door answered ${response.status}.`)
        const reply = head.parse(JSON.parse(decodeURIComponent(response.headers.get('x-door-reply') ?? '')))
        return { kind: 'reply', ...reply, body: new Uint8Array(await response.arrayBuffer()) }
      } catch (error) {
        const late = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
        return late
          ? refused('timeout', 'It did not answer in time.')
          : refused('unreachable', 'The door to the outside did not answer.')
      }
    },
  }
}

function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 32_768) binary += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return btoa(binary)
}
