import { fold } from '../text/fold.ts'
import { stem } from '../text/stem.ts'
import { LEXICON } from './lexicon.ts'

let table: Map<string, number[]> | undefined

/** Numbers of the everyday concepts that a stem may stand for; empty for most. */
export function conceptsOf(stemmed: string, lang: string): readonly number[] {
  table ??= build()
  const first = stemmed.charCodeAt(0)
  const spoken = first >= 0x621 && first <= 0x64a ? 'ar' : lang === 'es' ? 'es' : 'en'
  return table.get(spoken + stemmed) ?? NONE
}

const NONE: readonly number[] = []

function build(): Map<string, number[]> {
  const byStem = new Map<string, number[]>()
  LEXICON.forEach((languages, concept) => {
    for (const { lang, words } of languages) {
      for (const word of words) {
        const key = lang + stem(fold(word), lang)
        const known = byStem.get(key)
        if (known === undefined) byStem.set(key, [concept])
        else if (!known.includes(concept)) known.push(concept)
      }
    }
  })
  return byStem
}
