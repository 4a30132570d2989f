import { isStopWord, stem, words } from '../text/index.ts'
import { commonWords, shorthands } from './common-words.ts'

export interface Respelled {
  text: string
  /** What was read otherwise than it stands: slip and the word taken for it. */
  changed: [from: string, to: string][]
}

/** A word shorter than this may be any other word; only shorthand is set right. */
const shortest = 4
/** From this length on two slips in one word are still that word. */
const longForTwo = 7

/**
 * The question with its slips set right, against the words that every question is made of and those of the pages it may be
 * about (`vocabulary`, nearest pages first). A word that is known is never touched.
 */
export function respell(question: string, lang: string, vocabulary: readonly string[]): Respelled {
  const usual = commonWords.get(lang) ?? []
  const known = new Set([...usual, ...vocabulary])
  const stems = new Set([...known].map((word) => stem(word, lang)))
  const short = shorthands.get(lang)
  const changed: Respelled['changed'] = []
  let text = ''
  let at = 0
  for (const word of words(question)) {
    const part = /[-/]/.test(question[word.start - 1] ?? '') || /[-/]/.test(question[word.end] ?? '')
    if (part) continue
    const better =
      short?.get(word.text) ??
      (isKnown(word.text) ? undefined : (apart(word.text, known) ?? nearest(word.text, usual, vocabulary)))
    if (better === undefined || better === word.text) continue
    text += question.slice(at, word.start) + better
    at = word.end
    changed.push([word.text, better])
  }
  return { text: text + question.slice(at), changed }

  function isKnown(word: string): boolean {
    return (
      word.length < shortest ||
      /\d/.test(word) ||
      known.has(word) ||
      isStopWord(word, lang) ||
      stems.has(stem(word, lang))
    )
  }
}

/** Two words of the pages written as one. */
function apart(word: string, known: ReadonlySet<string>): string | undefined {
  for (let at = 3; at <= word.length - 3; at += 1) {
    const [left, right] = [word.slice(0, at), word.slice(at)]
    if (known.has(left) && known.has(right)) return `${left} ${right}`
  }
  return undefined
}

function nearest(word: string, usual: readonly string[], vocabulary: readonly string[]): string | undefined {
  let best: string | undefined
  let least = Infinity
  // An Arabic word differs from its neighbours by fewer letters.
  const most = word.length >= longForTwo && !/\p{Script=Arabic}/u.test(word) ? 2 : 1
  const weigh = (other: string, penalty: number): void => {
    if (other.length < shortest || Math.abs(other.length - word.length) > most) return
    const steps = slips(word, other, most)
    if (steps === 0 || steps > most || (steps === 2 && other.slice(0, 2) !== word.slice(0, 2))) return
    // In a short word only letters that changed places, a doubled one or a vowel left out are a slip; the rest may be another word.
    if (word.length === shortest && !(isSwap(word, other) || isDoubling(word, other) || isWithoutVowel(word, other)))
      return
    if (other[0] !== word[0] && !isSwap(word, other)) return
    if (/\p{Script=Arabic}/u.test(word) && (word.length < 6 || word.length === other.length)) return
    const cost = steps + penalty
    if (cost < least) [best, least] = [other, cost]
  }
  for (const [rank, other] of vocabulary.entries()) weigh(other, 0.1 + (0.3 * rank) / vocabulary.length)
  for (const [rank, other] of usual.entries()) weigh(other, 0.05 + (0.3 * rank) / usual.length)
  return best
}

/** Letters added, left out, changed or swapped with their neighbour (Damerau–Levenshtein, optimal alignment), up to `most` + 1. */
export function slips(a: string, b: string, most: number): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let steps = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        steps = Math.min(steps, (before[j - 2] ?? 0) + 1)
      row.push(steps)
      least = Math.min(least, steps)
    }
    if (least > most) return most + 1
    ;[before, above] = [above, row]
  }
  return above[b.length] ?? most + 1
}

const isSwap = (a: string, b: string): boolean =>
  a.length === b.length && [...a].toSorted().join('') === [...b].toSorted().join('')

const isDoubling = (a: string, b: string): boolean => a.replace(/(.)\1/gu, '$1') === b.replace(/(.)\1/gu, '$1')

const isWithoutVowel = (word: string, other: string): boolean =>
  [...other].some((letter, at) => /[aeiou]/u.test(letter) && other.slice(0, at) + other.slice(at + 1) === word)
