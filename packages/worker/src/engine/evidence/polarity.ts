import { fold } from './fold.ts'

const negators: Record<string, RegExp> = {
  en: /(?<!\p{L})(?:no(?! (?:\d|later|more|less|sooner))|not(?! only)|never|cannot|can't|cant|won't|wont|don't|dont|doesn't|doesnt|isn't|isnt|aren't|arent|wasn't|didn't|haven't|hasn't|neither|nor|nobody|none|unable|unavailable|except|excluding|excluded|excludes?|without|refuse[sd]?|closed)(?!\p{L})/gu,
  es: /(?<!\p{L})(?:no|nunca|jamas|tampoco|ni|ningun[oa]?|nadie|sin|excepto|salvo|excluid[oa]s?|cerrad[oa]s?|cerramos)(?!\p{L})/gu,
  ar: /(?<!\p{L})و?(?:لا|لن|لم|ليس|ليست|لسنا|غير|بدون|دون|ما عدا|باستثناء|مغلق|مغلقه|نغلق|لا يوجد)(?!\p{L})/gu,
}

/** Pairs of words of which one may not stand in for the other. */
const opposites: [RegExp, RegExp][] = [
  [/\b(?:open|opens)\b|\babierto|\babrimos|مفتوح|نفتح/u, /\bclosed?\b|\bcerrad|\bcerramos|مغلق|نغلق/u],
  [/\bfree\b|\bgratis\b|\bgratuit|مجان/u, /\bfees?\b|\bcharged?\b|\bcosts?\b|\btarifa\b|\bcobramos\b|رسوم/u],
  [/\binclud(?:ed|es|ing)\b|\bincluid|\bincluye/u, /\bexclud(?:ed|es|ing)\b|\bexcluid|\bexcluye|\bextra\b/u],
  [/\bbefore\b|\bantes\b|قبل/u, /\bafter\b|\bdespues\b|بعد/u],
  [
    /\bat least\b|\bminimum\b|\bmore than\b|\bover\b|\bal menos\b|\bcomo minimo\b|\bmas de\b|علي الاقل|اكثر من/u,
    /\bat most\b|\bmaximum\b|\bless than\b|\bunder\b|\bup to\b|\bcomo maximo\b|\bmenos de\b|\bhasta\b|علي الاكثر|اقل من/u,
  ],
  [
    /\bsame[- ]day\b|\bmismo dia\b|(?:نفس|ذات) اليوم/u,
    /\bday (?:before|after)\b|\bnext day\b|\bdia (?:anterior|siguiente)\b|\bdia antes\b|اليوم (?:السابق|التالي)/u,
  ],
  [
    /\bday before\b|\bdia anterior\b|\bdia antes\b|اليوم السابق/u,
    /\bday after\b|\bnext day\b|\bdia siguiente\b|اليوم التالي/u,
  ],
  [/\balways\b|\bsiempre\b|دايما/u, /\bsometimes\b|\ba veces\b|احيانا/u],
  [/\ball\b|\bevery\b|\btod[oa]s\b/u, /\bsome\b|\bmost\b|\balgun[oa]s\b/u],
  [/\brequired\b|\bmust\b|\bobligatori[oa]\b|الزامي|يجب/u, /\boptional\b|\bopcional\b|اختياري/u],
  [/\bbuy\b|\bsales?\b/u, /\brent(?:als?)?\b/u],
]

/** Words that soften a number; a claim that drops them says more than its quote. */
const bounds =
  /\b(?:from|starting at|starts at|as low as|up to|about|approximately|around|desde|a partir de|hasta|aproximadamente)\s+(?=[$€£]?\d)|(?:ابتداء من|يبدا من|تبدا من|حتي|حوالي|تقريبا)\s+(?=[$€£]?\d)/gu

export type Flip = { what: 'negation' | 'opposite' | 'bound'; word: string }

/** What in `claim` turns `source` around, or null. Both in the same language; `source` is the clause that was matched. */
export function flipBetween(claim: string, source: string, lang: string): Flip | null {
  const [a, b] = [fold(claim), fold(source)]
  for (const [left, right] of opposites) {
    for (const [mine, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const said = mine.exec(a)
      if (said !== null && !mine.test(b) && other.test(b) && !other.test(a)) return { what: 'opposite', word: said[0] }
    }
  }
  const pattern = negators[lang] ?? negators.en
  if (pattern !== undefined) {
    const mine = [...a.matchAll(pattern)]
    const other = [...b.matchAll(pattern)]
    if (mine.length > 0 !== other.length > 0) return { what: 'negation', word: (mine[0] ?? other[0])?.[0] ?? '' }
  }
  const softened = [...b.matchAll(bounds)]
  const first = softened[0]
  const value =
    first === undefined
      ? ''
      : (/^[$€£]?[\d.,]+/.exec(b.slice(first.index + first[0].length))?.[0] ?? '').replace(/[.,]$/, '')
  const isRange =
    first !== undefined &&
    /^[$€£]?[\d.,:]+\s*(?:am|pm)?\s*(?:to|-|a|until|hasta)\s/.test(b.slice(first.index + first[0].length))
  if (
    first !== undefined &&
    !isRange &&
    value !== '' &&
    a.includes(value.replace(/[$€£]/, '')) &&
    !new RegExp(bounds.source, 'u').test(a)
  )
    return { what: 'bound', word: first[0].trim() }
  return null
}
