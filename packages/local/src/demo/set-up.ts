import type { Admin } from '@foyer/sdk/admin'
import type { Platform } from '../launcher/platform.ts'
import { fingerprintOf } from './content.ts'
import { type Kept, openKept } from './kept.ts'
import { publishPlaybook } from './playbook.ts'
import { type Subject, subjectOf } from './subject.ts'
import { teachFiles } from './teach-files.ts'
import { teachSite } from './teach-site.ts'
import { allowOrigin, findOrMakeTenant } from './tenant.ts'

export type DemoOptions = {
  /** What to read: a web site, or a folder of files. */
  siteUrl?: string | undefined
  files?: string | undefined
  /** The page that carries the widget; its origin must be allowed. */
  pageUrl: string
  /** Read everything once more; otherwise only what changed since the last start. */
  again?: boolean
  /** Where the business is, as ISO 3166-1 and IANA zone; guessed from what it says when left out. */
  country?: string | undefined
  timeZone?: string | undefined
  /** One line for each step. */
  progress: (line: string) => void
}

export type Demo = {
  publishableKey: string
  /** With the tenant's secret key. */
  foyer: Admin
  /** What a person may want to open next, in the order to print it. */
  links: { label: string; url: string }[]
}

/** Makes the demo's tenant, teaches it and publishes its playbook: through the HTTP API, as any client would. */
export async function setUpDemo(
  platform: Pick<Platform, 'apiUrl' | 'operatorKey' | 'dataDir'>,
  options: DemoOptions,
): Promise<Demo> {
  const subject = subjectOf(options)
  const store = openKept(platform.dataDir, subject.name)
  const { foyer, kept } = await findOrMakeTenant(platform, subject, store.read())
  store.write(kept)
  await allowOrigin(foyer, options.pageUrl)
  const playbook = await publishPlaybook(foyer, kept.assistantId, subject.playbook, kept.playbook)
  store.write({ ...kept, playbook })
  store.write({ ...kept, playbook, ...(await teach(foyer, kept, subject, options)) })
  const { apiUrl, dataDir } = platform
  return {
    publishableKey: kept.publishableKey,
    foyer,
    links: [
      { label: 'Outbox', url: `${apiUrl}/outbox#key=${kept.secretKey}` },
      { label: 'API reference', url: `${apiUrl}/reference` },
      { label: 'Data', url: dataDir },
    ],
  }
}

async function teach(
  foyer: Admin,
  kept: Kept,
  subject: Subject,
  options: DemoOptions,
): Promise<Pick<Kept, 'site' | 'files'>> {
  const { files, siteUrl, again = false, progress } = options
  if (files !== undefined) return { files: await teachFiles(foyer, kept.files ?? {}, files, again, progress) }
  if (siteUrl === undefined) return {}
  const content = subject.folder === undefined ? '' : await fingerprintOf(subject.folder)
  const site = await teachSite(foyer, kept.site, { url: siteUrl, content, again }, progress)
  return site === undefined ? {} : { site }
}
