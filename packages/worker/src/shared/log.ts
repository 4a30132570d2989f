export interface LogFields {
  requestId?: string
  tenantId?: string
  /** The only place personal data may stand; sinks that leave the machine drop it. */
  pii?: Record<string, unknown>
  [name: string]: unknown
}

type Level = 'info' | 'warn' | 'error'

/** One JSON line a record; `pii` goes no further than the console of the machine itself. */
export function log(level: Level, event: string, fields: LogFields = {}): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })
  if (level === 'error') console.error(line)
  else if (level === 'warn') console.warn(line)
  else console.log(line)
}
