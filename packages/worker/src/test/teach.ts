import { type Reply, until } from './foyer.ts'
import type { LoopbackSite } from './loopback-site.ts'
import type { SiteTenant, usePlatform } from './platform.ts'

/** The source, once its last read has ended. */
export async function untilRead(tenant: SiteTenant, sourceId: string, timeout = 50_000): Promise<Reply['body']> {
  const look = async () => (await tenant.call('GET', `/v1/sources/${sourceId}`)).body
  return until(look, (source) => /done|failed/.test(source.lastRead.state), timeout)
}

export async function teachSite(
  platform: ReturnType<typeof usePlatform>,
  tenant: SiteTenant,
  site: LoopbackSite,
  more: object = {},
): Promise<Reply['body']> {
  platform.get().allowLoopback(site.origin)
  const { status, body } = await tenant.call('POST', '/v1/sources', { kind: 'site', url: `${site.origin}/`, ...more })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return untilRead(tenant, body.id)
}

export async function readAgain(tenant: SiteTenant, sourceId: string): Promise<Reply['body']> {
  const { status, body } = await tenant.call('POST', `/v1/sources/${sourceId}/read`)
  if (status !== 202) throw new Error(JSON.stringify(body))
  return untilRead(tenant, sourceId)
}
