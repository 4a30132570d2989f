import { ar } from './ar.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import type { Strings } from './strings.ts'

export { fill, type Strings } from './strings.ts'

const all: Record<string, Strings> = { en, es, ar }

/** The words for a language tag such as `es-MX`; undefined when we do not speak it. */
export function stringsFor(tag: string | undefined): Strings | undefined {
  return all[(tag ?? '').toLowerCase().split('-')[0] ?? '']
}

/** The first of the tags that we speak; English when there is none. */
export function firstSpoken(...tags: (string | undefined)[]): Strings {
  for (const tag of tags) {
    const known = stringsFor(tag)
    if (known !== undefined) return known
  }
  return en
}
