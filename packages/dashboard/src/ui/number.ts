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
