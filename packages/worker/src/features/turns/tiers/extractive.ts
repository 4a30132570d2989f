import { answerFromPassages, type AnswerSentence, answerThreshold } from '../../../engine/answer/index.ts'
import { verifySentence } from '../../../engine/evidence/index.ts'
import type { Candidate } from '../../../engine/retrieve/index.ts'
import { normalise } from '../../../engine/text/index.ts'
import type { SentenceOut } from '../../conversations/schema.ts'
import { heard } from '../retrieve.ts'
import type { Said, Tier, Turn, Verdict } from '../turn.ts'
import { languageName, say } from '../wording/words.ts'
import { meant } from './meant.ts'
import { afterwords } from './told.ts'

/** The best sentences of what was taught, quoted. */
export const extractive: Tier = {
  name: 'extractive',
  async *answer(turn): AsyncGenerator<Said, Verdict> {
    const { question, candidates, why } = heard(turn)
    if (isForTheClock(question))
      return { kind: 'passed', reason: 'Only the clock and the opening hours could tell; no page can.', ...why }
    const found = answerFromPassages(question, { lang: turn.lang, candidates, previous: [...turn.previous] })
    if (found.kind === 'unknown')
      return { kind: 'passed', reason: found.why, score: found.confidence, threshold: answerThreshold, ...why }
    const most = turn.playbook?.document.limits.answerSentences ?? 3
    const sentences = found.sentences.slice(0, most).flatMap((sentence) => released(turn, sentence, candidates) ?? [])
    if (sentences.length === 0)
      return { kind: 'passed', reason: 'No sentence stood up to its own quote.', score: found.confidence, ...why }
    const about = meant(turn)
    const after = about?.kind === 'topic' ? afterwords(turn, about.scenario) : null
    if (after !== null) sentences.push(after)
    for (const sentence of sentences) yield { kind: 'sentence', sentence }
    const answer = {
      tier: 'extractive' as const,
      kind: 'answer' as const,
      confidence: found.confidence,
      sentences,
      offers: [],
    }
    return { kind: 'answered', answer, reason: found.why, score: found.confidence, threshold: answerThreshold, ...why }
  },
}

/** "Are you open today?": a page that was written once says something of another day. */
function isForTheClock(question: string): boolean {
  const asked = normalise(question)
  return (
    /(?<!\p{L})(?:now|still|today|tonight|tomorrow|open next|hoy|ahora|manana|اليوم|الان|غدا|بكره)(?!\p{L})/u.test(
      asked,
    ) &&
    /(?<!\p{L})(?:open|close|closed|closing|visit|come (?:in|by|over)|drop by|stop by|abiert[oa]s?|abren|abre|cierran|cierra|cerrad[oa]s?|مفتوح\p{L}*|مغلق\p{L}*|تفتح\p{L}*|تغلق\p{L}*)(?!\p{L})/u.test(
      asked,
    )
  )
}

/** Checked like a model's sentence, then told in the visitor's language around the quote as it stands. */
function released(turn: Turn, sentence: AnswerSentence, candidates: readonly Candidate[]): SentenceOut | null {
  const { quote, headings, text } = sentence
  const passage = candidates.find(
    (candidate) =>
      candidate.passage.versionId === quote.versionId &&
      candidate.passage.start <= quote.start &&
      candidate.passage.end >= quote.end,
  )?.passage
  if (passage === undefined) return null
  const within = { ...quote, start: quote.start - passage.start, end: quote.end - passage.start, headings }
  const verdict = verifySentence(text, within, passage.text, quote.lang)
  if (!verdict.ok) {
    turn.trace.rejected.push({ text, reason: verdict.detail })
    return null
  }
  const foreign = quote.lang !== turn.lang && quote.lang !== 'und'
  const told = foreign ? say(turn.lang, 'quoted', { language: languageName(quote.lang, turn.lang), quote: text }) : text
  return { text: told, lang: turn.lang, evidence: [{ kind: 'passage', quote }] }
}
