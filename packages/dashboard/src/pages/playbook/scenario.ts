import { html, type TemplateResult } from 'lit'
import type { Scenario } from '../../data/draft.ts'
import { words } from '../../strings/index.ts'
import { linesView, wordingView } from './wording.ts'

/** One thing people ask for: how they say it, and what to say to it. */
export function scenarioView(
  scenario: Scenario,
  languages: readonly string[],
  change: (to: Scenario) => void,
): TemplateResult {
  const { playbook: say } = words()
  const { answer } = scenario
  return html`<label class="field">
      <span>${say.name}</span>
      <input
        dir="auto"
        maxlength="120"
        .value=${scenario.name ?? ''}
        @change=${(event: Event) => change({ ...scenario, name: (event.target as HTMLInputElement).value.trim() })}
      />
    </label>
    ${linesView(say.examples, say.examplesHint, scenario.examples, languages, (examples) => change({ ...scenario, examples: examples as Scenario['examples'] }))}
    ${wordingView(say.say, say.sayHint, answer.say ?? {}, languages, (wording) => {
      const { say: _, ...others } = answer
      change({
        ...scenario,
        answer: (Object.keys(wording).length === 0 ? others : { ...others, say: wording }) as Scenario['answer'],
      })
    })}
    <label class="row">
      <input
        type="checkbox"
        .checked=${answer.knowledge ?? false}
        @change=${(event: Event) => change({ ...scenario, answer: { ...answer, knowledge: (event.target as HTMLInputElement).checked } })}
      />
      ${say.knowledge}
    </label>
    <label class="field">
      <span>${say.offer}</span>
      <select
        @change=${(event: Event) => change({ ...scenario, answer: { ...answer, offer: (event.target as HTMLSelectElement).value as 'none' } })}
      >
        ${(['none', 'message', 'handoff'] as const).map((each) => html`<option value=${each} ?selected=${each === (answer.offer ?? 'none')}>${say.offers[each]}</option>`)}
      </select>
    </label>`
}
