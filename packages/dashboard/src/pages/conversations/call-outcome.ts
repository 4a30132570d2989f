import type { Call, CallOutcome } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { here } from '../../data/here.ts'
import { mayAnswer } from '../../data/role.ts'
import { fill, words } from '../../strings/index.ts'
import { attempt } from '../../ui/attempt.ts'

/** What came of a call, to be set right; then who wanted what, in their own words. */
export function outcomeView(call: Call, changed: (call: Call) => void): TemplateResult {
  const { calls: say } = words()
  const { outcome, foundOutcome, summary } = call
  const { running: _, ...outcomes } = say.outcomes
  const set = (event: Event) => {
    const chosen = (event.target as HTMLSelectElement).value as CallOutcome
    attempt(here().foyer.calls.correct(call.id, chosen === foundOutcome ? null : chosen), changed)
  }
  const urgency = summary === null || summary.urgency === 'normal' ? null : summary.urgency
  return html`<p class="row small">
      ${
        mayAnswer()
          ? html`<select aria-label=${say.correct} @change=${set}>
              ${Object.entries(outcomes).map(([value, text]) => html`<option value=${value} ?selected=${value === outcome}>${text}</option>`)}
            </select>`
          : html`<span class="tag">${say.outcomes[outcome ?? 'running']}</span>`
      }
      ${
        foundOutcome === null || foundOutcome === outcome
          ? nothing
          : html`<span class="soft">${fill(say.found, { outcome: say.outcomes[foundOutcome] })}</span>`
      }
      ${urgency === null ? nothing : html`<span class="tag ${urgency === 'danger' ? 'brick' : 'brass'}">${say.urgency[urgency]}</span>`}
    </p>
    ${
      summary === null || summary.reason === ''
        ? nothing
        : html`<p dir="auto">“${summary.reason}”</p>
            <p class="small soft"><bdi>${summary.name}</bdi> <bdi dir="ltr">${summary.number}</bdi></p>`
    }`
}
