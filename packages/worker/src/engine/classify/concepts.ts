import { fold } from '../text/fold.ts'
import { stem } from '../text/stem.ts'
import { REQUESTS } from '../lexicon/index.ts'

// Each language's table is built at its first word: a model in one language needs no other's stems.
const tables = new Map<string, ReadonlyMap<string, number[]>>()

/** Numbers of the everyday concepts that a stem may stand for; empty for most. */
export function conceptsOf(stemmed: string, lang: string): readonly number[] {
  const first = stemmed.charCodeAt(0)
  const spoken = first >= 0x621 && first <= 0x64a ? 'ar' : lang === 'es' ? 'es' : 'en'
  let table = tables.get(spoken)
  if (table === undefined) tables.set(spoken, (table = build(spoken)))
  return table.get(stemmed) ?? NONE
}

const NONE: readonly number[] = []

function build(spoken: string): ReadonlyMap<string, number[]> {
  const byStem = new Map<string, number[]>()
  REQUESTS.forEach((languages, concept) => {
    for (const { lang, words } of languages) {
      if (lang !== spoken) continue
      for (const word of words) {
        const key = stem(fold(word), lang)
        const known = byStem.get(key)
        if (known === undefined) byStem.set(key, [concept])
        else if (!known.includes(concept)) known.push(concept)
      }
    }
  })
  return byStem
}
