import { fold } from '../../../engine/evidence/index.ts'
import type { ReadPage } from '../../../engine/facts/index.ts'
import type { LocationRow } from '../revision/revision-store.ts'

/**
 * Which pages speak of which location. A page belongs to the one that its address, title or a heading names; one that names
 * none, or several, speaks of the business and is the first location's: nobody but the owner knows of which else.
 */
export function pagesByLocation(
  locations: readonly Pick<LocationRow, 'id' | 'name'>[],
  pages: readonly ReadPage[],
): Map<string, ReadPage[]> {
  const of = new Map(locations.map(({ id }): [string, ReadPage[]] => [id, []]))
  const [first] = locations
  if (first === undefined) return of
  const named = locations.map(({ id, name }) => ({ id, words: ` ${plain(name)} ` })).filter(({ words }) => words.trim())
  for (const page of pages) {
    const signs = locations.length === 1 ? [] : signsOf(page)
    const own = named.filter(({ words }) => signs.some((sign) => sign.includes(words)))
    const [only] = own
    of.get(only !== undefined && own.length === 1 ? only.id : first.id)?.push(page)
  }
  return of
}

/** The page's address and title; when they name nothing, its headings. */
function signsOf(page: ReadPage): string[] {
  const headings = new Set(page.passages.flatMap(({ headings: path }) => path))
  return [decodeURI(safely(page.url)), page.title, ...headings].map((sign) => ` ${plain(sign)} `)
}

const safely = (url: string): string => url.replace(/%(?![0-9a-f]{2})/gi, '%25').replace(/(?:%[89a-f][0-9a-f])+/gi, ' ')

const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
