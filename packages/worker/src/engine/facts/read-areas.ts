import { headedCells } from '../answer/present.ts'
import { fold } from '../evidence/index.ts'
import type { Area } from '../location-facts.ts'
import type { Passage } from '../passage.ts'

const about =
  /\b(?:service areas?|areas? (?:we )?(?:serve|cover)|areas served|we (?:proudly )?(?:serve|service|cover)|serving|cities we serve|zip codes?|zonas? (?:de servicio|de cobertura|que (?:servimos|atendemos|cubrimos))|servimos|damos servicio|cobertura|codigos postales)\b|مناطق (?:ال)?خدمه|نخدم|المناطق التي|نغطي|الرموز البريديه/u
const lead =
  /^.*?(?:serve|serves|serving|servicing|cover|covers|covering|service areas?:?|areas served:?|cities:|including|include|servimos|servicio en|cubrimos|atendemos|zonas?:|نخدم|نغطي|المناطق:?)\s*(?:homes in|customers in|all of|the (?:cities|towns|communities) of|a|en|las ciudades de)?[:\s]*/iu
const place =
  /^(?:\p{Lu}[\p{L}'.-]*(?: (?:de|del|la|las|los|of|el|\p{Lu}[\p{L}'.-]*)){0,3}|[\u0600-\u06ff]{2,}(?: [\u0600-\u06ff]{2,}){0,3})$/u
const notPlaces =
  /^(?:We|Our|The|All|And|Call|Homes|Yes|No|Service|Areas?|Cities|Zip|ZIP|Monday|Commercial|Residential|HVAC|Plumbing|Contact|More|Nosotros|Llame|Servicio|Zonas)\b/u
const zips = /(?<![\d$-])\d{5}(?!\d)/g

/** Towns and postal codes of one passage that speaks of the area served; none from other passages. */
export function areasIn(passage: Passage): Area[] {
  const above = fold([passage.title, ...passage.headings].join(' '))
  const folded = fold(passage.text)
  const spoken = about.test(folded)
  const headed =
    about.test(fold(passage.headings.at(-1) ?? passage.title)) ||
    (about.test(above) && (passage.kind === 'list-item' || passage.kind === 'table-row'))
  if ((!spoken && !headed) || /\b(?:not|don't|outside|no (?:servimos|cubrimos))\b|لا نخدم/u.test(folded)) return []
  const codes = [...passage.text.matchAll(zips)].map((m) => m[0])
  if (passage.kind === 'table-row' || passage.kind === 'list-item') {
    const first = headedCells(passage.text)[0]?.cell ?? passage.text
    const name = (first.split(/\s*[|\t(:\n]\s*/u)[0] ?? '')
      .replace(zips, '')
      .replace(/[\s,–-]+$/u, '')
      .trim()
    const names = namesIn(name)
    if (names.length === 1 || (names.length === 0 && codes.length > 0))
      return [{ name: names[0] ?? '', postalCodes: codes }]
    return names.map((n) => ({ name: n, postalCodes: [] }))
  }
  const names = spoken || headed ? namesIn(passage.text.replace(lead, '')) : []
  if (names.length === 1) return [{ name: names[0] ?? '', postalCodes: codes }]
  const towns = names.map((name) => ({ name, postalCodes: [] }))
  return codes.length > 0 ? [...towns, { name: '', postalCodes: codes }] : towns
}

function namesIn(text: string): string[] {
  const sentence = text.split(/(?<=\p{L}{3})\.(?:\s|$)|[!?\n]/u)[0] ?? ''
  return sentence
    .replace(/\([^)]*\)/g, '')
    .split(
      /\s*[,;|·•،]\s*(?:and |y |و(?=[\u0600-\u06ff]{3}))?|\s+(?:and|y|&)\s+|(?<=[\u0600-\u06ff]) و(?=[\u0600-\u06ff]{3})/u,
    )
    .map((part) =>
      part
        .replace(zips, '')
        .replace(/^(?:the |all of |parts of |nearby )/i, '')
        .replace(/[\s.:]+$/u, '')
        .trim(),
    )
    .filter((part) => part.length >= 3 && part.length <= 40 && place.test(part) && !notPlaces.test(part))
}
