// Is this URL fit to be fetched, and at which addresses? Asked again for every redirect.

import { isIP } from 'node:net'
import { reachOf } from '../../../worker/src/adapters/web/address.ts'
import { Refusal } from './request.ts'

export type Address = { address: string; family: number }
/** All addresses of a name. Passed in, so that a test can answer differently each time. */
export type Resolve = (name: string) => Promise<Address[]>

export type Permission = { resolve: Resolve; isLoopbackAllowed: (origin: string) => boolean }

/** The addresses that were checked, to be connected to and no others. Throws a Refusal. */
export async function judge(url: URL, { resolve, isLoopbackAllowed }: Permission): Promise<Address[]> {
  const named = isLoopbackAllowed(url.origin)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Refusal('bad-url', 'Only http and https addresses are read.')
  if (url.username !== '' || url.password !== '')
    throw new Refusal('bad-url', 'Addresses with a user name or a password are not read.')
  if (url.port !== '' && !named) throw new Refusal('bad-url', 'Only the usual ports of the web, 80 and 443, are read.')
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const family = isIP(host)
  const addresses = family === 0 ? await resolve(host) : [{ address: host, family }]
  if (addresses.length === 0) throw new Refusal('unreachable', `${host} could not be found.`)
  for (const { address } of addresses) {
    const reach = reachOf(address)
    if (reach === 'public' || (reach === 'loopback' && named)) continue
    const where = family === 0 ? `${host} leads to ${address}, which` : address
    throw new Refusal('private-address', `${where} is not part of the public internet, and only public sites are read.`)
  }
  return addresses
}
