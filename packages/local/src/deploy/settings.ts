import { serverPasswords } from '../launcher/secrets.ts'
import { APP, AUTH, OWNER, type Passwords } from '../gateway/logins.ts'

/** What a deployment needs to know, and what it may: names only; values stay in the environment. */
const REQUIRED = {
  PUBLIC_URL: 'the address visitors will use, such as https://desk.example.com; snippets and links are made of it',
  DATABASE_URL: 'the connection string of the Neon database, as the console shows it',
  FOYER_SECRET:
    'at least 16 random characters: seals what is stored; make it with openssl rand -base64 32, and keep it',
  FOYER_OPERATOR_KEY: 'at least 16 random characters: makes tenants; make it with openssl rand -base64 32, and keep it',
} as const
const ACCOUNT = {
  CLOUDFLARE_API_TOKEN: 'a token with the template "Edit Cloudflare Workers" and edit rights for R2 and Queues',
  CLOUDFLARE_ACCOUNT_ID: 'the id of the account, from its overview page',
} as const
const OPTIONAL_SECRETS = [
  ...(['OPENAI_API_KEY', 'SMTP_URL', 'RESEND_API_KEY', 'SENTRY_DSN'] as const),
  ...(['LIVEKIT_API_SECRET', 'FOYER_AGENT_KEY'] as const),
]
const OPTIONAL_VARS = [
  ...(['OPENAI_BASE_URL', 'OPENAI_MODEL', 'OPENAI_PRICE_IN', 'OPENAI_PRICE_OUT', 'EMAIL_FROM'] as const),
  ...(['LIVEKIT_URL', 'LIVEKIT_API_KEY', 'SIP_ADDRESS'] as const),
]

export type Settings = {
  publicUrl: string
  /** Administrator's, the schema owner's, and the worker's connection string. */
  database: { adminUrl: string; ownerUrl: string; appUrl: string; passwords: Passwords }
  /** Sealed at Cloudflare; never printed. */
  secrets: Record<string, string>
  vars: Record<string, string>
}

export type Missing = { name: string; words: string }

type Environment = Record<string, string | undefined>

export function missingIn(env: Environment, dryRun: boolean): Missing[] {
  const needed: Record<string, string> = dryRun ? REQUIRED : { ...REQUIRED, ...ACCOUNT }
  return Object.entries(needed).flatMap(([name, words]) => (env[name] ? [] : [{ name, words }]))
}

/** What is wrong with what is there, one sentence each. */
export function wrongIn(env: Environment): string[] {
  const said: string[] = []
  const { PUBLIC_URL = '', DATABASE_URL = '', FOYER_SECRET = '', FOYER_OPERATOR_KEY = '' } = env
  if (PUBLIC_URL !== '' && (URL.parse(PUBLIC_URL)?.protocol !== 'https:' || new URL(PUBLIC_URL).pathname !== '/')) {
    said.push(`PUBLIC_URL needs to be a whole https address without a path; this is "${PUBLIC_URL}".`)
  }
  if (DATABASE_URL !== '' && !/^postgres(ql)?:$/.test(URL.parse(DATABASE_URL)?.protocol ?? ''))
    said.push('DATABASE_URL is not a PostgreSQL connection string.')
  if (FOYER_SECRET !== '' && FOYER_SECRET.length < 16) said.push('FOYER_SECRET is shorter than 16 characters.')
  if (FOYER_OPERATOR_KEY !== '' && FOYER_OPERATOR_KEY.length < 16)
    said.push('FOYER_OPERATOR_KEY is shorter than 16 characters.')
  if (FOYER_SECRET !== '' && FOYER_SECRET === FOYER_OPERATOR_KEY)
    said.push('FOYER_SECRET and FOYER_OPERATOR_KEY must differ.')
  return said
}

/** Call it when nothing is missing or wrong; a dry run may put samples in place of what is missing. */
export function settingsOf(env: Environment): Settings {
  const publicUrl = (env['PUBLIC_URL'] ?? '').replace(/\/+$/, '')
  const admin = new URL(env['DATABASE_URL'] ?? '')
  // The logins' passwords follow from the administrator's, so there is nothing more to keep.
  const passwords = serverPasswords(admin)
  const appUrl = as(admin, APP, passwords.app)
  const given = (names: readonly string[]) =>
    Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : []))) as Record<string, string>
  return {
    publicUrl,
    database: { adminUrl: admin.href, ownerUrl: as(admin, OWNER, passwords.owner), appUrl, passwords },
    secrets: {
      DATABASE_URL: appUrl,
      AUTH_DATABASE_URL: as(admin, AUTH, passwords.auth),
      ...given(['FOYER_SECRET', 'FOYER_OPERATOR_KEY', ...OPTIONAL_SECRETS]),
    },
    vars: { PUBLIC_URL: publicUrl, ...given(OPTIONAL_VARS) },
  }
}

/** Stands in for what is missing, so that a dry run can go through everything else. */
export const samples: Record<keyof typeof REQUIRED, string> = {
  PUBLIC_URL: 'https://foyer.example',
  DATABASE_URL: 'postgresql://owner:password@db.example/foyer',
  FOYER_SECRET: 'sample-secret-of-a-dry-run',
  FOYER_OPERATOR_KEY: 'sample-operator-key-of-a-dry-run',
}

function as(admin: URL, user: string, password: string): string {
  const url = new URL(admin)
  url.username = user
  url.password = password
  return url.href
}
