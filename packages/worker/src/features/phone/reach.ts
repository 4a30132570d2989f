import { minutesOf, weekdays } from '../../engine/facts/index.ts'
import type { Weekday } from '../../engine/location-facts.ts'

/** Wall time at the location, `HH:MM`; a span that ends before it begins goes over midnight. */
export interface Shift {
  days?: Weekday[] | undefined
  between: [from: string, to: string]
}

export interface Reachable {
  id: string
  name: string
  number: string
  languages: readonly string[]
  hours: readonly Shift[]
}

export interface Group {
  order: 'in_order' | 'all_at_once' | 'round_robin'
  people: readonly string[]
  /** Whose turn it is to be rung first, counted for ever. */
  turn: number
}

/** When something is: minute of the day and weekday at the location. */
export interface LocalMinute {
  minute: number
  weekday: Weekday
}

/**
 * Who is rung, wave after wave: those of a wave at once. Who is off duty is left out. Pure: the same group at the same
 * minute rings the same people.
 */
export function waves(group: Group, known: readonly Reachable[], now: LocalMinute): Reachable[][] {
  const people = group.people.flatMap((id) => known.find((person) => person.id === id) ?? [])
  const from = group.order === 'round_robin' && people.length > 0 ? group.turn % people.length : 0
  const onDuty = [...people.slice(from), ...people.slice(0, from)].filter(
    ({ hours }) => hours.length === 0 || hours.some((shift) => isOn(shift, now)),
  )
  if (onDuty.length === 0) return []
  return group.order === 'all_at_once' ? [onDuty] : onDuty.map((person) => [person])
}

const dayBefore = (day: Weekday) => weekdays[(weekdays.indexOf(day) + 6) % 7]

/** A span over midnight belongs to the day it began. */
export function isOn({ between: [from, to], days }: Shift, { minute, weekday }: LocalMinute): boolean {
  const [begin, end] = [minutesOf(from), minutesOf(to)]
  const on = (day: Weekday | undefined) => days === undefined || days.some((each) => each === day)
  if (begin <= end) return on(weekday) && begin <= minute && minute < end
  return (on(weekday) && minute >= begin) || (on(dayBefore(weekday)) && minute < end)
}
