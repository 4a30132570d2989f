import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { ROOT } from '../launcher/places.ts'
import { introduce, type Introduction } from './introduction.ts'
import type { DemoOptions } from './set-up.ts'

/** Whom the demo's tenant stands for. */
export type Subject = {
  /** Names it in the data folder. */
  name: string
  slug: string
  /** Asked when the tenant is made. */
  introduction: () => Promise<Introduction>
  assistant: string
  playbook: string
  /** Our own pages: a change in them shows without reading them. */
  folder: string | undefined
}

const EXAMPLE = join(ROOT, 'examples/script-tag')
const GENERIC = join(ROOT, 'packages/worker/playbooks/generic.yaml')

export function subjectOf(options: DemoOptions): Subject {
  const { siteUrl, files, pageUrl } = options
  const own = { introduction: () => introduce(options), assistant: 'Front desk', playbook: GENERIC, folder: undefined }
  if (files !== undefined) return { ...own, name: `files ${files}`, slug: `files-${short(files)}` }
  if (siteUrl !== undefined && new URL(siteUrl).origin !== new URL(pageUrl).origin) {
    return {
      ...own,
      name: `site ${siteUrl}`,
      slug: `site-${short(siteUrl)}`,
    }
  }
  return {
    name: 'example',
    slug: 'saltbush',
    introduction: async () => ({ business: 'Saltbush Heating & Cooling', country: 'US', timeZone: 'America/Denver' }),
    assistant: 'Sage',
    playbook: join(EXAMPLE, 'playbook.yaml'),
    folder: join(EXAMPLE, 'site'),
  }
}

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10)
