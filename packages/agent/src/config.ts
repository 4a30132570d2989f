import { hostname } from 'node:os'
import { z } from 'zod'

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  )

/** Every language we have words in, when left out. */
const spoken = list.transform((languages) => (languages.length > 0 ? languages : ['en', 'es', 'ar']))

/** `en=alloy,es=nova` → {en: 'alloy', es: 'nova'} */
const byLanguage = list.transform(
  (pairs) => Object.fromEntries(pairs.map((pair) => pair.split('=', 2))) as Record<string, string>,
)

const schema = z.object({
  FOYER_URL: z.url(),
  FOYER_AGENT_KEY: z.string().min(16),
  LIVEKIT_URL: z.url(),
  LIVEKIT_API_KEY: z.string().min(1),
  LIVEKIT_API_SECRET: z.string().min(1),
  LIVEKIT_AGENT_NAME: z.string().default('foyer'),
  /** Calls that one process takes at once. */
  AGENT_CAPACITY: z.coerce.number().int().positive().default(10),
  AGENT_HEALTH_PORT: z.coerce.number().int().min(0).default(0),
  /** Where rendered phrases are kept. */
  AGENT_CACHE: z.string().default('.foyer-voice'),
  /** `v1-mini` listens to how a sentence ends, on this machine; `vad` only to silence. */
  TURN_DETECTOR: z.enum(['v1-mini', 'vad']).default('v1-mini'),
  /** Any endpoint that speaks OpenAI's /audio/transcriptions and /audio/speech. */
  SPEECH_BASE_URL: z.url().optional(),
  SPEECH_API_KEY: z.string().default(''),
  SPEECH_STT_MODEL: z.string().default('gpt-4o-mini-transcribe'),
  SPEECH_TTS_MODEL: z.string().default('gpt-4o-mini-tts'),
  SPEECH_VOICES: byLanguage,
  SPEECH_LANGUAGES: spoken,
  /** What kind of voice it is, when people should know: "test voice". */
  SPEECH_LABEL: z.string().default(''),
  /** Takes over within a turn when the first one fails. */
  SPEECH_FALLBACK_BASE_URL: z.url().optional(),
  SPEECH_FALLBACK_API_KEY: z.string().default(''),
  DEEPGRAM_API_KEY: z.string().default(''),
  DEEPGRAM_BASE_URL: z.url().default('https://api.deepgram.com'),
  DEEPGRAM_LANGUAGES: spoken,
  CARTESIA_API_KEY: z.string().default(''),
  CARTESIA_BASE_URL: z.url().default('https://api.cartesia.ai'),
  CARTESIA_LANGUAGES: spoken,
  ELEVENLABS_API_KEY: z.string().default(''),
  ELEVENLABS_BASE_URL: z.url().default('https://api.elevenlabs.io'),
  ELEVENLABS_LANGUAGES: spoken,
})

export type Config = z.output<typeof schema> & { agentId: string }

/** @throws with the names of what is missing or wrong, never the values. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = schema.safeParse(given)
  if (parsed.success) return { ...parsed.data, agentId: `${hostname()}-${process.pid}` }
  const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))].join(', ')
  throw new Error(`The agent is not set up: ${names} missing or wrong. See docs/guide/voice.md.`)
}
