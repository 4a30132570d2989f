import { words } from '../strings/index.ts'

export const number = (value: number): string => new Intl.NumberFormat(words().lang).format(value)

export const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : new Intl.NumberFormat(words().lang, { style: 'percent' }).format(part / whole)

/** A duration as people say it: milliseconds below a second, else seconds. */
export function duration(ms: number | null): string {
  if (ms === null) return '–'
  const [value, unit] = ms < 1000 ? [Math.round(ms), 'millisecond'] : [ms / 1000, 'second']
  return new Intl.NumberFormat(words().lang, {
    style: 'unit',
    unit: unit as string,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(value as number)
}

/** A longer one, in minutes and seconds. */
export function span(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const unit = (value: number, name: 'minute' | 'second') =>
    new Intl.NumberFormat(words().lang, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value)
  const parts = [unit(seconds % 60, 'second')]
  if (seconds >= 60) parts.unshift(unit(Math.floor(seconds / 60), 'minute'))
  return new Intl.ListFormat(words().lang, { style: 'narrow', type: 'unit' }).format(parts)
}
