/** Light stemming of folded Arabic (after Larkey's light10): conjunctions, article and prepositions, common endings. */
const PREFIX = /^(?:وال|فال|بال|كال|هال|عال|لل|ال)/u
const SUFFIX = /(?:كما|هما|تها|تهم|اتي|هم|كم|نا|ها|ان|ات|ون|ين|يه|تي|تك|ته|وا|ه|ي)$/u

export function stemArabic(word: string): string {
  if (!/^[\u0621-\u064A]+$/u.test(word)) return word
  let w = word
  const article = PREFIX.exec(w)
  if (article !== null && w.length - article[0].length >= 3) w = w.slice(article[0].length)
  else if (/^و/u.test(w) && w.length >= 5) w = w.slice(1)
  const ending = SUFFIX.exec(w)
  if (ending !== null && w.length - ending[0].length >= 3) w = w.slice(0, -ending[0].length)
  return w
}

/** The word without a letter that may lean on it ("بدبي", in Dubai), or the word itself. */
export function withoutClitic(word: string): string {
  return word.length < 5 ? word : word.replace(/^[وفبكل](?=[\u0621-\u064A]{4})/u, '')
}
