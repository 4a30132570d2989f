import type { Offer } from '@foyer/sdk'
import { html, nothing, type TemplateResult } from 'lit'
import { icons } from '../../icons.ts'
import { rove } from '../../roving.ts'
import { fill, type Strings } from '../../strings/index.ts'

export interface OfferActions {
  ask(text: string): void
  form(reason: 'message' | 'handoff'): void
}

/** What the visitor may do next, as buttons; a call is a link that the device dials. */
export function offersView(
  offers: readonly Offer[],
  urgent: boolean,
  strings: Strings,
  actions: OfferActions,
): TemplateResult | typeof nothing {
  if (offers.length === 0) return nothing
  return html`<div class="offers">${offers.map((offer) => offerView(offer, urgent, strings, actions))}</div>`
}

function offerView(offer: Offer, urgent: boolean, strings: Strings, actions: OfferActions): TemplateResult {
  switch (offer.kind) {
    case 'call': {
      // A label that is the number itself is said once, as a sentence.
      const digits = offer.label.replace(/\D/g, '')
      const isNumber = digits !== '' && offer.phone.replace(/\D/g, '').endsWith(digits)
      const number = html`<bdi dir="ltr">${isNumber ? offer.label : spaced(offer.phone)}</bdi>`
      const label =
        offer.label === '' || isNumber ? fillWith(strings.call, number) : html`<bdi>${offer.label}</bdi> ${number}`
      return html`<a class="pill ${urgent ? 'strong' : ''}" href="tel:${offer.phone}"
        ><span>${icons.phone}<span>${label}</span></span></a
      >`
    }
    case 'message':
      return html`<button type="button" class="pill" @click=${() => actions.form('message')}>
        <span>${strings.leaveMessage}</span>
      </button>`
    case 'person':
      return html`<button type="button" class="pill" @click=${() => actions.form('handoff')}>
        <span>${strings.person}</span>
      </button>`
    case 'ask':
      return html`<button type="button" class="pill" @click=${() => actions.ask(offer.text)}>
        <span dir="auto">${offer.text}</span>
      </button>`
    default:
      return offer satisfies never
  }
}

/** Questions to begin with: one stop for Tab, arrows move among them. */
export function suggestionsView(
  questions: readonly string[],
  strings: Strings,
  ask: (text: string) => void,
): TemplateResult | typeof nothing {
  if (questions.length === 0) return nothing
  return html`<div class="suggestions" role="group" aria-label=${fill(strings.suggestions, {})} @keydown=${rove}>
    ${questions.map(
      (question, index) =>
        html`<button type="button" class="pill" tabindex=${index === 0 ? 0 : -1} @click=${() => ask(question)}>
          <span dir="auto">${question}</span>
        </button>`,
    )}
  </div>`
}

function fillWith(text: string, number: TemplateResult): TemplateResult {
  const [before = '', after = ''] = text.split('{phone}')
  return html`${before}${number}${after}`
}

/** `+15055550142` as `+1 505 555 0142`; other countries' numbers as they are. */
function spaced(phone: string): string {
  return phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1\u00a0$1\u00a0$2\u00a0$3')
}
