import { type Admin, FoyerError, ReadError, type ReadCounters, type Source } from '@foyer/sdk/admin'
import type { Kept } from './kept.ts'

type Say = (line: string) => void
type Lesson = { url: string; content: string; again: boolean }

/** Reads a site the first time, when its content changed, or when asked; and says what became of its pages. */
export async function teachSite(
  foyer: Admin,
  known: Kept['site'],
  { url, content, again }: Lesson,
  say: Say,
): Promise<Kept['site']> {
  const source = known === undefined ? undefined : await sourceIfThere(foyer, known.sourceId)
  if (known !== undefined && source !== undefined && known.url === url) {
    const isOpen = source.lastRead !== null && source.lastRead.state !== 'done' && source.lastRead.state !== 'failed'
    if (known.content === content && !again && !isOpen && source.state === 'read') return known
    if (!isOpen) await foyer.sources.read(source.id)
    await watch(foyer, source.id, url, say)
    return { sourceId: source.id, url, content }
  }
  if (source !== undefined) await foyer.sources.remove(source.id)
  const added = await foyer.sources.addSite(url)
  await watch(foyer, added.id, url, say)
  return { sourceId: added.id, url, content }
}

async function watch(foyer: Admin, sourceId: string, url: string, say: Say): Promise<void> {
  say(`Reading ${url} …`)
  let spoken = 0
  try {
    const source = await foyer.sources.waitForRead(sourceId, {
      onProgress({ lastRead }) {
        // One line a second is enough to see that it moves.
        if (lastRead === null || lastRead.counters.found + lastRead.counters.read === 0 || Date.now() - spoken < 1000)
          return
        spoken = Date.now()
        say(`  ${inWords(lastRead.counters)}`)
      },
    })
    await sayWhatWasLeft(foyer, sourceId, say)
    say(`Read ${url}: ${source.lastRead === null ? 'nothing' : inWords(source.lastRead.counters)}.${noteOf(source)}`)
  } catch (error) {
    await sayWhatWasLeft(foyer, sourceId, say)
    if (!(error instanceof ReadError)) throw error
    say(`${url} could not be read: ${error.message}`)
  }
}

async function sayWhatWasLeft(foyer: Admin, sourceId: string, say: Say): Promise<void> {
  for (const state of ['skipped', 'failed'] as const) {
    for await (const page of foyer.sources.pages(sourceId, { state, limit: 200 }))
      say(`  ${state}: ${page.url}${page.reason === '' ? '' : ` — ${page.reason}`}`)
  }
}

/** Each counter holds the pages in that state, so `found` are those still to read. */
function inWords({ found: waiting, read, unchanged, skipped, failed, gone }: ReadCounters): string {
  const met = waiting + read + unchanged + skipped + failed
  const rest = Object.entries({ unchanged, skipped, failed, gone }).filter(([, count]) => count > 0)
  return [`${met} found`, `${read} read`, ...rest.map(([what, count]) => `${count} ${what}`)].join(', ')
}

const noteOf = ({ note, lastRead }: Source): string => (lastRead?.note || note ? ` ${lastRead?.note || note}` : '')

async function sourceIfThere(foyer: Admin, sourceId: string): Promise<Source | undefined> {
  try {
    return await foyer.sources.get(sourceId)
  } catch (error) {
    if (error instanceof FoyerError && error.code === 'not_found') return undefined
    throw error
  }
}
