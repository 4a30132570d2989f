import { html, type TemplateResult } from 'lit'

/** A telephone number, or digits joined like one: what must not be turned round in a right-to-left line. */
const numbers = /(\+?\(?\d[\d()]*(?:[\s.\-–‑]\(?\d[\d()]*)+)/

/** The text with each number held left to right, so that an Arabic line shows 505-555-0199 and not 0199-555-505. */
export function withNumbers(text: string): (string | TemplateResult)[] {
  return text.split(numbers).map((part, at) => (at % 2 === 1 ? html`<bdi dir="ltr">${part}</bdi>` : part))
}
