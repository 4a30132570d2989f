import { z } from 'zod'
import { AppError } from './errors.ts'
import { Secret } from './secret.ts'

const secret = z
  .string()
  .min(16, 'must be at least 16 characters')
  .transform((value) => new Secret(value))
const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1')

const schema = z.object({
  /** The app login's URL; never the owner's. */
  DATABASE_URL: z.url(),
  /** The identity login's URL: it sees the schema `auth` and nothing else. Without it nobody can sign in. */
  AUTH_DATABASE_URL: z.url().optional(),
  /** Our gateway's HTTP address, when the database is not Neon itself. */
  DATABASE_GATEWAY_URL: z.url().optional(),
  FOYER_SECRET: secret,
  FOYER_OPERATOR_KEY: secret,
  PUBLIC_URL: z.url(),
  FOYER_LOCAL: flag,
  WEB_DOOR_URL: z.url().optional(),
  WEB_DOOR_SECRET: secret.optional(),
  /** Loopback origins that the person named on the command line: the one exception of the web door. Comma-separated. */
  ALLOWED_LOOPBACK_ORIGINS: z.string().default(''),
  OPENAI_API_KEY: secret.optional(),
  OPENAI_BASE_URL: z.url().default('https://api.openai.com/v1'),
  OPENAI_MODEL: z.string().default('gpt-4.1-mini'),
  /** Vectors join retrieval and scenarios when a model is named; the endpoint and key are the ones above. */
  OPENAI_EMBEDDINGS_MODEL: z.string().optional(),
  /** What a turn waits for its vector at most; then words alone decide. */
  OPENAI_EMBEDDINGS_BUDGET_MS: z.coerce.number().int().positive().default(300),
  /** US dollars a million tokens, for the spend cap: input and output. */
  OPENAI_PRICE_IN: z.coerce.number().nonnegative().default(0.4),
  OPENAI_PRICE_OUT: z.coerce.number().nonnegative().default(1.6),
  OPENAI_TIMEOUT_MS: z.coerce.number().int().positive().default(12_000),
  /** Voice: a LiveKit server and its key. Without all four there is no microphone. */
  LIVEKIT_URL: z.url().optional(),
  LIVEKIT_API_KEY: z.string().optional(),
  LIVEKIT_API_SECRET: secret.optional(),
  LIVEKIT_AGENT_NAME: z.string().default('foyer'),
  /** Where carriers reach the phone gateway, such as `yours.sip.livekit.cloud` or `sip.desk.example:5060`. */
  SIP_ADDRESS: z
    .string()
    .regex(/^[a-z0-9.-]+(:\d{1,5})?$/i, 'must be a host, with a port or without')
    .optional(),
  TWILIO_BASE_URL: z.url().default('https://api.twilio.com'),
  /** What an agent process shows to register and to claim calls. */
  FOYER_AGENT_KEY: secret.optional(),
  /** Where a tenant's own model may be, as origins: its answers stream past the web door, so the operator names them. */
  MODEL_HOSTS: z
    .string()
    .default(
      'https://api.openai.com,https://openrouter.ai,https://api.mistral.ai,https://api.groq.com,https://api.together.xyz,https://api.deepseek.com,https://generativelanguage.googleapis.com',
    ),
  /** A mail server of one's own, `smtps://user:password@host:465`; it goes before RESEND_API_KEY. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .transform((value) => new Secret(value))
    .optional(),
  RESEND_API_KEY: secret.optional(),
  RESEND_BASE_URL: z.url().default('https://api.resend.com'),
  /** Where identity mail goes on a developer's machine: a page on loopback that only the person at it can read. */
  LOCAL_MAILBOX_URL: z.url().optional(),
  LOCAL_MAILBOX_SECRET: secret.optional(),
  EMAIL_FROM: z.string().default('Foyer <foyer@localhost>'),
  VISITORS_PER_ADDRESS_PER_HOUR: z.coerce.number().int().positive().default(60),
  /** Where bugs are reported, without personal data: a DSN of a tracker that speaks Sentry's protocol. Off when empty. */
  SENTRY_DSN: z
    .url()
    .transform((value) => new Secret(value))
    .optional(),
})

export type Config = z.output<typeof schema>

const parsedOnce = new WeakMap<object, Config>()

/**
 * The environment, parsed once an isolate.
 * @throws AppError bad_environment that names each variable that is missing or wrong, never its value.
 */
export function readConfig(env: Record<string, unknown>): Config {
  const known = parsedOnce.get(env)
  if (known !== undefined) return known
  const strings = Object.fromEntries(
    Object.entries(env).filter(([, value]) => typeof value === 'string' && value !== ''),
  )
  const parsed = schema.safeParse(strings)
  if (!parsed.success) {
    const details = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
    const names = [...new Set(details.map((detail) => detail.path))].join(', ')
    throw new AppError('bad_environment', `The server is not set up: ${names} missing or wrong.`, { details })
  }
  parsedOnce.set(env, parsed.data)
  return parsed.data
}
