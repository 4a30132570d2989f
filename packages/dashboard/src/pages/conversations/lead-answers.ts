import type { LeadAnswer } from '@foyer/sdk/admin'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Lead } from '../../data/conversations.ts'
import { here } from '../../data/here.ts'
import { mayRun } from '../../data/role.ts'
import { words } from '../../strings/index.ts'
import { attempt } from '../../ui/attempt.ts'

/** What the business asked besides; sensitive answers are shown when somebody who may asks for them. */
class LeadAnswers extends LitElement {
  static override properties = { lead: { attribute: false }, shown: { state: true } }
  declare lead: Lead
  declare shown: readonly LeadAnswer[]

  constructor() {
    super()
    this.shown = []
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override render(): TemplateResult {
    const { conversations: say } = words()
    const { id, answers } = this.lead
    const isHidden = this.shown.length === 0 && answers.some(({ sensitive }) => sensitive)
    const show = () => attempt(here().foyer.leads.show(id), (found) => (this.shown = found.answers))
    return html`${(this.shown.length > 0 ? this.shown : answers).map(
      ({ question, text }) =>
        html`<p class="small"><span class="soft" dir="auto">${question}</span> <bdi>${text}</bdi></p>`,
    )}
    ${
      isHidden && mayRun()
        ? html`<button type="button" class="link small" title=${say.showNote} @click=${show}>${say.show}</button>`
        : nothing
    }`
  }
}

customElements.define('lead-answers', LeadAnswers)
