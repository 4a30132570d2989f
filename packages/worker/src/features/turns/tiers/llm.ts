import { ProviderError } from '../../../ports/provider-error.ts'
import type { SentenceOut } from '../../conversations/schema.ts'
import { spent } from '../model/allowance.ts'
import { type AllowedModel, askedLines, maxTokens } from '../model/calls.ts'
import type { ModelLine } from '../model/line.ts'
import { correction, promptFor } from '../model/prompt.ts'
import { heard } from '../retrieve.ts'
import type { Answer, Said, Tier, Turn, Verdict } from '../turn.ts'
import { say } from '../wording/words.ts'
import { checkClaim, type Shown } from './claims.ts'
import { toolAnswer } from './tool-answer.ts'

const mostPassages = 8

/** A model over the passages. Each of its sentences is let out only with a quote that stands behind it. */
export const llm: Tier = {
  name: 'llm',
  async *answer(turn): AsyncGenerator<Said, Verdict> {
    const { model } = turn
    if (model.kind === 'none') return unasked(turn, model.why)
    if (!model.breaker.allows(turn.now))
      return unasked(turn, 'The model failed several times in a row and is left alone for a while.')
    const { candidates, why } = heard(turn)
    if (candidates.length === 0 && turn.tools.specs.length === 0)
      return { kind: 'passed', reason: 'Nothing was taught that comes near, so the model is not asked.', ...why }
    const shown = candidates.slice(0, mostPassages).map((candidate, at): Shown => ({ ref: `P${at + 1}`, candidate }))
    if (!(await model.hold(estimateOf(model, shown)))) return unasked(turn, spent)
    yield { kind: 'thinking', words: say(turn.lang, 'reading', { business: turn.business.name }) }
    const speech = new Speech(turn, shown)
    let broke = ''
    try {
      yield* speech.hear(model)
      model.breaker.worked()
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      model.breaker.failed(turn.now)
      broke = error.message
    }
    const { usage } = turn.trace
    usage.costMicros = Math.ceil(usage.tokensIn * model.priceIn + usage.tokensOut * model.priceOut)
    await model.settle(usage.costMicros)
    if (speech.released.length === 0 && speech.tool !== null) {
      const used = await toolAnswer(turn, speech.tool)
      if (used.kind === 'answered') for (const sentence of used.answer.sentences) yield { kind: 'sentence', sentence }
      return { ...used, ...why }
    }
    if (speech.released.length === 0) return { kind: 'passed', reason: broke || speech.silence(), ...why }
    const answer: Answer = { tier: 'llm', kind: 'answer', confidence: 0.9, sentences: speech.released, offers: [] }
    const rejected = turn.trace.rejected.length
    const reason = `${speech.released.length} of the model’s sentences stood up to their quotes${rejected > 0 ? `, ${rejected} did not` : ''}${broke === '' ? '.' : `; then: ${broke}`}`
    return { kind: 'answered', answer, reason, ...why }
  },
}

/** What the model says in a turn, until enough of it may be released. */
class Speech {
  readonly #turn: Turn
  readonly #shown: readonly Shown[]
  readonly #most: number
  /** True sentences that do not answer yet: said with the first that does, or not at all. */
  #waiting: SentenceOut[] = []
  #refused: { say: string; reason: string }[] = []
  readonly released: SentenceOut[] = []
  tool: Extract<ModelLine, { kind: 'tool' }> | null = null

  constructor(turn: Turn, shown: readonly Shown[]) {
    this.#turn = turn
    this.#shown = shown
    this.#most = turn.playbook?.document.limits.answerSentences ?? 3
  }

  /** A sentence that failed is asked for again once, with the reason, and then dropped. */
  async *hear(model: AllowedModel): AsyncGenerator<Said> {
    const messages = this.#prompt()
    yield* this.#release(model, messages)
    const refused = this.#refused.slice(0, this.#most)
    if (refused.length > 0 && this.tool === null && this.released.length < this.#most) {
      const first = this.#turn.trace.calls.at(-1)?.text ?? ''
      yield* this.#release(model, [...messages, ...correction(first, refused)])
    }
    for (const sentence of this.#waiting) this.#reject(sentence.text, 'It is true, but does not answer the question.')
  }

  silence(): string {
    return this.#turn.trace.rejected.length > 0
      ? 'Nothing the model said stood up to its quote.'
      : 'The model found no answer in the passages.'
  }

  async *#release(model: AllowedModel, messages: ReturnType<typeof promptFor>): AsyncGenerator<Said> {
    for await (const line of askedLines(this.#turn, model, messages)) {
      if (line.kind === 'tool') this.tool ??= line
      if (line.kind === 'nonsense') this.#reject(line.text, 'It was not in the form that was asked for.')
      if (line.kind !== 'claim') continue
      const known = [...this.released, ...this.#waiting].some((sentence) => sentence.text === line.say)
      if (known || this.released.length + this.#waiting.length >= this.#most) continue
      const checked = checkClaim(this.#turn, line, this.#shown)
      if (checked.kind === 'refused') {
        this.#reject(line.say, checked.reason)
        this.#refused.push({ say: line.say, reason: checked.reason })
        continue
      }
      this.#waiting.push(checked.sentence)
      if (!checked.answers && this.released.length === 0) continue
      for (const sentence of this.#waiting) yield { kind: 'sentence', sentence }
      this.released.push(...this.#waiting)
      this.#waiting = []
    }
  }

  #prompt(): ReturnType<typeof promptFor> {
    const { assistant, business, cutOff, lang, playbook, previous, question, tools } = this.#turn
    return promptFor({
      assistant: assistant.name,
      business: business.name,
      lang,
      tone: playbook?.document.tone.style ?? 'warm',
      mostSentences: this.#most,
      passages: this.#shown.map(({ ref, candidate: { passage } }) => ({ ref, ...passage })),
      tools: tools.specs,
      before: previous.slice(-3),
      cutOff,
      question,
    })
  }

  #reject(text: string, reason: string): void {
    this.#turn.trace.rejected.push({ text: text.slice(0, 300), reason })
  }
}

function unasked(turn: Turn, reason: string): Verdict {
  turn.trace.unasked = reason
  return { kind: 'passed', reason }
}

/** What asking may cost, roughly: four letters are a token. */
function estimateOf(model: AllowedModel, shown: readonly Shown[]): number {
  const letters = shown.reduce((sum, { candidate }) => sum + candidate.passage.text.length, 2000)
  return Math.ceil((letters / 4) * model.priceIn + maxTokens * model.priceOut)
}
