import { sayDates } from './dates.ts'
import { dropLinks, sayLinks, sayNumbersOfPhones } from './digits.ts'
import { sayMoney } from './money.ts'
import { sayTimes } from './times.ts'
import { sayAbbreviations } from './words.ts'

/** A language whose reading we know by heart; others are tidied only, and their voice reads the rest. */
export type Tongue = 'en' | 'es' | 'ar'

export interface Reader {
  tongue: Tongue
  /** ISO 3166-1 alpha-2: whether 5/6 is in May or in June. */
  country: string
}

/**
 * A checked sentence rewritten for the ear, always in the same way: prices, times, dates, phones and abbreviations as
 * people say them, addresses of the web never. Nothing is added and nothing left out that the sentence says.
 * @param lang ISO 639-1; @param country ISO 3166-1 alpha-2 of the business
 */
export function speakable(text: string, lang: string, country: string): string {
  const plain = tidy(text)
  if (lang !== 'en' && lang !== 'es' && lang !== 'ar') return tidy(dropLinks(plain))
  const reader: Reader = { tongue: lang, country }
  // Phones before dates and money: all three are digits, and a phone is the longest of them.
  const steps = [sayLinks, sayNumbersOfPhones, sayDates, sayTimes, sayMoney, sayAbbreviations]
  return tidy(steps.reduce((said, step) => step(said, reader), plain))
}

/** Marks of writing that nobody says. */
function tidy(text: string): string {
  return text
    .replace(/\p{Extended_Pictographic}|\uFE0F|\u200D/gu, (sign) => (/[\d#*©®™]/.test(sign) ? sign : ' '))
    .replace(/[*_`~|•·]+/g, ' ')
    .replace(/\s+([,.;:!?،؛؟])/g, '$1')
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
