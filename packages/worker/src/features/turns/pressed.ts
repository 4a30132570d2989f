/** In each language, what is meant by a key that calls a person. */
const person: Record<string, string> = {
  en: 'I want to talk to a person',
  es: 'Quiero hablar con una persona',
  ar: 'أريد التحدث مع شخص',
}

export const askForPerson = (lang: string): string => person[lang] ?? person['en'] ?? ''

/** A key says in one language what it says in all: 0 is a person, unless digits are being given. */
export function pressed(key: string, lang: string, isAwaited: boolean): string {
  return key === '0' && !isAwaited ? askForPerson(lang) : key
}
