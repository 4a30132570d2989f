import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { ROOT } from '../launcher/places.ts'
import type { DemoOptions } from './set-up.ts'

/** Whom the demo's tenant stands for. */
export type Subject = {
  /** Names it in the data folder. */
  name: string
  slug: string
  business: string
  country: string
  timeZone: string
  assistant: string
  playbook: string
  /** Our own pages: a change in them shows without reading them. */
  folder: string | undefined
}

const EXAMPLE = join(ROOT, 'examples/script-tag')
const GENERIC = join(ROOT, 'packages/worker/playbooks/generic.yaml')

export function subjectOf(options: DemoOptions): Subject {
  const { siteUrl, files, pageUrl, country = 'US', timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone } = options
  const own = { country, timeZone, assistant: 'Front desk', playbook: GENERIC, folder: undefined }
  if (files !== undefined) return { ...own, name: `files ${files}`, slug: `files-${short(files)}`, business: basename(files) }
  if (siteUrl !== undefined && new URL(siteUrl).origin !== new URL(pageUrl).origin) {
    return { ...own, name: `site ${siteUrl}`, slug: `site-${short(siteUrl)}`, business: new URL(siteUrl).hostname.replace(/^www\./, '') }
  }
  return {
    name: 'example',
    slug: 'saltbush',
    business: 'Saltbush Heating & Cooling',
    country: 'US',
    timeZone: 'America/Denver',
    assistant: 'Sage',
    playbook: join(EXAMPLE, 'playbook.yaml'),
    folder: join(EXAMPLE, 'site'),
  }
}

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10)
