/** What every process of the platform gets from ours: nothing that sends a message home, nothing of the caller's npm. */
export function offlineEnvironment(): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|CLOUDFLARE_|WRANGLER_|CF_|NODE_OPTIONS$|VITEST)/.test(name),
  )
  return {
    ...Object.fromEntries(kept),
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_SEND_ERROR_REPORTS: 'false',
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    CI: '1',
    NO_COLOR: '1',
  }
}

/** The OPENAI_* of the caller, their mail server and where their gateway is, which are meant for the worker. */
export const passedThrough = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        /^(OPENAI_|SMTP_URL$|EMAIL_FROM$|SIP_ADDRESS$)/.test(entry[0]) && !!entry[1],
    ),
  )

/** What wrangler needs of our environment. Everything it gets becomes visible to both workers, so it gets little. */
export function workerEnvironment(dataDir: string, vars: Record<string, string>): Record<string, string | undefined> {
  const all = offlineEnvironment()
  const needed = [
    'PATH',
    'HOME',
    'TMPDIR',
    'SystemRoot',
    'CI',
    'NO_COLOR',
    ...Object.keys(all).filter((name) => /^(WRANGLER|CLOUDFLARE)_/.test(name)),
  ]
  return {
    ...Object.fromEntries(needed.map((name) => [name, all[name]])),
    CLOUDFLARE_INCLUDE_PROCESS_ENV: 'true',
    // Its own record of every call between our parts, and a page to look at it: nobody does, and each turn pays for it.
    X_LOCAL_OBSERVABILITY: 'false',
    X_LOCAL_EXPLORER: 'false',
    XDG_CONFIG_HOME: `${dataDir}/wrangler`,
    WRANGLER_REGISTRY_PATH: `${dataDir}/wrangler/registry`,
    ...vars,
  }
}
