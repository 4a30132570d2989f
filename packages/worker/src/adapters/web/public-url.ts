import type { WebReply } from '../../ports/web.ts'
import { reachOf } from './address.ts'

export type Refused = Extract<WebReply, { kind: 'refused' }>

/** Why this URL is not fetched, as far as the URL itself can tell; null when it may be. */
export function refusalOf(href: string, ownHost: string): Refused | null {
  if (!URL.canParse(href)) return refused('bad-url', 'This is not a web address.')
  const url = new URL(href)
  if (!/^https?:$/.test(url.protocol)) return refused('bad-url', 'Only http and https addresses are read.')
  if (url.username !== '' || url.password !== '')
    return refused('bad-url', 'Addresses with a user name or a password are not read.')
  if (url.port !== '') return refused('bad-url', 'Only the usual ports of the web, 80 and 443, are read.')
  const host = url.hostname.replace(/\.$/, '').toLowerCase()
  // The URL parser has already turned decimal, octal and hexadecimal forms into dotted quads.
  const literal = /^\d+(\.\d+){3}$/.test(host) ? host : host.startsWith('[') ? host.slice(1, -1) : ''
  if (literal !== '' && reachOf(literal) !== 'public')
    return refused('private-address', `${literal} is not part of the public internet, and only public sites are read.`)
  const inner =
    (literal === '' && !host.includes('.')) ||
    /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|test|invalid|onion|arpa)$/.test(host)
  if (inner) return refused('private-address', `${host} is a name inside a private network. We read public sites only.`)
  if (host === ownHost || host.endsWith(`.${ownHost}`))
    return refused('private-address', `${host} is our own address. We do not read ourselves.`)
  return null
}

export function refused(code: Refused['code'], message: string): Refused {
  return { kind: 'refused', code, message }
}
