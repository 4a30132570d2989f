import { words } from '../../engine/text/words.ts'
import { type Beginning, firstWords, keyWord, languageOfKey, mostWords, sayFirst } from './first-words.ts'
import type { RouteRule } from './route.ts'

export interface Menu extends Pick<Beginning, 'business' | 'notice'> {
  rules: readonly RouteRule[]
  /** What a call is held in. */
  languages: readonly string[]
  /** The owner's, by language. */
  greeting: Partial<Record<string, string>>
}

/** Why callers could not use this menu, and what to do about it; `at` is the rule. null: they can. */
export function refusalOf(menu: Menu): { at: number; message: string } | null {
  const { rules, languages } = menu
  for (const [at, { when, menu: told = {} }] of rules.entries()) {
    const { presses: key } = when
    if (key === undefined) continue
    const rule = at + 1
    const lang = languageOfKey(key, languages)
    if (lang !== undefined) {
      const free = [...'123456789'].filter((one) => languageOfKey(one, languages) === undefined).join(', ')
      const message = `Key ${key} of rule ${rule} is the language “${lang}” in this menu already. Take another one: ${free}.`
      return { at, message }
    }
    const other = rules.findIndex((one, before) => before < at && one.when.presses === key)
    if (other >= 0)
      return { at, message: `Rules ${other + 1} and ${rule} have the same key, ${key}. Give one of them another key.` }
    const silent = Object.entries(told).find(([each, text]) => !namesKey(text ?? '', key, each))
    if (silent !== undefined) {
      const message = `What the menu says of rule ${rule} in “${silent[0]}” does not name its key. Say in it to press ${key}.`
      return { at, message }
    }
  }
  return tooLong(menu)
}

const namesKey = (text: string, key: string, lang: string) => {
  const names = [key, keyWord(key, lang)].flatMap(foldedWords)
  return foldedWords(text).some((word) => names.includes(word))
}

const foldedWords = (text: string) => words(text).map((word) => word.text)

/** Whoever calls again may be begun with in any of the languages. */
function tooLong({ rules, languages, business, greeting, notice }: Menu): { at: number; message: string } | null {
  for (const lang of languages) {
    const menu = rules.flatMap((rule) => rule.menu?.[lang] ?? [])
    if (menu.length === 0) continue
    const whole = firstWords({
      business,
      languages,
      lang,
      greeting: greeting[lang] ?? '',
      purpose: 'talk',
      notice,
      menu,
    })
    // After a question the menu comes with the answer to it.
    const texts = notice === 'ask' ? [...menu, sayFirst(lang, 'help').text] : whole.map(({ text }) => text)
    const count = texts.join(' ').split(/\s+/).length
    if (count <= mostWords) continue
    const message = `With this menu callers would hear ${count} words in “${lang}” before they can say anything; ten seconds are ${mostWords}. Shorten what the menu says by ${count - mostWords} words, or the greeting, or offer fewer languages.`
    return { at: rules.findLastIndex((rule) => rule.menu?.[lang] !== undefined), message }
  }
  return null
}
