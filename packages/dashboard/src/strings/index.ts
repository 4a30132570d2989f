import type { Words } from './words.ts'

const languages: Record<Words['lang'], () => Promise<Words>> = {
  en: async () => (await import('./en/index.ts')).en,
  es: async () => (await import('./es/index.ts')).es,
  ar: async () => (await import('./ar/index.ts')).ar,
}

const kept = 'foyer:lang'
let spoken: Words | undefined

/** The words of the language the person reads. */
export function words(): Words {
  if (spoken === undefined) throw new Error('Words were asked for before they were fetched.')
  return spoken
}

/** Fetches the person's language and turns the page to its side. */
export async function speak(lang: string = localStorage.getItem(kept) ?? ''): Promise<void> {
  const wanted = [lang, ...navigator.languages].map((tag) => tag.slice(0, 2)).find((tag) => tag in languages) ?? 'en'
  spoken = await languages[wanted as Words['lang']]()
  document.documentElement.lang = spoken.lang
  document.documentElement.dir = spoken.dir
}

export function keepLanguage(lang: Words['lang']): void {
  localStorage.setItem(kept, lang)
}

/** Fills `{name}` with its value; an unknown name stays as it is. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** One wording a number form; `other` where a language has no word of its own for that form. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

export function count(plural: Plural, n: number): string {
  const { lang } = words()
  const wording = plural[new Intl.PluralRules(lang).select(n)] ?? plural.other
  return fill(wording, { n: new Intl.NumberFormat(lang).format(n) })
}
