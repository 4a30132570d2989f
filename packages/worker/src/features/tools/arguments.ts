import { fold, valuesIn } from '../../engine/evidence/index.ts'
import { datesIn } from '../../engine/evidence/calendar-words.ts'
import { toE164 } from '../../shared/phone.ts'
import type { ToolArguments } from './schema.ts'

export type Given = Record<string, string | number | boolean>
type Property = ToolArguments['properties'][string]

export type ReadArguments =
  | { kind: 'ready'; given: Given }
  /** Names of required arguments that the visitor has not told yet. */
  | { kind: 'missing'; names: string[] }
  | { kind: 'refused'; reason: string }

/**
 * What a model wants to call a tool with, held against the tool's schema and against the visitor's own words: an argument
 * is something the visitor wrote, or one of the owner's choices. What only a page says never becomes one.
 */
export function readArguments(
  schema: ToolArguments,
  wanted: Readonly<Record<string, unknown>>,
  visitor: { words: string; lang: string; country: string },
): ReadArguments {
  const given: Given = {}
  for (const [name, value] of Object.entries(wanted)) {
    const property = schema.properties[name]
    if (property === undefined) return { kind: 'refused', reason: `The tool has no argument “${name}”.` }
    if (value === null || value === '') continue
    if (!fits(property, value, visitor.country)) return { kind: 'refused', reason: `“${name}” is not of its kind.` }
    if (!said(property, value as Given[string], visitor))
      return { kind: 'refused', reason: `The visitor did not say what stands in “${name}”.` }
    given[name] = value as Given[string]
  }
  const names = schema.required.filter((name) => !(name in given))
  return names.length > 0 ? { kind: 'missing', names } : { kind: 'ready', given }
}

function fits(property: Property, value: unknown, country: string): boolean {
  switch (property.type) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'integer':
    case 'number': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return false
      if (property.type === 'integer' && !Number.isInteger(value)) return false
      return value >= (property.minimum ?? -Infinity) && value <= (property.maximum ?? Infinity)
    }
    case 'string':
      if (typeof value !== 'string' || value.length > property.maxLength) return false
      if (property.enum !== undefined) return property.enum.includes(value)
      if (property.format === 'date')
        return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`))
      if (property.format === 'email') return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value)
      if (property.format === 'phone') return toE164(value, country) !== null
      return true
    default:
      return property satisfies never
  }
}

function said(property: Property, value: Given[string], { words, lang, country }: Parameters<typeof readArguments>[2]) {
  // A choice of the owner's, or yes and no, carries nothing of anybody else's.
  if (property.type === 'boolean' || (property.type === 'string' && property.enum !== undefined)) return true
  if (typeof value === 'number') return valuesIn(words, lang).some(({ key }) => Number(key) === value)
  const text = String(value)
  if (property.type === 'string' && property.format === 'date') {
    const [, month, day] = text.split('-').map(Number)
    return (
      fold(words).includes(text) || datesIn(fold(words), lang).some((one) => one.month === month && one.day === day)
    )
  }
  if (property.type === 'string' && property.format === 'phone') {
    const digits = (toE164(text, country) ?? text).replace(/\D/g, '')
    return valuesIn(words, lang).some(({ kind, key }) => kind === 'phone' && digits.endsWith(key.replace(/^0+/, '')))
  }
  return flat(words).includes(flat(text))
}

const flat = (text: string) =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
