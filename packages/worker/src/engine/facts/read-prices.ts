import { headedCells } from '../answer/present.ts'
import { fold, foldShapes } from '../evidence/index.ts'
import type { Price, Service } from '../location-facts.ts'
import type { Passage } from '../passage.ts'
import { openEnded } from './speech.ts'

const sign = String.raw`(?:US\$|MX\$|\$|€|£|USD|EUR|GBP|AED|SAR|MXN)`
const amount = String.raw`(\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{2})?|\d+(?:[.,]\d{1,2})?)`
const priced = new RegExp(
  `(?:(${sign})\\s?${amount}|${amount}\\s?(€|£|USD|EUR|GBP|AED|SAR|MXN|درهم|ريال|دولار))(?:\\s?(?:-|to|a|الي)\\s?(?:${sign}\\s?)?${amount}(?:\\s?(?:€|£|USD|EUR|AED|SAR|درهم|ريال))?)?`,
  'u',
)
const currencies: Record<string, string> = {
  $: 'USD',
  US$: 'USD',
  MX$: 'MXN',
  '€': 'EUR',
  '£': 'GBP',
  درهم: 'AED',
  ريال: 'SAR',
  دولار: 'USD',
}
const notAPrice =
  /\b(?:off|save|savings|discount|coupon|credit|rebate|deposit|up to|minimum|over|ahorre|descuento)\b|خصم|عربون/u
const beginning = /(?:\b(?:from|starting at|starts at|as low as|desde|a partir de)|ابتداء من|يبدا من|تبدا من)\s*$/u
const rate = /^\s*(?:\/|per |por |لكل |an? )\s?(\p{L}+)/u

/** The currency that a bare `$` means in a country. */
const dollars: Record<string, string> = { MX: 'MXN', CA: 'CAD', AU: 'AUD', AR: 'ARS', CL: 'CLP', CO: 'COP' }

/** A row or line that names one thing and its one price: "Tune-up | $89", "Drain cleaning: from $149 per drain". */
export function serviceIn(passage: Passage, country: string): Service | null {
  const headed = passage.kind === 'table-row' ? headedCells(passage.text) : []
  const text = foldShapes(headed.length > 0 ? headed.map((cell) => cell.cell).join(' | ') : passage.text).trim()
  if (text.length > 160 || /[?]/.test(text)) return null
  const m = priced.exec(text)
  if (
    m === null ||
    notAPrice.test(fold(text)) ||
    new RegExp(priced.source, 'gu').exec(text.slice(m.index + m[0].length)) !== null
  )
    return null
  const before = text.slice(0, m.index)
  const starts = beginning.exec(before.toLowerCase())
  const label = (starts === null ? before : before.slice(0, starts.index))
    .replace(/[\s|:.\t–—-]+$/u, '')
    .replace(/^[\s•*|-]+/u, '')
    .trim()
  const name = label.split(/\s*[|\t\n]\s*/u).filter((cell) => cell !== '')[0] ?? ''
  if (
    !/\p{L}{2}/u.test(name) ||
    name.length > 80 ||
    (passage.kind === 'text' && name.split(' ').length > 7) ||
    /\b(?:is|are|costs?|cuesta|charge|total|you|we|our|your)\b/i.test(name)
  )
    return null
  const money = m[1] ?? m[4] ?? '$'
  const currency = money === '$' ? (dollars[country] ?? 'USD') : (currencies[money] ?? money)
  const from = decimal(m[2] ?? m[3] ?? '')
  if (from === null) return null
  const to = m[5] === undefined ? null : decimal(m[5])
  const after = text.slice(m.index + m[0].length)
  const per = rate.exec(after)
  const unit = starts !== null ? openEnded : per === null ? '' : `per ${per[1] ?? ''}`
  const price: Price = { from, currency, unit, ...(to === null ? {} : { to }) }
  return { name: original(passage.text, name, passage), price, description: '' }
}

/** As written on the page; a one-word name takes its heading with it ("Tune-ups: Standard"). */
function original(text: string, name: string, passage: Passage): string {
  const heading = passage.headings.at(-1) ?? ''
  const cell = headedCells(text).find((c) => foldShapes(c.cell) === name)?.cell
  const at = text.indexOf(name)
  const written = cell ?? (at >= 0 ? text.slice(at, at + name.length) : name)
  const bare =
    /^(?:basic|standard|premium|deluxe|small|medium|large|one|two|first|single|adult|child|basico|estandar|adulto|nino|اساسي|عادي)\b/i.test(
      fold(name),
    ) || /^\d/.test(name)
  return bare && heading !== '' ? `${heading}: ${written}` : written
}

function decimal(written: string): string | null {
  const m = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(written)
  return m === null ? null : Number(`${(m[1] ?? '').replace(/[.,]/g, '')}.${m[2] ?? '0'}`).toFixed(2)
}
