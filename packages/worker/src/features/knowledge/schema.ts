import { z } from '@hono/zod-openapi'
import { pageOf } from '../../web/operation.ts'
import { Quote } from '../conversations/schema.ts'

const pattern = z.string().min(1).max(200)

export const SiteConfig = z.strictObject({
  kind: z.literal('site'),
  url: z.url({ protocol: /^https?$/ }).max(2000),
  include: z
    .array(pattern)
    .max(50)
    .default([])
    .describe('Paths such as "/blog/*"; only these are read when there are any.'),
  exclude: z.array(pattern).max(50).default([]),
  maxPages: z.number().int().min(1).max(2000).default(200),
  maxDepth: z.number().int().min(0).max(20).default(8),
  readEveryHours: z.number().int().min(0).max(720).default(24).describe('0: only when asked.'),
})

export const TextConfig = z.strictObject({
  kind: z.literal('text'),
  title: z.string().trim().min(1).max(200),
  text: z.string().min(1).max(200_000),
  lang: z.string().default(''),
})

export const QuestionsConfig = z.strictObject({
  kind: z.literal('questions'),
  title: z.string().trim().min(1).max(200).default('Questions and answers'),
  pairs: z
    .array(
      z.strictObject({
        questions: z.array(z.string().min(1).max(500)).min(1).max(30),
        answer: z.string().min(1).max(4000),
        lang: z.string().default(''),
      }),
    )
    .min(1)
    .max(2000),
})

export const NewSource = z.discriminatedUnion('kind', [SiteConfig, TextConfig, QuestionsConfig]).openapi('NewSource')

export const FileName = z.strictObject({
  name: z.string().min(1).max(300).describe('Path or name of the file; its ending says what it is.'),
})

export const Counters = z
  .object({
    found: z.number().int(),
    read: z.number().int(),
    unchanged: z.number().int(),
    skipped: z.number().int(),
    failed: z.number().int(),
    gone: z.number().int(),
  })
  .openapi('ReadCounters')

export const Read = z
  .object({
    id: z.string(),
    sourceId: z.string(),
    state: z.enum(['queued', 'reading', 'publishing', 'done', 'failed']),
    note: z.string(),
    counters: Counters,
    revision: z
      .number()
      .int()
      .nullable()
      .describe('The knowledge revision it made; null when nothing changed or it is not done.'),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .openapi('Read')

export const Source = z
  .object({
    id: z.string(),
    kind: z.enum(['site', 'file', 'text', 'questions']),
    name: z.string(),
    state: z.enum(['waiting', 'reading', 'read', 'failed']),
    note: z.string(),
    readEveryHours: z.number().int(),
    revision: z.number().int().describe('Send as `If-Match` with a change of its settings.'),
    site: z.union([
      z.object({
        url: z.string(),
        include: z.array(z.string()),
        exclude: z.array(z.string()),
        maxPages: z.number().int(),
      }),
      z.null(),
    ]),
    lastReadAt: z.iso.datetime().nullable(),
    lastRead: z.union([Read, z.null()]),
    createdAt: z.iso.datetime(),
  })
  .openapi('Source')

export const SourceChange = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    readEveryHours: z.number().int().min(0).max(720),
    include: z.array(pattern).max(50),
    exclude: z.array(pattern).max(50),
    maxPages: z.number().int().min(1).max(2000),
  })
  .partial()
  .openapi('SourceChange')

export const SourcePage = pageOf(Source, 'SourcePage')

export const Page = z
  .object({
    url: z.string(),
    state: z.enum(['found', 'read', 'unchanged', 'skipped', 'failed', 'gone']),
    reason: z.string().describe('Why it was skipped or failed, in plain words.'),
    code: z.string().describe('The same in a word: `needs-scripts`, `noindex`, `excluded`, …; empty when it was read.'),
    documentId: z.string(),
    versionId: z.string(),
    fetchedAt: z.iso.datetime().nullable(),
  })
  .openapi('Page')

export const PagePage = pageOf(Page, 'PagePage')

export const DocumentVersion = z
  .object({
    documentId: z.string(),
    versionId: z.string(),
    url: z.string(),
    title: z.string(),
    lang: z.string(),
    text: z.string().describe('Every quote is an exact slice of this.'),
    fromRevision: z.number().int().nullable(),
    toRevision: z.number().int().nullable(),
    createdAt: z.iso.datetime(),
  })
  .openapi('DocumentVersion')

export const Document = z
  .object({
    id: z.string(),
    sourceId: z.string(),
    url: z.string(),
    title: z.string(),
    lang: z.string(),
    versionId: z.string().describe('The version that is answered from; the last one when it is no more.'),
    current: z.boolean().describe('False when nothing is answered from it any more.'),
    versions: z.number().int(),
    changedAt: z.iso.datetime(),
  })
  .openapi('Document')
export const DocumentPage = pageOf(Document, 'DocumentPage')

export const DocumentHistory = z
  .object({
    document: Document,
    versions: z
      .array(
        z.object({
          versionId: z.string(),
          title: z.string(),
          fromRevision: z.number().int().nullable(),
          toRevision: z.number().int().nullable(),
          createdAt: z.iso.datetime(),
        }),
      )
      .describe('Newest first.'),
    answers: z
      .array(
        z.object({
          turnId: z.string(),
          conversationId: z.string(),
          text: z.string(),
          versionIds: z.array(z.string()),
          at: z.iso.datetime(),
        }),
      )
      .describe('What was said on its word: the newest fifty.'),
  })
  .openapi('DocumentHistory')

export const Question = z
  .object({
    id: z.string(),
    phrasings: z.array(z.string()).describe('Ways to ask it; the first is its name.'),
    answer: z.string(),
    lang: z.string(),
    revision: z.number().int().describe('Send as `If-Match` with a change.'),
    createdAt: z.iso.datetime(),
  })
  .openapi('Question')
export const QuestionPage = pageOf(Question, 'QuestionPage')

const phrasings = z.array(z.string().trim().min(1).max(500)).min(1).max(30)
const answer = z.string().trim().min(1).max(4000)
export const NewQuestion = z
  .strictObject({ phrasings, answer, lang: z.string().max(12).default('') })
  .openapi('NewQuestion')
export const QuestionChange = z
  .strictObject({ phrasings, answer, lang: z.string().max(12) })
  .partial()
  .openapi('QuestionChange')

export const QuestionImport = z
  .object({
    added: z.number().int(),
    changed: z.number().int().describe('Known by its question; now with the answer of this file.'),
    same: z.number().int(),
    refused: z.array(z.object({ line: z.number().int(), why: z.string() })).describe('Left out, line by line.'),
  })
  .openapi('QuestionImport')

export const factKinds = [
  'name',
  'phones',
  'addresses',
  'emails',
  'hours',
  'exceptions',
  'services',
  'areas',
  'payment',
  'insurance',
  'financing',
  'emergencyService',
  'licences',
  'newCustomers',
] as const

export const Fact = z
  .object({
    id: z.string(),
    locationId: z.string(),
    kind: z.enum(factKinds),
    value: z.unknown().describe('By kind: see the guide on facts.'),
    state: z.enum(['proposed', 'confirmed', 'rejected']),
    quote: z.union([Quote, z.null()]),
  })
  .openapi('Fact')

export const FactPage = pageOf(Fact, 'FactPage')

export const FactChange = z
  .strictObject({
    confirm: z.array(z.string()).max(500).default([]).describe('Ids of proposed facts that are true.'),
    reject: z.array(z.string()).max(500).default([]).describe('Ids of facts that are not.'),
    add: z
      .array(z.strictObject({ locationId: z.string(), kind: z.enum(factKinds), value: z.unknown() }))
      .max(500)
      .default([]),
  })
  .openapi('FactChange')

export const Revision = z
  .object({
    number: z.number().int(),
    documents: z.number().int(),
    passages: z.number().int(),
    reason: z.string(),
    createdAt: z.iso.datetime(),
  })
  .openapi('Revision')
export const RevisionPage = pageOf(Revision, 'RevisionPage')

export const Finding = z
  .object({
    id: z.string(),
    kind: z.enum(['contradiction', 'stale', 'dead-link']),
    state: z.enum(['open', 'resolved', 'dismissed']),
    about: z.string().describe('What it is about, in a few words.'),
    url: z.string().describe('The page to look at.'),
    believed: z.union([Quote, z.null()]).describe('Of a contradiction: what is answered with.'),
    other: z.union([Quote, z.null()]).describe('Of a contradiction: what is said elsewhere.'),
    createdAt: z.iso.datetime(),
  })
  .openapi('Finding')
export const FindingPage = pageOf(Finding, 'FindingPage')
export const FindingChange = z
  .strictObject({
    state: z
      .enum(['resolved', 'dismissed'])
      .describe('`resolved`: put right; it comes back if it is found again. `dismissed`: no fault, never shown again.'),
  })
  .openapi('FindingChange')
