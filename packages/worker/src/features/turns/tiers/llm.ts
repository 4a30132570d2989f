import { verifySentence } from '../../../engine/evidence/index.ts'
import type { LlmEvent, LlmPort } from '../../../ports/llm.ts'
import { ProviderError } from '../../../ports/provider-error.ts'
import type { SentenceOut } from '../../conversations/schema.ts'
import { breaker } from '../breaker.ts'
import { type ModelLine, modelLines } from '../model-line.ts'
import { mostPassages, type PromptPassage, promptFor } from '../prompt.ts'
import { heard } from '../retrieve.ts'
import type { Answer, Said, Tier, Turn, Verdict } from '../turn.ts'
import { spent } from '../model-allowance.ts'
import { say } from '../words.ts'

const maxTokens = 500
const retryPauseMs = 150

/** A model over the passages. Each of its sentences is let out only with a quote that stands behind it. */
export const llm: Tier = {
  name: 'llm',
  async *answer(turn): AsyncGenerator<Said, Verdict> {
    const { model } = turn
    if (model.kind === 'none') return { kind: 'passed', reason: model.why }
    if (!breaker.allows(turn.now))
      return { kind: 'passed', reason: 'The model failed several times in a row and is left alone for a while.' }
    const { candidates, why } = heard(turn)
    if (candidates.length === 0)
      return { kind: 'passed', reason: 'Nothing was taught that comes near, so the model is not asked.', ...why }
    const passages = candidates
      .slice(0, mostPassages)
      .map((candidate, at): PromptPassage => ({ ref: `P${at + 1}`, candidate }))
    if (!(await model.hold(estimateOf(model, passages)))) return { kind: 'passed', reason: spent, ...why }
    yield { kind: 'thinking', words: say(turn.lang, 'reading', { business: turn.business.name }) }
    const released: SentenceOut[] = []
    let broke = ''
    try {
      for await (const line of linesWithRetry(turn, model.llm, passages)) {
        const sentence = check(turn, line, passages)
        if (sentence === null) continue
        released.push(sentence)
        yield { kind: 'sentence', sentence }
      }
      breaker.worked()
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      breaker.failed(turn.now)
      broke = error.message
    }
    turn.trace.usage.costMicros = Math.ceil(
      turn.trace.usage.tokensIn * model.priceIn + turn.trace.usage.tokensOut * model.priceOut,
    )
    await model.settle(turn.trace.usage.costMicros)
    if (released.length === 0) return { kind: 'passed', reason: broke === '' ? silence(turn) : broke, ...why }
    const answer: Answer = { tier: 'llm', kind: 'answer', confidence: 0.9, sentences: released, offers: [] }
    const rejected = turn.trace.rejected.length
    const reason = `${released.length} of the model’s sentences stood up to their quotes${rejected > 0 ? `, ${rejected} did not` : ''}${broke === '' ? '.' : `; then: ${broke}`}`
    return { kind: 'answered', answer, reason, ...why }
  },
}

/** What asking may cost at most, roughly: four letters are a token. */
function estimateOf(model: { priceIn: number; priceOut: number }, passages: readonly PromptPassage[]): number {
  const letters = passages.reduce((sum, { candidate }) => sum + candidate.passage.text.length, 2000)
  return Math.ceil((letters / 4) * model.priceIn + maxTokens * model.priceOut)
}

/** One retry, and only while nothing was said yet. */
async function* linesWithRetry(
  turn: Turn,
  port: LlmPort,
  passages: readonly PromptPassage[],
): AsyncGenerator<ModelLine> {
  let heard = false
  try {
    for await (const line of modelLines(texts(turn, port, passages))) {
      heard = true
      yield line
    }
  } catch (error) {
    if (heard || !(error instanceof ProviderError) || !error.retryable) throw error
    await turn.trace.waitFor('pause before the second try', pause(retryPauseMs * (0.5 + Math.random())))
    yield* modelLines(texts(turn, port, passages))
  }
}

async function* texts(turn: Turn, port: LlmPort, passages: readonly PromptPassage[]): AsyncGenerator<string> {
  const stream = port.complete(promptFor(turn, passages), { maxTokens, signal: turn.signal })[Symbol.asyncIterator]()
  turn.trace.completion = ''
  for (;;) {
    const next: IteratorResult<LlmEvent> = await turn.trace.waitFor('model', stream.next())
    if (next.done === true) return
    if (next.value.kind === 'end') {
      turn.trace.usage.tokensIn += next.value.usage.tokensIn
      turn.trace.usage.tokensOut += next.value.usage.tokensOut
      continue
    }
    turn.trace.completion += next.value.text
    yield next.value.text
  }
}

function check(turn: Turn, line: ModelLine, passages: readonly PromptPassage[]): SentenceOut | null {
  if (line.kind === 'unknown') return null
  if (line.kind === 'nonsense') return reject(turn, line.text, 'It was not in the form that was asked for.')
  const passage = passages.find((candidate) => candidate.ref === line.from.replace(/[[\]]/g, ''))?.candidate.passage
  if (passage === undefined) return reject(turn, line.say, `It cites ${line.from}, which was not shown to it.`)
  const at = passage.text.indexOf(line.quote)
  if (at < 0) return reject(turn, line.say, 'Its quote does not stand in the passage it names.')
  const { documentId, versionId, url, title, anchor, lang, headings } = passage
  const local = {
    documentId,
    versionId,
    url,
    title,
    anchor,
    lang,
    text: line.quote,
    start: at,
    end: at + line.quote.length,
  }
  const verdict = verifySentence(line.say, { ...local, headings }, passage.text, turn.lang)
  if (!verdict.ok) return reject(turn, line.say, verdict.detail)
  const quote = { ...local, start: passage.start + at, end: passage.start + local.end }
  return { text: line.say, lang: turn.lang, evidence: [{ kind: 'passage', quote }] }
}

function reject(turn: Turn, text: string, reason: string): null {
  turn.trace.rejected.push({ text: text.slice(0, 300), reason })
  return null
}

function silence(turn: Turn): string {
  return turn.trace.rejected.length > 0
    ? 'Nothing the model said stood up to its quote.'
    : 'The model found no answer in the passages.'
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
