import { randomBytes } from 'node:crypto'
import { type Admin, createAdmin, FoyerError } from '@foyer/sdk/admin'
import type { Kept } from './kept.ts'
import type { Subject } from './subject.ts'

export type Service = { apiUrl: string; operatorKey: string }

/** A busy laptop may need long for the very first request. */
const timeoutMs = 60_000

/** The tenant of an earlier start while its key is still good, else a new one in test mode. */
export async function findOrMakeTenant(
  service: Service,
  subject: Subject,
  known: Kept | undefined,
): Promise<{ foyer: Admin; kept: Kept }> {
  if (known !== undefined) {
    const foyer = createAdmin({ baseUrl: service.apiUrl, key: known.secretKey, timeoutMs })
    if (await isStillGood(foyer)) return { foyer, kept: known }
  }
  const kept = await makeTenant(service, subject)
  return { foyer: createAdmin({ baseUrl: service.apiUrl, key: kept.secretKey, timeoutMs }), kept }
}

/** Allowed exactly where the demo's page stands; that place may move between starts. */
export async function allowOrigin(foyer: Admin, pageUrl: string): Promise<void> {
  const { origin } = new URL(pageUrl)
  const origins = await foyer.origins.list()
  if (!origins.includes(origin)) await foyer.origins.set([...origins.filter((each) => !isLoopback(each)), origin])
}

async function makeTenant({ apiUrl, operatorKey }: Service, subject: Subject): Promise<Kept> {
  const operator = createAdmin({ baseUrl: apiUrl, key: operatorKey, timeoutMs })
  const { slug, assistant } = subject
  const { business, country, timeZone } = await subject.introduction()
  const tenant = {
    name: business,
    country,
    mode: 'test',
    notifyEmail: `owner@${slug}.example`,
    location: { name: business, timeZone },
    assistant: { name: assistant },
  } as const
  const made = await operator.tenants.create({ slug, ...tenant }).catch((error: unknown) => {
    // A shared database may hold a demo of another data folder.
    if (!(error instanceof FoyerError) || error.code !== 'taken') throw error
    return operator.tenants.create({ slug: `${slug}-${randomBytes(3).toString('hex')}`, ...tenant })
  })
  return { assistantId: made.assistantId, secretKey: made.secretKey.key, publishableKey: made.publishableKey.key }
}

async function isStillGood(foyer: Admin): Promise<boolean> {
  try {
    await foyer.tenant.get()
    return true
  } catch (error) {
    if (error instanceof FoyerError && error.status === 401) return false
    throw error
  }
}

const isLoopback = (origin: string): boolean => /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin)
