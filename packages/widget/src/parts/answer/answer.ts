import { html, nothing, type TemplateResult } from 'lit'
import { icons } from '../../icons.ts'
import { rove } from '../../roving.ts'
import type { Answer } from '../../session/transcript.ts'
import { fill, type Strings } from '../../strings/index.ts'
import { type OfferActions, offersView } from '../offers/offers.ts'
import { sourcesView } from '../sources/sources.ts'
import { withNumbers } from './numbers.ts'

export interface AnswerActions extends OfferActions {
  /** After a thumb down it is called once more, with why; '' when the visitor will not say. */
  rate(turnId: string, thumb: 'up' | 'down', reason?: string): void
  /** Says again what was said before an answer that failed. */
  again(): void
  /** Undefined where nobody may look behind an answer (live mode). */
  why: ((turnId: string) => void) | undefined
}

interface Around {
  strings: Strings
  assistant: string
  /** Offers and thumbs stand under the newest answer only. */
  newest: boolean
  actions: AnswerActions
}

/** What the assistant said: plain text on the surface, its sources beneath, then what one may do. */
export function answerView(answer: Answer, around: Around): TemplateResult {
  const { strings, actions } = around
  if (answer.sentences.length === 0 && answer.state === 'running') return thinkingView(answer.words || strings.thinking)
  return html`<article class="answer ${answer.urgent ? 'urgent' : ''}">
    <span class="unseen">${fill(strings.assistantSaid, { assistant: around.assistant })}</span>
    <p lang=${answer.lang || nothing} dir="auto">
      ${answer.sentences.map((sentence) => html`<span class="sentence">${withNumbers(sentence.text)} </span>`)}
    </p>
    ${
      answer.state === 'failed'
        ? html`<p class="failure">
            ${strings.noAnswer}
            <button type="button" class="pill" @click=${() => actions.again()}><span>${strings.tryAgain}</span></button>
          </p>`
        : nothing
    }
    ${answer.state === 'running' ? nothing : html`${sourcesView(answer, strings)} ${afterView(answer, around)}`}
  </article>`
}

function afterView(answer: Answer, { strings, newest, actions }: Around): TemplateResult {
  const offers = newest || answer.urgent ? offersView(answer.offers, answer.urgent, strings, actions) : nothing
  return html`${offers}${answer.state === 'answered' && (newest || answer.thumb !== 'none') ? barView(answer, strings, actions) : nothing}`
}

function barView({ turnId, thumb, explained }: Answer, strings: Strings, actions: AnswerActions): TemplateResult {
  const thumbView = (which: 'up' | 'down', label: string) =>
    html`<button
      type="button"
      aria-label=${label}
      title=${label}
      aria-pressed=${thumb === which}
      @click=${() => actions.rate(turnId, which)}
    >
      ${icons[which]}
    </button>`
  const { why } = actions
  return html`<div class="bar" @keydown=${rove}>
      ${thumbView('up', strings.helpful)} ${thumbView('down', strings.notHelpful)}
      ${why === undefined ? nothing : html`<button type="button" class="why" title=${strings.whyHint} @click=${() => why(turnId)}>${strings.why}</button>`}
      <span class="thanks" role="status">${thumb === 'none' ? nothing : strings.rated}</span>
    </div>
    ${thumb === 'down' && !explained ? reasonView(turnId, strings, actions) : nothing}`
}

function reasonView(turnId: string, strings: Strings, actions: AnswerActions): TemplateResult {
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const field = (event.target as HTMLFormElement).elements.namedItem('reason') as HTMLInputElement
    actions.rate(turnId, 'down', field.value.trim())
  }
  return html`<form class="reason" @submit=${send}>
    <label for="reason-${turnId}">${strings.reason}</label>
    <input id="reason-${turnId}" name="reason" maxlength="1000" dir="auto" autocomplete="off" />
    <button type="submit" class="pill"><span>${strings.send}</span></button>
  </form>`
}

/** Three dots, after two seconds in words. */
export function thinkingView(words: string): TemplateResult {
  return html`<div class="thinking">
    <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span class="words">${words}</span>
  </div>`
}
