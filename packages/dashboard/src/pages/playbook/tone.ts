import { html, type TemplateResult } from 'lit'
import { type Document, type Draft } from '../../data/draft.ts'
import { mayRun } from '../../data/role.ts'
import { words } from '../../strings/index.ts'
import { choiceField, entriesOf } from '../../ui/field.ts'
import { linesView, wordingView } from './wording.ts'

/** How it greets and speaks, which questions it offers, and the emergency line. */
export function toneView(draft: Draft): TemplateResult {
  const { playbook: say } = words()
  const { document } = draft
  const { languages } = document
  const tone = document.tone ?? {}
  const limits = document.limits ?? {}
  const value = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value
  const set = (to: object) => draft.change({ ...document, ...to } as Document)
  const emergency = (phone: string) => {
    const { phone: _, ...others } = document.emergency ?? {}
    set({ emergency: phone === '' ? others : { ...others, phone } })
  }
  return html`<fieldset class="stack narrow" ?disabled=${!mayRun()}>
    ${wordingView(say.greeting, say.sayHint, document.greeting ?? {}, languages, (greeting) => set({ greeting }))}
    <div class="pair">
      ${choiceField({ label: say.style, choices: entriesOf(say.styles), value: tone.style ?? 'warm', change: (style) => set({ tone: { ...tone, style } }) })}
      ${choiceField({ label: say.spanish, choices: entriesOf(say.spanishes), value: tone.spanish ?? 'usted', change: (spanish) => set({ tone: { ...tone, spanish } }) })}
    </div>
    ${linesView(say.suggestions, say.suggestionsHint, document.suggestions ?? {}, languages, (suggestions) => set({ suggestions }))}
    <div class="pair">
      <label class="field">
        <span>${say.emergency}</span>
        <input
          type="tel"
          dir="ltr"
          .value=${document.emergency?.phone ?? ''}
          @change=${(event: Event) => emergency(value(event).replace(/[^\d+]/g, ''))}
        />
        <small>${say.emergencyHint}</small>
      </label>
      <label class="field">
        <span>${say.sentences}</span>
        <input
          type="number"
          min="1"
          max="6"
          .value=${String(limits.answerSentences ?? 3)}
          @change=${(event: Event) => set({ limits: { ...limits, answerSentences: Number(value(event)) } })}
        />
      </label>
    </div>
  </fieldset>`
}
