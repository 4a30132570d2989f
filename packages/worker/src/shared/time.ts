/** True for an IANA zone that this runtime knows. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** The UTC day an instant falls on, `YYYY-MM-DD`: ceilings and usage are counted by it. */
export function utcDay(now: Date): string {
  return now.toISOString().slice(0, 10)
}

/** The day it is at this instant in a zone, `YYYY-MM-DD`. */
export function localDay(now: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)
}
