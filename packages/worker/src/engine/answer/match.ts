import { akin } from '../evidence/coverage.ts'
import { inLanguage } from '../evidence/glossary.ts'
import { concepts } from '../retrieve/synonyms.ts'
import { fold } from '../evidence/index.ts'
import { terms } from '../text/index.ts'
import type { Concept, Question } from './question.ts'
import { othersFor } from './synonyms.ts'

/** A concept of the question prepared once for every language its evidence may be in. */
export interface Seeker {
  concept: Concept
  found(folded: string, stems: ReadonlySet<string>, lang: string): boolean
}

export function seekersOf(question: Question): Seeker[] {
  return question.concepts.map((concept) => {
    const same = [concept.word, ...othersFor(concept.word, question.lang)]
    const singles = new Set(same.filter((w) => !/[ /-]/.test(w)).flatMap((w) => terms(w, question.lang)))
    singles.add(concept.stem)
    const many = same.filter((w) => /[ /-]/.test(w))
    const abroad = new Map<string, string[]>()
    return {
      concept,
      found(folded, stems, lang) {
        for (const stem of singles) if (stems.has(stem)) return true
        if (many.some((phrase) => hasPhrase(folded, phrase))) return true
        if (concept.stem.length >= 5 && !/\d/.test(concept.stem))
          for (const stem of stems) if (akin(concept.stem, stem) || isSlip(concept.stem, stem)) return true
        if (
          lang === 'ar' &&
          question.lang === 'ar' &&
          hasStart(folded, concept.word.replace(/^(?:وال|بال|لل|ال)(?=\p{L}{3})/u, ''))
        )
          return true
        if (lang === question.lang) return false
        let words = abroad.get(lang)
        if (words === undefined) abroad.set(lang, (words = across(concept.word, question.lang, lang)))
        return words.some((word) => hasStart(folded, word))
      },
    }
  })
}

function across(word: string, from: string, to: string): string[] {
  const lexicon = concepts.filter((phrases) => phrases.some((p) => p.lang === from && fold(p.text) === fold(word)))
  const direct = [
    ...inLanguage(word, from, to),
    ...lexicon.flatMap((phrases) => phrases.filter((p) => p.lang === to).map((p) => p.text)),
  ]
  return [...new Set([...direct, ...direct.flatMap((w) => othersFor(w, to))])].map(fold)
}

const hasPhrase = (folded: string, phrase: string) => {
  const at = folded.indexOf(phrase)
  return (
    at >= 0 && !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(folded[at + phrase.length] ?? ' ')
  )
}
const hasStart = (folded: string, start: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:وال|بال|لل|ال|و|ب|ل)?${start.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}`, 'u').test(
    folded,
  )

const weekday = /^(?:lun[ea]s?|mart[ei]s?|juev|viern|sabad|doming|mond|tuesd|thursd|frid|saturd|sund)/

/** One letter more, less, other or swapped, in words long enough that it is no other word. */
export function isSlip(a: string, b: string): boolean {
  if (weekday.test(a) || weekday.test(b)) return false
  if (a.length < 5 || b.length < 5 || Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i += 1
  let j = 0
  while (j < Math.min(a.length, b.length) - i && a[a.length - 1 - j] === b[b.length - 1 - j]) j += 1
  const [x, y] = [a.length - i - j, b.length - i - j]
  if (x <= 1 && y <= 1)
    return (
      a.length >= 6 || x + y === 1 || (x === 1 && y === 1 && /[aeiou]/.test(a[i] ?? '') && /[aeiou]/.test(b[i] ?? ''))
    )
  return x === 2 && y === 2 && a[i] === b[i + 1] && a[i + 1] === b[i]
}
