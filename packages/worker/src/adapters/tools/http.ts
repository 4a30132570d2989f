import type { ToolsPort } from '../../ports/tools.ts'
import type { WebPort } from '../../ports/web.ts'

const maxBytes = 64 * 1024

/** A tool behind an address of the tenant's, through the one door for such addresses: JSON there and JSON back. */
export function httpTools(web: WebPort): ToolsPort {
  return {
    async use({ callId, method, url, auth, arguments: given, timeoutMs }, signal) {
      const headers = {
        accept: 'application/json',
        'idempotency-key': callId,
        ...(auth === null ? {} : { [auth.header]: auth.value }),
      }
      const more = { maxBytes, timeoutMs }
      const request =
        method === 'GET'
          ? { url: withQuery(url, given), method, headers, ...more }
          : {
              url,
              method,
              headers: { ...headers, 'content-type': 'application/json' },
              body: new TextEncoder().encode(JSON.stringify(given)),
              ...more,
            }
      const reply = await web.fetch(request, signal)
      if (reply.kind === 'refused') {
        const sent = reply.code === 'timeout' || reply.code === 'unreachable' || reply.code === 'too-large'
        return { kind: 'failed', sent, reason: reply.message }
      }
      if (reply.status < 200 || reply.status > 299)
        return { kind: 'failed', sent: reply.status >= 500, reason: `It answered ${reply.status}.` }
      const result = jsonOf(reply.body)
      return result === undefined
        ? { kind: 'failed', sent: true, reason: 'It answered something that is no JSON.' }
        : { kind: 'done', result }
    },
  }
}

function withQuery(address: string, given: Readonly<Record<string, string | number | boolean>>): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries(given)) url.searchParams.set(name, String(value))
  return url.href
}

function jsonOf(body: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(body)
    return text.trim() === '' ? {} : (JSON.parse(text) as unknown)
  } catch {
    return undefined
  }
}
