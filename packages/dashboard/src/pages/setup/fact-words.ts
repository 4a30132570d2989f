import type { Fact } from '@foyer/sdk/admin'
import { words } from '../../strings/index.ts'

type Interval = readonly [string, string]
interface Exception {
  date: string
  intervals: readonly Interval[]
  label: string
  /** Only one end of the day's hours is moved. */
  withinWeek?: true
}
type Week = Partial<Record<(typeof days)[number], readonly Interval[]>>

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** A fact as its owner would say it. */
export function factWords({ kind, value }: Pick<Fact, 'kind' | 'value'>): string {
  switch (kind) {
    case 'phones': {
      const { number, use } = value as { number: string; use: keyof ReturnType<typeof words>['setup']['facts']['uses'] }
      const { uses } = words().setup.facts
      const shown = number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3')
      return use === 'main' ? shown : `${shown} · ${uses[use]}`
    }
    case 'hours':
      return weekWords(value as Week)
    case 'exceptions': {
      const { date, intervals, label, withinWeek } = value as Exception
      const day = label === '' ? date : /^\d/.test(date) ? `${label} (${date})` : label
      const times = timesOf(intervals)
      return `${day}: ${withinWeek === true ? times.replace(/^00:00|24:00$/, '…') : times}`
    }
    case 'services': {
      const { name, price } = value as {
        name: string
        price?: { from: string; to?: string; currency: string; unit: string }
      }
      if (price === undefined) return name
      const sum = [price.from, price.to].flatMap((amount) =>
        amount === undefined ? [] : [money(amount, price.currency)],
      )
      return `${name}: ${sum.join(' – ')}${price.unit === '' ? '' : ` ${price.unit}`}`
    }
    case 'areas': {
      const { name, postalCodes } = value as { name: string; postalCodes: readonly string[] }
      const codes = postalCodes.slice(0, 6).join(', ') + (postalCodes.length > 6 ? '…' : '')
      return [name, codes].filter((part) => part !== '').join(' · ')
    }
    default:
      return String(value)
  }
}

/** "Mon – Fri 08:00–17:00 · Sat closed": days with the same times stand together. */
function weekWords(week: Week): string {
  const said: { from: string; to: string; times: string }[] = []
  for (const day of days) {
    const intervals = week[day]
    if (intervals === undefined) continue
    const name = dayName(day)
    const times = timesOf(intervals)
    const last = said.at(-1)
    if (last?.times === times) last.to = name
    else said.push({ from: name, to: name, times })
  }
  return said.map(({ from, to, times }) => `${from === to ? from : `${from} – ${to}`} ${times}`).join(' · ')
}

function timesOf(intervals: readonly Interval[]): string {
  if (intervals.length === 0) return words().setup.facts.closed
  return intervals.map(([from, to]) => `${from}–${to}`).join(', ')
}

function dayName(day: (typeof days)[number]): string {
  const monday = Date.UTC(2026, 10, 23)
  const at = new Date(monday + days.indexOf(day) * 86_400_000)
  return new Intl.DateTimeFormat(words().lang, { weekday: 'short', timeZone: 'UTC' }).format(at)
}

function money(amount: string, currency: string): string {
  const whole = amount.endsWith('.00')
  const how = { style: 'currency', currency, minimumFractionDigits: whole ? 0 : 2 } as const
  return new Intl.NumberFormat(words().lang, how).format(Number(amount))
}
