import { open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { filesBelow } from './content.ts'
import { businessName } from './business-name.ts'
import { placeIn } from './place.ts'
import type { DemoOptions } from './set-up.ts'

export type Introduction = { business: string; country: string; timeZone: string }

const mostCharacters = 400_000
const mostOfOneFile = 40_000

/** Who and where a business is: what the person said, else what its own pages say, else the United States and this machine's clock. */
export async function introduce({ siteUrl, files, country, timeZone, progress }: DemoOptions): Promise<Introduction> {
  const { text, called, hostname } = await ownWords(siteUrl, files)
  const place = placeIn(text, hostname)
  const found = {
    business: businessName(text) ?? (called === '' ? 'This business' : called),
    country: country ?? place?.country ?? 'US',
    timeZone: timeZone ?? place?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
  progress(
    `Taken to be ${found.business}, in ${found.country}, time zone ${found.timeZone}; --country and --time-zone say otherwise.`,
  )
  return found
}

type OwnWords = { text: string; called: string; hostname: string }

async function ownWords(siteUrl: string | undefined, files: string | undefined): Promise<OwnWords> {
  if (files !== undefined) return { text: await textOfFiles(files), called: basename(files), hostname: '' }
  const hostname = siteUrl === undefined ? '' : new URL(siteUrl).hostname
  const text = siteUrl === undefined ? '' : await homePage(siteUrl)
  return { text, called: hostname.replace(/^www\./, ''), hostname }
}

async function homePage(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000), headers: { accept: 'text/html' } })
    return (await response.text()).slice(0, mostCharacters)
  } catch {
    // Why will be said when it is read.
    return ''
  }
}

async function textOfFiles(folder: string): Promise<string> {
  let text = ''
  for (const path of (await filesBelow(folder)).filter((each) => /\.(html?|md|markdown|txt|csv)$/i.test(each))) {
    if (text.length >= mostCharacters) break
    await using file = await open(join(folder, path))
    const { bytesRead, buffer } = await file.read(Buffer.alloc(mostOfOneFile), 0, mostOfOneFile, 0)
    text += `\n${buffer.toString('utf8', 0, bytesRead)}`
  }
  return text
}
