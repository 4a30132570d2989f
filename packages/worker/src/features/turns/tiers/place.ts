import type { Fact, LocationFacts } from '../../../engine/location-facts.ts'
import { normalise } from '../../../engine/text/index.ts'

/**
 * A business with several addresses, and a question that names one of them: only what is known of that place, and the
 * question without its name. Facts that do not say which place they are of are left out.
 */
export function atPlace(
  question: string,
  previous: readonly string[],
  facts: readonly LocationFacts[],
): { question: string; facts: readonly LocationFacts[] } {
  const own = normalise(question)
  for (const location of facts) {
    const towns = townsOf(location)
    const asked = towns.some((town) => own.includes(town)) || !leansBack(own) ? own : normalise(previous.at(-1) ?? '')
    const town = towns.find((one) => asked.includes(one))
    if (towns.length < 2 || town === undefined || towns.some((one) => one !== town && asked.includes(one))) continue
    const others = towns.filter((one) => one !== town)
    return { question: withoutName(question, town), facts: [narrowed(location, town, others)] }
  }
  return { question, facts }
}

/** “Until when?”, “the phone number there”: of the place that was spoken of. */
const leansBack = (asked: string): boolean =>
  asked.split(/\s+/u).length <= 4 || /\b(?:there|that (?:office|one|location)|ahi|alli|alla)\b|هناك/u.test(asked)

/** The parts of the addresses that tell them apart: towns, or streets where the town is one. */
function townsOf({ addresses }: LocationFacts): string[] {
  const parts = addresses.map((address) =>
    normalise(address.value)
      .split(/\s*,\s*/u)
      .filter((part) => !/\d/.test(part) && part.length > 2),
  )
  return [
    ...new Set(
      parts.flatMap((own, at) =>
        own.filter((part) => !parts.some((other, index) => index !== at && other.includes(part))),
      ),
    ),
  ]
}

function narrowed(location: LocationFacts, town: string, others: readonly string[]): LocationFacts {
  const here = <T>(list: readonly Fact<T>[]): Fact<T>[] => list.filter((fact) => isOf(fact, town, others))
  return {
    ...location,
    phones: here(location.phones),
    addresses: here(location.addresses),
    hours: here(location.hours),
    exceptions: location.exceptions.filter((fact) => !isElsewhere(fact, town, others)),
  }
}

/** A label or a page that names another of the places, and not this one. */
function isElsewhere({ value, quote }: LocationFacts['exceptions'][number], town: string, others: readonly string[]) {
  const page = `${quote?.title ?? ''} ${(quote?.url ?? '').replace(/[-_/]+/g, ' ')} ${quote?.text ?? ''}`
  return [value.label, page]
    .map((text) => normalise(text))
    .some((said) => others.some((other) => said.includes(other)) && !said.includes(town))
}

function isOf(fact: Fact<unknown>, town: string, others: readonly string[]): boolean {
  const value = typeof fact.value === 'string' ? fact.value : JSON.stringify(fact.value)
  const own = normalise(value)
  if (own.includes(town)) return true
  const said = normalise(
    [fact.quote?.title ?? '', (fact.quote?.url ?? '').replace(/[-_/]+/g, ' '), fact.quote?.text ?? ''].join(' '),
  )
  return said.includes(town) && !others.some((other) => said.includes(other) || own.includes(other))
}

function withoutName(question: string, town: string): string {
  const name = town
    .split(/\s+/u)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
  const named = new RegExp(
    `((?:\\b(?:in|at|for|en|de|of|the)\\s+)*)${name}(?:\\s+(?:office|location|branch|shop|store|clinic))?`,
    'giu',
  )
  return question.replace(named, (_, before: string) => (/\b(?:in|at|for|en|de|of)\b/iu.test(before) ? ' ' : ' it '))
}
