import type { Admin, Answer, Tier, TurnKind } from '@foyer/sdk/admin'
import type { Question } from './questions.ts'

/** One line of `--json`. */
export type Outcome = {
  question: string
  answer: string
  tier: Tier
  kind: TurnKind
  confidence: number
  lang: string
  quotes: { url: string; title: string; text: string; start: number; end: number }[]
  /** Wall time from the question to its whole answer. */
  ms: number
  /** Only when no answer came. */
  error?: string
}

/** Asks in a conversation of its own. The turns before the last one only set the scene. */
export async function outcomeOf(foyer: Admin, { turns, lang, now }: Question): Promise<Outcome> {
  const question = turns.at(-1) ?? ''
  let begun = performance.now()
  try {
    const { id } = await foyer.conversations.start()
    let last: Answer | undefined
    for (const turn of turns) {
      begun = performance.now()
      last = await foyer.conversations.ask(turn, {
        conversationId: id,
        ...(lang === undefined ? {} : { lang }),
        ...(now === undefined ? {} : { now }),
      })
    }
    if (last === undefined) throw new Error('There was nothing to ask.')
    const { answer, tier, kind, confidence } = last
    const quotes = last.quotes.map(({ url, title, text, start, end }) => ({ url, title, text, start, end }))
    return { question, answer, tier, kind, confidence, lang: last.lang, quotes, ms: since(begun) }
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    return {
      question,
      answer: '',
      tier: 'none',
      kind: 'unknown',
      confidence: 0,
      lang: lang ?? '',
      quotes: [],
      ms: since(begun),
      error: words,
    }
  }
}

/** For a person in a terminal. */
export function inWords({ question, answer, tier, kind, quotes, ms, error }: Outcome, alone: boolean): string {
  const heading = alone ? [] : [`? ${question}`]
  const sources = quotes.map(({ url, text }) => `  “${text.replace(/\s+/g, ' ')}”\n    ${url}`)
  return [
    ...heading,
    error === undefined ? answer : `No answer came: ${error}`,
    ...sources,
    `  (${kind}, ${tier}, ${ms} ms)`,
  ].join('\n')
}

const since = (begun: number): number => Math.round(performance.now() - begun)
