/** What is known of many durations, in milliseconds. */
export type Summary = { count: number; p50: number; p95: number; p99: number; max: number }

export function summarise(samples: readonly number[]): Summary {
  const sorted = samples.filter((each) => Number.isFinite(each)).toSorted((a, b) => a - b)
  // Nearest rank: the smallest sample that so many per cent of all do not exceed.
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

export const ms = (value: number): string => (Number.isFinite(value) ? `${value.toFixed(value < 10 ? 1 : 0)} ms` : '–')
export const seconds = (valueMs: number): string => `${(valueMs / 1000).toFixed(1)} s`
export const megabytes = (bytes: number): string =>
  `${(bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)} MB`
export const pair = ({ p50, p95 }: Summary): string => `${ms(p50)} / ${ms(p95)}`
