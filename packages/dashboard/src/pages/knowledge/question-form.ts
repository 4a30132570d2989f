import type { QuestionImport, TaughtQuestion } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { mayRun } from '../../data/role.ts'
import { count, fill, words } from '../../strings/index.ts'
import { typedIn } from './add-form.ts'

export interface QuestionForm {
  /** Null for a new one. */
  item: TaughtQuestion | null
  busy: boolean
  save: (given: { phrasings: string[]; answer: string }) => void
  cancel: () => void
  remove: (item: TaughtQuestion) => void
}

export function questionForm({ item, busy, save, cancel, remove }: QuestionForm): TemplateResult {
  const { questions: say } = words().knowledge
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const data = new FormData(event.target as HTMLFormElement)
    const lines = typedIn(data, 'phrasings').split('\n')
    save({ phrasings: lines.map((line) => line.trim()).filter((line) => line !== ''), answer: typedIn(data, 'answer') })
  }
  return html`<form class="card stack add" @submit=${send}>
    <div class="field">
      <label for="phrasings">${say.asked}</label>
      <textarea
        id="phrasings"
        name="phrasings"
        rows="2"
        dir="auto"
        required
        ?readonly=${!mayRun()}
        .defaultValue=${(item?.phrasings ?? []).join('\n')}
      ></textarea>
      <small>${say.askedNote}</small>
    </div>
    <div class="field">
      <label for="answer">${say.answer}</label>
      <textarea
        id="answer"
        name="answer"
        rows="4"
        dir="auto"
        required
        maxlength="4000"
        ?readonly=${!mayRun()}
        .defaultValue=${item?.answer ?? ''}
      ></textarea>
    </div>
    <div class="row">
      <button class="button primary" ?hidden=${!mayRun()} ?disabled=${busy}>${words().shell.save}</button>
      <button type="button" class="button" @click=${cancel}>${words().shell.cancel}</button>
      ${
        item === null || !mayRun()
          ? nothing
          : html`<button type="button" class="button danger" @click=${() => remove(item)}>${say.remove}</button>`
      }
    </div>
  </form>`
}

/** What became of a list that was brought in; every line that was left out, with why. */
export function broughtView({ added, changed, same, refused }: QuestionImport): TemplateResult {
  const { questions: say } = words().knowledge
  const left = refused.length
  return html`<div class="note ${left === 0 ? 'pine' : ''} stack" role="status">
    <p>${fill(say.brought, { added, changed, same })} ${left === 0 ? nothing : count(say.refused, left)}</p>
    ${
      left === 0
        ? nothing
        : html`<ul class="lines" tabindex="0" aria-label=${say.bring}>
            ${refused.slice(0, 500).map(({ line, why }) => html`<li><span>${fill(say.line, { n: line })}</span><small>${why}</small></li>`)}
          </ul>`
    }
  </div>`
}
