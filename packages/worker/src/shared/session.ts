import type { Config } from './config.ts'

const prefix = 'foyer'

/** Signs session cookies; not the installation's secret itself, so that nothing else can be unsealed with it. */
export const sessionSecret = (config: Config): string => `session:${config.FOYER_SECRET.reveal()}`

/** What the cookie is called, here and in the identity library. */
export const sessionCookie = {
  prefix,
  nameFor: (config: Config): string =>
    `${config.PUBLIC_URL.startsWith('https:') ? '__Secure-' : ''}${prefix}.session_token`,
}
