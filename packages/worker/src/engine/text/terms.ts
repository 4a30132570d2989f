import { stem } from './stem.ts'
import { isFoldedStopWord } from './stop-words.ts'
import { words } from './words.ts'

/** The content of a text: folded, stemmed words in order, without stop words. Repeats stay, so counts can be taken. */
export function terms(text: string, lang: string): string[] {
  const found: string[] = []
  for (const word of words(text)) {
    if (isFoldedStopWord(word.text, lang)) continue
    const term = stem(bare(word.text), lang)
    if (term !== '') found.push(term)
  }
  return found
}

/** `owner's` and `l'heure` count as their noun. */
export function bare(word: string): string {
  return word.includes("'")
    ? word
        .replace(/'s?$/u, '')
        .replace(/^(?:l|d|qu|j|n|c|s)'(?=\p{L}{2})/u, '')
        .replaceAll("'", '')
    : word
}
