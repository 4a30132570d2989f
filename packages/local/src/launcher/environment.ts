/** What every process of the platform gets from ours: nothing that sends a message home, nothing of the caller's npm. */
export function offlineEnvironment(): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|CLOUDFLARE_|WRANGLER_|CF_|NODE_OPTIONS$|VITEST)/.test(name))
  return {
    ...Object.fromEntries(kept),
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_SEND_ERROR_REPORTS: 'false',
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    CLOUDFLARE_LOAD_DEV_VARS_FROM_DOT_ENV: 'true',
    CI: '1',
    NO_COLOR: '1',
  }
}

/** The OPENAI_* of the caller, which are meant for the worker. */
export const passedThrough = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[0].startsWith('OPENAI_') && !!entry[1]))

/** dotenv: single quotes keep everything as it is, except a single quote and a line end, which get double quotes. */
export const envFile = (vars: Record<string, string>): string =>
  Object.entries(vars)
    .map(([name, value]) => `${name}=${/['\n]/.test(value) ? JSON.stringify(value) : `'${value}'`}\n`)
    .join('')
