import { existsSync, readFileSync } from 'node:fs'

/** The cron expressions of a wrangler.toml. */
export function cronsOf(configFile: string): string[] {
  const text = existsSync(configFile) ? readFileSync(configFile, 'utf8') : ''
  const list = /^\s*crons\s*=\s*\[([^\]]*)\]/m.exec(text)?.[1] ?? ''
  return [...list.matchAll(/"([^"]+)"|'([^']+)'/g)].map((match) => match[1] ?? match[2] ?? '')
}

/** Whether a five-field cron expression names this minute (UTC). Understands *, lists, ranges and steps. */
export function isDue(expression: string, now: Date): boolean {
  const [minute = '*', hour = '*', day = '*', month = '*', weekday = '*'] = expression.trim().split(/\s+/)
  return (
    matches(minute, now.getUTCMinutes()) &&
    matches(hour, now.getUTCHours()) &&
    matches(day, now.getUTCDate()) &&
    matches(month, now.getUTCMonth() + 1) &&
    (matches(weekday, now.getUTCDay()) || matches(weekday, now.getUTCDay() + 7))
  )
}

const matches = (field: string, value: number): boolean =>
  field.split(',').some((part) => {
    const [range = '*', step = '1'] = part.split('/')
    const [from, to] = range === '*' ? [0, 99] : range.split('-').map(Number)
    const last = to ?? (part.includes('/') ? 99 : from)
    return value >= (from ?? 0) && value <= (last ?? 0) && (value - (from ?? 0)) % Number(step) === 0
  })

/** Cron never fires by itself in wrangler dev: this asks for what is due, each minute. Returns the way to end it. */
export function startCron(apiUrl: string, expressions: string[]): () => void {
  const timer = setInterval(() => {
    const now = new Date()
    for (const expression of expressions.filter((each) => isDue(each, now))) {
      const url = `${apiUrl}/cdn-cgi/local/scheduled?cron=${encodeURIComponent(expression)}`
      void fetch(url, { signal: AbortSignal.timeout(55_000) }).then(
        (response) => response.body?.cancel(),
        () => undefined,
      )
    }
  }, 60_000)
  timer.unref()
  return () => clearInterval(timer)
}
