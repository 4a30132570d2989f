import { foldShapes } from '../evidence/index.ts'
import type { Phone } from '../location-facts.ts'

/** How national numbers are written: digits after the trunk prefix, and what they may begin with. */
const plans: Record<string, { code: string; trunk: string; lengths: readonly number[]; begins: RegExp }> = {
  US: { code: '1', trunk: '1', lengths: [10], begins: /^[2-9]\d\d[2-9]/ },
  CA: { code: '1', trunk: '1', lengths: [10], begins: /^[2-9]\d\d[2-9]/ },
  PR: { code: '1', trunk: '1', lengths: [10], begins: /^[2-9]/ },
  MX: { code: '52', trunk: '', lengths: [10], begins: /^[2-9]/ },
  ES: { code: '34', trunk: '', lengths: [9], begins: /^[6-9]/ },
  GB: { code: '44', trunk: '0', lengths: [9, 10], begins: /^[1-9]/ },
  AE: { code: '971', trunk: '0', lengths: [8, 9], begins: /^[2-9]/ },
  SA: { code: '966', trunk: '0', lengths: [9], begins: /^[1-9]/ },
  DE: { code: '49', trunk: '0', lengths: [8, 9, 10, 11], begins: /^[1-9]/ },
  FR: { code: '33', trunk: '0', lengths: [9], begins: /^[1-9]/ },
  AU: { code: '61', trunk: '0', lengths: [9], begins: /^[2-9]/ },
  IE: { code: '353', trunk: '0', lengths: [7, 8, 9], begins: /^[1-9]/ },
  EG: { code: '20', trunk: '0', lengths: [8, 9, 10], begins: /^[1-9]/ },
  JO: { code: '962', trunk: '0', lengths: [8, 9], begins: /^[2-9]/ },
  CO: { code: '57', trunk: '', lengths: [10], begins: /^[3-9]/ },
}

/** E.164 of a number as it is written in a country, or null when it is none. */
export function e164(written: string, country: string): string | null {
  const shaped = foldShapes(written).trim()
  const digits = shaped.replace(/\D/g, '')
  if (/^(?:\+|00)/.test(shaped)) {
    const full = shaped.startsWith('00') ? digits.slice(2) : digits
    return full.length >= 8 && full.length <= 15 ? `+${full.replace(/^(44|971|966|49|33|61)0(?=\d{8,})/, '$1')}` : null
  }
  const plan = plans[country.toUpperCase()]
  if (plan === undefined) return null
  const national = plan.trunk !== '' && digits.startsWith(plan.trunk) ? digits.slice(plan.trunk.length) : digits
  return plan.lengths.includes(national.length) && plan.begins.test(national) ? `+${plan.code}${national}` : null
}

const phone =
  /(?<![\d$€£#.,/-])(?:(?:\+|00)\d[\d ().-]{7,18}\d|\(0?\d{2,4}\)[ .-]?\d{3,4}[ .-]?\d{3,4}|\d{3}[ .-]\d{3}[ .-]\d{4}|\d{3}[ .-]\d{2,3}[ .-]\d{2,3}(?:[ .-]\d{2,3})?|0\d{1,4}[ .-]\d{3,4}[ .-]?\d{3,4}|0\d{8,10})(?![\d%-])/g

/** Phones of a text with where they stand; `use` from the words just before. */
export function phonesIn(text: string, country: string): { value: Phone; start: number; end: number }[] {
  const shaped = [...text].length === text.length ? foldSame(text) : text
  return [...shaped.matchAll(phone)].flatMap((m) => {
    const number = e164(m[0], country)
    if (number === null) return []
    const before = shaped.slice(Math.max(0, m.index - 60), m.index).toLowerCase()
    const near = before.slice(before.search(/[^.;|\n]*$/))
    if (/licen|lic\b|roc\b|permit|account|ein\b|vat\b/.test(near)) return []
    const use: Phone['use'] = /\bfax\b|فاكس/.test(near.slice(-15))
      ? 'fax'
      : /emergenc|urgenc|after[- ]hours|24\/7|24-hour|طوارئ|الطوارئ/.test(near)
        ? 'emergency'
        : /\b(?:text|sms|whatsapp)\b|واتساب/.test(near.slice(-25))
          ? 'text'
          : 'main'
    return [{ value: { number, use }, start: m.index, end: m.index + m[0].length }]
  })
}

/** Arabic-Indic digits as ASCII ones, every other character as it is: offsets stay. */
function foldSame(text: string): string {
  return text
    .replace(/[٠-٩۰-۹]/g, (d) => String(d.charCodeAt(0) & 15))
    .replace(/[–—−‑]/g, '-')
    .replace(/[\u00a0\u202f]/g, ' ')
}

export function emailsIn(text: string): { value: string; start: number; end: number }[] {
  return [...text.matchAll(/[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/g)]
    .filter((m) => !/^(?:no-?reply|donotreply)|\.(?:png|jpe?g|gif|svg|webp)$/i.test(m[0]))
    .map((m) => ({ value: m[0], start: m.index, end: m.index + m[0].length }))
}

const street = String.raw`(?:St(?:reet)?|Ave(?:nue)?|Blvd|Boulevard|Rd|Road|Dr(?:ive)?|Ln|Lane|Way|Ct|Court|Pl(?:ace|aza)?|Pkwy|Parkway|Hwy|Highway|Cir(?:cle)?|Ter(?:race)?|Sq(?:uare)?)\b\.?`
const addresses = [
  new RegExp(
    String.raw`\b\d{1,6} (?:[NSEW]\.? |North |South |East |West )?[A-Z0-9][\w.' -]{1,40}? ${street}(?:,? (?:Suite|Ste\.?|Unit|Apt\.?|#|Floor) ?[\w-]+)?,? [A-Z][A-Za-z. ]{2,30},? [A-Z]{2}(?: \d{5}(?:-\d{4})?)?`,
    'g',
  ),
  /(?:Calle|C\/|Avenida|Avda?\.|Av\.|Paseo|Plaza|Camino|Carrera|Bulevar|Blvd\.) [^\n,|]{2,40},? (?:n\.?º ?|#|No\.? ?)?\d{1,5}[^\n|]{0,50}?\b\d{5}\b(?:,? [A-ZÁÉÍÓÚÑ][\p{L} ]{2,30})?/gu,
  /\b\d{1,4}[A-Za-z]? [A-Z][\w' ]{2,30}(?:Street|Road|Lane|Avenue|Close|Way|Drive|Court|Place|Square|Gardens|Hill),? [A-Z][\w ]{2,30},? [A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/g,
]

export function addressesIn(text: string): { value: string; start: number; end: number }[] {
  return addresses.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((m) => ({
      value: m[0].replace(/\s+/g, ' ').trim(),
      start: m.index,
      end: m.index + m[0].length,
    })),
  )
}
