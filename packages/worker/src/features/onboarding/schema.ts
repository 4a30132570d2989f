import { z } from '@hono/zod-openapi'

export const steps = ['site', 'facts', 'trade', 'contacts', 'ask', 'look', 'install'] as const
export type Step = (typeof steps)[number]

const lang = z.enum(['en', 'es', 'ar'])
const StepState = z.enum(['open', 'done', 'skipped'])
const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'must be a colour such as "#2f6f4e"')
const Words = z.record(z.string(), z.string())

export const EmergencyContact = z
  .object({ id: z.string(), name: z.string(), phone: z.string().describe('E.164.'), email: z.string() })
  .openapi('EmergencyContact')

const NewContact = z.strictObject({
  name: z.string().trim().min(1).max(120),
  phone: z.string().trim().max(40).default(''),
  email: z.email().or(z.literal('')).default(''),
})

export const Onboarding = z
  .object({
    revision: z.number().int().describe('Send as `If-Match` with the next change.'),
    steps: z.object(Object.fromEntries(steps.map((step) => [step, StepState])) as Record<Step, typeof StepState>),
    website: z.string().describe('Empty when it is not known, or there is none.'),
    sourceId: z.string().describe('The source that reads the site; empty when there is none.'),
    trade: z.string(),
    accent: z.string().describe('The colour chosen for the widget; empty for ours.'),
    contacts: z.array(EmergencyContact).describe('In the order in which they are fetched.'),
  })
  .openapi('Onboarding')

export const OnboardingChange = z
  .strictObject({
    steps: z.partialRecord(z.enum(steps), StepState),
    website: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .or(z.literal('')),
    sourceId: z.string().max(80),
    accent: colour.or(z.literal('')),
    contacts: z.array(NewContact).max(5).describe('Replaces them all.'),
  })
  .partial()
  .openapi('OnboardingChange')

export const Trade = z
  .object({
    id: z.string(),
    label: Words.describe('By language.'),
    notice: Words.describe('What to know before choosing it, by language; empty for most.'),
  })
  .openapi('Trade')
export const Trades = z.object({ items: z.array(Trade) }).openapi('Trades')

export const TradeChoice = z
  .strictObject({
    trade: z.string().max(60),
    replace: z.boolean().default(false).describe('Also when somebody has written a playbook of their own.'),
  })
  .openapi('TradeChoice')

export const QuestionsToTry = z.object({ items: z.array(z.string()) }).openapi('QuestionsToTry')
export const QuestionsQuery = z.strictObject({ lang: lang.default('en') })

export const SiteCheckRequest = z
  .strictObject({
    url: z.url({ protocol: /^https?$/ }).max(2000),
    keyId: z.string().max(80).default('').describe('The publishable key that should stand in the page.'),
  })
  .openapi('SiteCheckRequest')

export const siteBuilders = ['wordpress', 'wix', 'squarespace', 'shopify', 'webflow', 'godaddy', 'html'] as const
export type SiteBuilderId = (typeof siteBuilders)[number]
const SiteBuilderName = z.enum(siteBuilders)

export const SiteBuilder = z
  .object({
    id: SiteBuilderName,
    name: z.string(),
    steps: z.record(z.string(), z.array(z.string())).describe('What to do, step by step, by language.'),
  })
  .openapi('SiteBuilder')
export const SiteBuilders = z.object({ items: z.array(SiteBuilder) }).openapi('SiteBuilders')

const SiteColour = z.object({
  colour: z.string(),
  from: z.enum(['theme-color', 'manifest', 'icon']).describe('Where on the site it stands.'),
  shown: z.string().describe('The same, darkened until white text on it can be read (4.5 : 1).'),
  contrast: z.number().describe('Of white text on `shown`.'),
})

export const SiteCheck = z
  .object({
    url: z.string().describe('Where the redirects ended.'),
    title: z.string(),
    icon: z.string().describe('Address of the site’s icon; empty when it names none.'),
    builder: SiteBuilderName,
    colours: z.array(SiteColour),
    snippet: z.object({
      state: z
        .enum(['installed', 'other-key', 'missing'])
        .describe('`other-key`: our script stands there with another key than the one asked for.'),
      keyId: z.string().describe('The key that stands in the page, when it is one of this tenant.'),
    }),
  })
  .openapi('SiteCheck')

export const DeveloperMail = z
  .strictObject({
    to: z.email(),
    lang: lang.default('en'),
    builder: SiteBuilderName.default('html'),
    key: z.string().regex(/^pk_(test|live)_[\w-]{10,80}$/, 'must be a publishable key'),
  })
  .openapi('DeveloperMail')
