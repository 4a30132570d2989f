import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { ROOT } from '../launcher/places.ts'
import { type Place, placeOfFiles, placeOfSite } from './place.ts'
import type { DemoOptions } from './set-up.ts'

/** Whom the demo's tenant stands for. */
export type Subject = {
  /** Names it in the data folder. */
  name: string
  slug: string
  business: string
  /** Asked when the tenant is made. */
  place: () => Promise<Place>
  assistant: string
  playbook: string
  /** Our own pages: a change in them shows without reading them. */
  folder: string | undefined
}

const EXAMPLE = join(ROOT, 'examples/script-tag')
const GENERIC = join(ROOT, 'packages/worker/playbooks/generic.yaml')

export function subjectOf(options: DemoOptions): Subject {
  const { siteUrl, files, pageUrl } = options
  const own = { place: () => guessPlace(options), assistant: 'Front desk', playbook: GENERIC, folder: undefined }
  if (files !== undefined)
    return { ...own, name: `files ${files}`, slug: `files-${short(files)}`, business: basename(files) }
  if (siteUrl !== undefined && new URL(siteUrl).origin !== new URL(pageUrl).origin) {
    return {
      ...own,
      name: `site ${siteUrl}`,
      slug: `site-${short(siteUrl)}`,
      business: new URL(siteUrl).hostname.replace(/^www\./, ''),
    }
  }
  return {
    name: 'example',
    slug: 'saltbush',
    business: 'Saltbush Heating & Cooling',
    place: async () => ({ country: 'US', timeZone: 'America/Denver' }),
    assistant: 'Sage',
    playbook: join(EXAMPLE, 'playbook.yaml'),
    folder: join(EXAMPLE, 'site'),
  }
}

/** What the person said, else what the business says of itself, else the United States and this machine's clock. */
async function guessPlace({ siteUrl, files, country, timeZone, progress }: DemoOptions): Promise<Place> {
  const guess =
    files !== undefined ? await placeOfFiles(files) : siteUrl === undefined ? undefined : await placeOfSite(siteUrl)
  const place = {
    country: country ?? guess?.country ?? 'US',
    timeZone: timeZone ?? guess?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
  progress(`Taken to be in ${place.country}, time zone ${place.timeZone}; --country and --time-zone say otherwise.`)
  return place
}

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10)
