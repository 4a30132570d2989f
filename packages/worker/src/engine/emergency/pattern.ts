/** A concept as one pattern over all languages: people mix them, and a recogniser may guess the wrong one. */
export function words(en: string, es: string, ar: string): RegExp {
  const latin = [en, es].filter((part) => part !== '').join('|')
  const parts: string[] = []
  if (latin !== '') parts.push(`(?<![a-z0-9])(?:${latin.replaceAll('\\w', '[a-z0-9]')})(?![a-z0-9])`)
  if (ar !== '') parts.push(`(?<!\\p{L})(?:و|ف)?(?:ال|بال|لل|عال|هال|كال|ب|ل|ع|ه)?(?:${ar})\\p{L}{0,4}(?!\\p{L})`)
  return new RegExp(parts.join('|'), 'u')
}
