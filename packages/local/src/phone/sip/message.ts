// SIP as it is written (RFC 3261), and the signature of who may call (RFC 2617), as far as a test's phone needs them.

import { createHash } from 'node:crypto'

export type Message = { start: string; headers: readonly Header[]; body: string }
export type Header = readonly [name: string, value: string]
export type Login = { username: string; password: string }

export function readMessage(text: string): Message {
  const end = text.indexOf('\r\n\r\n')
  const [start = '', ...lines] = (end < 0 ? text : text.slice(0, end)).split('\r\n')
  const headers = lines.map((line): Header => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
  })
  return { start, headers, body: end < 0 ? '' : text.slice(end + 4) }
}

export function writeMessage({ start, headers, body }: Message): string {
  const all: Header[] = [...headers, ['Content-Length', String(Buffer.byteLength(body))]]
  return [start, ...all.map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n')
}

export const headersOf = ({ headers }: Message, name: string): Header[] =>
  headers.filter(([each]) => each.toLowerCase() === name.toLowerCase())

/** The first of that name; '' when there is none. */
export const headerOf = (message: Message, name: string): string => headersOf(message, name)[0]?.[1] ?? ''

export const uriOf = (header: string): string => /<([^>]*)>/.exec(header)?.[1] ?? header

/** 0 for a request. */
export const statusOf = ({ start }: Message): number => Number(/^SIP\/2\.0 (\d+)/.exec(start)?.[1] ?? 0)

/** The answer to a challenge that asks for MD5 and no more, as the gateway's does. */
export function authorization(challenge: string, { username, password }: Login, method: string, uri: string): string {
  const asked = Object.fromEntries(
    [...challenge.matchAll(/(\w+)="?([^",]*)"?/g)].map(([, name, value]) => [name, value]),
  )
  const { realm = '', nonce = '' } = asked
  const md5 = (text: string): string => createHash('md5').update(text).digest('hex')
  const response = md5(`${md5(`${username}:${realm}:${password}`)}:${nonce}:${md5(`${method}:${uri}`)}`)
  const said = { username, realm, nonce, uri, response }
  const fields = Object.entries(said).map(([name, value]) => `${name}="${value}"`)
  return `Digest ${fields.join(', ')}, algorithm=MD5`
}

/** What we hear and send: µ-law, and keys as RFC 2833 events of that payload type. */
export const sdpOf = (port: number, events: number): string =>
  [
    ...['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 'c=IN IP4 127.0.0.1', 't=0 0'],
    ...[`m=audio ${port} RTP/AVP 0 ${events}`, 'a=rtpmap:0 PCMU/8000', `a=rtpmap:${events} telephone-event/8000`],
    ...[`a=fmtp:${events} 0-16`, 'a=ptime:20', 'a=sendrecv', ''],
  ].join('\r\n')

export const readSdp = (body: string): { port: number; events: number } => ({
  port: Number(/^m=audio (\d+)/m.exec(body)?.[1] ?? 0),
  events: Number(/^a=rtpmap:(\d+) telephone-event\/8000/m.exec(body)?.[1] ?? 101),
})
