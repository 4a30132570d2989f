import type { Config } from './config.ts'

/** Where our own pages are. On one machine also by the name `localhost`, which passkeys need: they know no addresses. */
export function ownOrigins(config: Config): string[] {
  const { origin, hostname, port } = new URL(config.PUBLIC_URL)
  return config.FOYER_LOCAL && hostname === '127.0.0.1' ? [origin, `http://localhost:${port}`] : [origin]
}
