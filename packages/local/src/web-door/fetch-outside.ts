import { lookup } from 'node:dns/promises'
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { judge, type Address, type Permission, type Resolve } from './judge.ts'
import { readBody } from './read-body.ts'
import { Refusal, type DoorAsk } from './request.ts'

export const MAX_REDIRECTS = 5

export type OutsideReply = {
  status: number
  finalUrl: string
  redirects: string[]
  headers: Record<string, string>
  body: Buffer
}

export const resolveByDns: Resolve = async (name) => lookup(name, { all: true, verbatim: true })

/** Fetches a URL that we do not trust: every hop is judged, and connected to only at the addresses that were judged. */
export async function fetchOutside(ask: DoorAsk, permission: Permission): Promise<OutsideReply> {
  const signal = AbortSignal.timeout(ask.timeoutMs)
  try {
    return await orAbort(follow(ask, permission, signal), signal)
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (signal.aborted)
      throw new Refusal('timeout', `It did not answer within ${Math.ceil(ask.timeoutMs / 1000)} seconds.`)
    throw new Refusal('unreachable', explain(error as NodeJS.ErrnoException, ask.url))
  }
}

async function follow(ask: DoorAsk, permission: Permission, signal: AbortSignal): Promise<OutsideReply> {
  const redirects: string[] = []
  let headers = clean(ask.headers)
  for (let url = readUrl(ask.url, undefined); ;) {
    const addresses = await judge(url, permission).catch((error: unknown) => {
      if (error instanceof Refusal && redirects.length > 0)
        throw new Refusal(error.code, `It redirects to an address that we do not read. ${error.message}`)
      throw error
    })
    const response = await send(url, addresses, { ...ask, headers }, signal)
    const status = response.statusCode ?? 0
    const location = response.headers.location
    if (location === undefined || status < 300 || status >= 400 || status === 304) {
      const body = ask.method === 'HEAD' ? Buffer.alloc(0) : await readBody(response, ask.maxBytes, signal)
      response.destroy()
      return { status, finalUrl: url.href, redirects, headers: flatten(response), body }
    }
    response.destroy()
    if (ask.method !== 'GET' && ask.method !== 'HEAD')
      throw new Refusal('too-many-redirects', 'It redirects, and what is sent there is not sent on.')
    if (redirects.length === MAX_REDIRECTS)
      throw new Refusal('too-many-redirects', `It redirects more than ${MAX_REDIRECTS} times.`)
    const next = readUrl(location, url)
    if (next.origin !== url.origin) headers = withoutCredentials(headers)
    redirects.push(next.href)
    url = next
  }
}

const agents = {
  http: new HttpAgent({ keepAlive: true, timeout: 10_000 }),
  https: new HttpsAgent({ keepAlive: true, timeout: 10_000 }),
}

function send(
  url: URL,
  addresses: Address[],
  { method, headers, body }: DoorAsk,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  // The name is not asked again: whatever it says by now, these are the addresses that were judged.
  const pinned: LookupFunction = (_name, options, done) => {
    if (options.all) done(null, addresses)
    else done(null, addresses[0]?.address ?? '', addresses[0]?.family ?? 4)
  }
  const isSecure = url.protocol === 'https:'
  const open = isSecure ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const sent = open(
      url,
      { method, headers, signal, lookup: pinned, agent: isSecure ? agents.https : agents.http },
      resolve,
    )
    sent.once('error', reject)
    sent.end(body)
  })
}

function readUrl(text: string, base: URL | undefined): URL {
  const url = URL.parse(text, base)
  if (url === null)
    throw new Refusal(
      'bad-url',
      base ? 'It redirects to something that is not a web address.' : 'This is not a web address.',
    )
  url.hash = ''
  return url
}

const HOP_BY_HOP =
  /^(host|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|content-length|accept-encoding|forwarded|x-forwarded-.*|expect)$/

const clean = (headers: Record<string, string>): Record<string, string> => ({
  'user-agent': 'Foyer',
  ...Object.fromEntries(
    Object.entries(headers).filter(
      ([name, value]) => !HOP_BY_HOP.test(name) && /^[!#$%&'*+.^_`|~\w-]+$/.test(name) && !/[\r\n\0]/.test(value),
    ),
  ),
  'accept-encoding': 'gzip, deflate, br',
})

const withoutCredentials = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(authorization|cookie|x-.*(key|token|secret).*)$/.test(name)),
  )

// The body is handed on decoded, so the headers that spoke of its encoding would lie.
function flatten(response: IncomingMessage): Record<string, string> {
  const kept = Object.entries(response.headers).filter(
    ([name]) => !/^(set-cookie|content-encoding|content-length|transfer-encoding|connection|keep-alive)$/.test(name),
  )
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value).slice(0, 2000)]).slice(0, 60))
}

// A resolver cannot be told to stop; what it says too late is not waited for.
function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
    work.then(resolve, reject)
  })
}

function explain(error: NodeJS.ErrnoException, url: string): string {
  const host = URL.parse(url)?.host ?? url
  const code = error.code ?? ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `${host} could not be found.`
  if (code === 'ECONNREFUSED') return `Nobody answers at ${host}.`
  if (/CERT|SELF_SIGNED|TLS|SSL|UNABLE_TO_VERIFY/.test(code))
    return `${host} does not show a valid certificate (${code}).`
  if (/^(HPE_|Z_|ERR__|ERR_ZLIB|ERR_BROTLI|ERR_PADDING)/.test(code))
    return `${host} sent something that is not a proper web answer (${code}).`
  return `${host} did not answer${code ? ` (${code})` : ''}.`
}
