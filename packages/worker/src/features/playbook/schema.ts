import { z } from '@hono/zod-openapi'
import { pageOf } from '../../web/operation.ts'

const lang = z.string().regex(/^[a-z]{2,3}$/, 'must be a language such as "en"')
const said = z.string().trim().min(1).max(1000)
/** One wording a language; `{assistant}`, `{business}` and `{phone}` are filled in. */
const Wording = z.partialRecord(lang, said)
const Phrasings = z.partialRecord(lang, z.array(z.string().trim().min(1).max(300)).max(500))
const id = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'must be lower-case letters, digits and "-"')

const Rule = z.strictObject({
  id,
  when: z.strictObject({
    phrases: Phrasings.describe('Words or phrases that must stand in the message, as whole words.'),
  }),
  say: Wording,
})

const ScenarioAnswer = z.strictObject({
  say: Wording.optional(),
  knowledge: z
    .boolean()
    .default(false)
    .describe('Answer from what was taught; `say` follows, or stands alone when nothing is found.'),
  offer: z.enum(['message', 'handoff', 'none']).default('none'),
})

const Scenario = z.strictObject({
  id,
  name: z.string().trim().max(120).default(''),
  examples: Phrasings,
  answer: ScenarioAnswer,
})

const Question = z.strictObject({
  id,
  ask: Wording,
  sensitive: z
    .boolean()
    .default(false)
    .describe('What is answered is kept sealed, is shown as ••••, and stays off a recording.'),
})

const Voice = z.strictObject({
  enabled: z.boolean().default(false),
  lines: z
    .number()
    .int()
    .min(1)
    .max(500)
    .default(10)
    .describe('Calls at the same time; the next one is asked to type.'),
  mostMinutes: z.number().int().min(1).max(120).default(30).describe('The longest call.'),
  patience: z
    .enum(['brisk', 'normal', 'patient'])
    .default('normal')
    .describe('How long a pause may be before the visitor is taken to have finished.'),
  voices: z
    .partialRecord(
      lang,
      z.strictObject({
        provider: z
          .enum(['', 'elevenlabs', 'cartesia', 'endpoint'])
          .default('')
          .describe('Who speaks, where the platform has it set up; another one takes over when it cannot.'),
        voice: z
          .string()
          .trim()
          .max(120)
          .default('')
          .describe('As the provider names it; its own choice when left out.'),
        speed: z.number().min(0.5).max(2).default(1),
      }),
    )
    .default({})
    .describe('How it speaks, by language.'),
  recognisers: z
    .partialRecord(lang, z.enum(['deepgram', 'endpoint']))
    .default({})
    .describe('Who listens, by language, where the platform has it set up; another one takes over when it cannot.'),
  pronunciation: z
    .array(
      z.strictObject({ written: z.string().trim().min(1).max(80), spoken: z.string().trim().min(1).max(120), lang }),
    )
    .max(200)
    .default([])
    .describe('How names and terms are said.'),
})

/** An assistant's rules, scenarios, tone, hours and limits: one document, drafted, then published as a numbered version. */
export const Playbook = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    languages: z.array(lang).min(1).max(20),
    greeting: Wording.default({}),
    tone: z
      .strictObject({
        style: z.enum(['warm', 'plain', 'formal']).default('warm'),
        spanish: z.enum(['usted', 'tu']).default('usted'),
      })
      .prefault({}),
    suggestions: z.partialRecord(lang, z.array(z.string().trim().min(1).max(120)).max(6)).default({}),
    rules: z.array(Rule).max(100).default([]),
    scenarios: z.array(Scenario).max(300).default([]),
    hours: z.strictObject({ outside: z.strictObject({ say: Wording }).optional() }).prefault({}),
    emergency: z
      .strictObject({
        phone: z
          .string()
          .regex(/^\+[1-9]\d{6,14}$/, 'must be E.164, such as +15055550142')
          .optional(),
        say: Wording.optional(),
      })
      .prefault({})
      .describe('The business’s own emergency line; the safety words before it are ours and cannot be switched off.'),
    handoff: z.strictObject({ say: Wording.optional() }).prefault({}),
    messages: z
      .strictObject({
        detailsInMail: z
          .boolean()
          .default(true)
          .describe(
            'False where what visitors write is delicate: mail then says only who wrote and how to reach them.',
          ),
        questions: z
          .array(Question)
          .max(5)
          .default([])
          .describe('Asked one after another when a message is taken in a call, before what it is about.'),
      })
      .prefault({}),
    limits: z
      .strictObject({
        answerSentences: z.number().int().min(1).max(6).default(3),
        turnsPerDay: z
          .number()
          .int()
          .min(1)
          .max(1_000_000)
          .default(2000)
          .describe('Turns of the tenant a UTC day that may use a model; past them answers are quoted.'),
      })
      .prefault({}),
    voice: Voice.prefault({}),
    recording: z
      .strictObject({
        enabled: z.boolean().default(false),
        notice: z
          .enum(['ask', 'announce'])
          .default('ask')
          .describe('announce: callers by phone are told, not asked, where the law of both places lets you.'),
      })
      .prefault({}),
  })
  .superRefine((playbook, context) => {
    for (const kind of ['rules', 'scenarios'] as const) {
      const seen = new Set<string>()
      playbook[kind].forEach((item, index) => {
        if (seen.has(item.id))
          context.addIssue({ code: 'custom', path: [kind, index, 'id'], message: `"${item.id}" stands here twice` })
        seen.add(item.id)
      })
    }
  })
  .openapi('Playbook')

export type PlaybookDocument = z.output<typeof Playbook>

export const Draft = z
  .object({
    assistantId: z.string(),
    revision: z.number().int().describe('Send as `If-Match` when you put the next draft.'),
    playbook: z.union([Playbook, z.null()]),
  })
  .openapi('PlaybookDraft')

export const Finding = z
  .object({ severity: z.enum(['error', 'warning']), path: z.string(), message: z.string() })
  .openapi('PlaybookFinding')

export const Version = z
  .object({
    id: z.string(),
    assistantId: z.string(),
    number: z.number().int(),
    note: z.string(),
    published: z.boolean(),
    createdAt: z.iso.datetime(),
  })
  .openapi('PlaybookVersion')

export const VersionWithPlaybook = Version.extend({ playbook: Playbook }).openapi('PlaybookVersionWithPlaybook')
export const PublishedVersion = Version.extend({ findings: z.array(Finding) }).openapi('PublishedPlaybookVersion')
export const VersionPage = pageOf(Version, 'PlaybookVersionPage')
export const Publish = z.strictObject({ note: z.string().max(300).default('') }).openapi('PublishPlaybook')

export const Assistant = z
  .object({
    id: z.string(),
    name: z.string(),
    locationId: z.string(),
    publishedNumber: z.number().int().nullable(),
    createdAt: z.iso.datetime(),
  })
  .openapi('Assistant')
export const AssistantPage = pageOf(Assistant, 'AssistantPage')
export const NewAssistant = z
  .strictObject({ name: z.string().trim().min(1).max(60), locationId: z.string().optional() })
  .openapi('NewAssistant')

export const Trial = z
  .strictObject({ texts: z.array(z.string().trim().min(1).max(1000)).min(1).max(20) })
  .openapi('PlaybookTrial')

export const TrialResults = z
  .object({
    revision: z.number().int().describe('The draft that was tried.'),
    results: z.array(
      z.object({
        text: z.string(),
        verdict: z
          .enum(['match', 'both', 'ask', 'pass'])
          .describe('`ask`: which of two was meant; `both`: two at once; `pass`: none.'),
        scenarioIds: z.array(z.string()),
        score: z.number().nullable(),
        threshold: z.number(),
        nearest: z.string().describe('The example that resembles it most; empty when none does.'),
      }),
    ),
    findings: z.array(Finding),
  })
  .openapi('PlaybookTrialResults')
