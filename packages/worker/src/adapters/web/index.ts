import type { WebPort } from '../../ports/web.ts'
import type { Config } from '../../shared/config.ts'
import { directDoor } from './direct.ts'
import { localDoor } from './local.ts'

/**
 * The one door for URLs that a tenant or a page supplies. Locally and self-hosted a Node process resolves, checks and pins
 * the address; on Cloudflare the network itself reaches nothing private, and we check what can be read from the URL.
 */
export function webDoor(config: Config, mode: 'test' | 'live'): WebPort {
  const { WEB_DOOR_URL: url, WEB_DOOR_SECRET: secret } = config
  if (url !== undefined && secret !== undefined) return localDoor({ url, secret, loopback: mode === 'test' })
  return directDoor({ ownHost: new URL(config.PUBLIC_URL).hostname, fetch: (input, init) => fetch(input, init) })
}
