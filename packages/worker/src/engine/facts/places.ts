import type { LocationFacts } from '../location-facts.ts'
import { fold } from '../evidence/index.ts'
import { words } from '../text/index.ts'
import { soundsLike } from '../text/sounds-like.ts'

/** A location that a text names, and the words that name it, as they are said there. */
interface Named {
  location: LocationFacts
  by: string[]
}

/** The one of several locations that a text names, by a word of its name or address that the others do not have. */
function placeNamed(text: string, facts: readonly LocationFacts[]): Named | null {
  const said = words(text).map((word) => fold(word.text))
  const own = facts.map(wordsOf)
  const named = facts
    .map((location, at): Named => {
      const apart = [...(own[at] ?? [])].filter((word) => !own.some((other, i) => i !== at && other.has(word)))
      return { location, by: said.filter((one) => apart.some((word) => word === one || soundsLike(word, one))) }
    })
    .toSorted((a, b) => b.by.length - a.by.length)
  const [first, second] = named
  return first === undefined || first.by.length === (second?.by.length ?? 0) ? null : first
}

/** The place meant: that of the question, else the last one the visitor spoke of. */
export function placeMeant(text: string, previous: readonly string[], facts: readonly LocationFacts[]): Named | null {
  for (const one of [text, ...previous.toReversed()]) {
    const named = placeNamed(one, facts)
    if (named !== null) return named
  }
  return null
}

const tooCommon =
  /^(?:street|st|road|rd|avenue|ave|suite|ste|floor|unit|office|shop|clinic|calle|avenida|piso|شارع|طريق|مكتب|.{1,2}|\d{1,4})$/u

function wordsOf({ name, addresses }: LocationFacts): Set<string> {
  return new Set(
    words([name.value, ...addresses.map((address) => address.value)].join(' '))
      .map((word) => fold(word.text))
      .filter((word) => !tooCommon.test(word)),
  )
}

/** What a place is called when it is not named: “the Deira one”. */
export const branch: readonly string[] =
  'one branch office location shop store clinic sucursal clinica tienda فرع الفرع'.split(' ')
