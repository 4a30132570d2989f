import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export interface Phrase {
  text: string
  intent: string | null
}
export interface IntentQuery {
  id: string
  text: string
  intent: string | null
  oos?: 'near' | 'far' | null
}
export interface IntentTask {
  name: string
  lang: string
  train: Phrase[]
  queries: IntentQuery[]
}
export interface Doc {
  id: string
  title: string
  heading: string
  text: string
}
export interface RetrievalQuery {
  id: string
  text: string
  /** What was said before, oldest first. */
  before: string[]
  relevant: string[]
  target: boolean
}
export interface RetrievalTask {
  name: string
  lang: string
  docs: Doc[]
  queries: RetrievalQuery[]
  dialogue: boolean
}

/** The folder of development data: `--data DIR`, or `../shared/eval` beside the repository. */
export function dataFolder(args: readonly string[]): string {
  const at = args.indexOf('--data')
  const named = at < 0 ? undefined : args[at + 1]
  return resolve(named ?? join(import.meta.dirname, '../../../../../shared/eval'))
}

export function readSet(path: string): unknown {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as unknown) : undefined
}

interface RawIntentSet {
  format: string
  name?: string
  lang?: string
  train?: Phrase[]
  train10?: Phrase[]
  queries?: IntentQuery[]
  bots?: { bot: string; lang?: string; train: Phrase[]; queries: IntentQuery[] }[]
  tenants?: {
    id: string
    lang: string
    scenarios: { id: string; examples: string[] }[]
    queries: { id: string; text: string; scenario: string | null; oos: 'near' | 'far' | null }[]
  }[]
}

/** The matching tasks of a set: one, or one for each bot or tenant in it. */
export function intentTasks(raw: unknown, train: 'train' | 'train10' = 'train'): IntentTask[] {
  const set = raw as RawIntentSet
  if (set.tenants !== undefined) {
    return set.tenants.map(({ id, lang, scenarios, queries }) => ({
      name: id,
      lang,
      train: scenarios.flatMap((one) => one.examples.map((text) => ({ text, intent: one.id }))),
      queries: queries.map((query) => ({ ...query, intent: query.scenario })),
    }))
  }
  if (set.bots !== undefined) {
    return set.bots.map((one) => ({
      name: one.bot,
      lang: one.lang ?? set.lang ?? 'en',
      train: one.train,
      queries: one.queries,
    }))
  }
  const phrases = set[train] ?? set.train ?? set.train10 ?? []
  return [{ name: set.name ?? 'intents', lang: set.lang ?? 'en', train: phrases, queries: set.queries ?? [] }]
}

interface RawDoc {
  id: string
  text?: string
  title?: string
  question?: string
  answer?: string
  entity?: string
}
interface RawQuery {
  id: string
  text: string
  relevant: string[]
  target?: boolean
  turns?: { speaker: string; text: string }[]
}
interface RawRetrievalSet {
  format: string
  name?: string
  lang?: string
  docs?: RawDoc[]
  queries?: RawQuery[]
  sets?: { lang: string; docs: RawDoc[]; queries: RawQuery[] }[]
}

export function retrievalTasks(raw: unknown, name: string): RetrievalTask[] {
  const set = raw as RawRetrievalSet
  const parts = set.sets ?? [{ lang: set.lang ?? 'en', docs: set.docs ?? [], queries: set.queries ?? [] }]
  return parts.map(({ lang, docs, queries }) => ({
    name: parts.length > 1 ? `${name} ${lang}` : name,
    lang,
    dialogue: set.format === 'dialogue-faq/v1',
    docs: docs.map((doc) => ({
      id: doc.id,
      title: doc.entity ?? '',
      heading: doc.question ?? doc.title ?? '',
      text: doc.answer ?? doc.text ?? '',
    })),
    queries: queries.map((query) => ({
      id: query.id,
      text: query.text,
      before: (query.turns ?? []).slice(0, -1).map((turn) => turn.text),
      relevant: query.relevant,
      target: query.target ?? true,
    })),
  }))
}

export function formatOf(raw: unknown): string {
  return (raw as { format?: string }).format ?? ''
}
