import { fold } from './fold.ts'

/** A word as it stands in the text (`start`, `end`: UTF-16 offsets into the original) and its folded spelling. */
export interface Word {
  text: string
  start: number
  end: number
}

// In order: initials (A/C, U.S.A., R&B), numbers with their inner marks (1,200.50, 8:30), letters of scripts written without
// spaces (one by one), words with inner apostrophes.
const WORD =
  /(?<![\p{L}\p{N}])\p{L}(?:[/&]\p{L})+(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:\p{L}\.){2,}|\p{N}+(?:[.,:٫٬]\p{N}+)*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]\p{M}*|\p{L}[\p{L}\p{M}\p{N}\p{Cf}ـ]*(?:['’ʼ][\p{L}\p{M}\p{Cf}]+)*/gu

/** The words of a text in order. `text` of each is folded: compare it, and slice the original to show it. */
export function words(text: string): Word[] {
  const found: Word[] = []
  for (const match of text.matchAll(WORD)) {
    const folded = fold(match[0]).replace(/[/&]|\.$|(?<=\p{L})\./gu, '')
    if (folded !== '') found.push({ text: folded, start: match.index, end: match.index + match[0].length })
  }
  return found
}
