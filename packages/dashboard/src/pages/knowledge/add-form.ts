import { html, nothing, type TemplateResult } from 'lit'
import { words } from '../../strings/index.ts'

export type Adding = 'site' | 'text' | 'file'

export interface AddForm {
  adding: Adding
  busy: boolean
  wrong: string
  uploads: ReadonlyMap<string, 'sending' | 'sent' | 'failed'>
  /** What a text that is pasted is about, when the page knows. */
  title: string
  submit: (form: HTMLFormElement) => void
}

/** A site, a text, or files: what is needed of each. What was typed stays when it is refused. */
export function addForm({ adding, busy, wrong, uploads, title, submit }: AddForm): TemplateResult {
  const { sources: say } = words().knowledge
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    submit(event.target as HTMLFormElement)
  }
  return html`<form class="card stack add" novalidate @submit=${send}>
    ${fields(adding, title)} ${wrong === '' ? nothing : html`<p class="note brick" role="alert">${wrong}</p>`}
    ${
      uploads.size === 0
        ? nothing
        : html`<ul class="lines" role="status">
            ${[...uploads].map(([name, state]) => html`<li><bdi>${name}</bdi><small class="soft">${say.uploads[state]}</small></li>`)}
          </ul>`
    }
    <div class="row"><button class="button primary" ?disabled=${busy}>${say.teach}</button></div>
  </form>`
}

function fields(adding: Adding, title: string): TemplateResult {
  const { sources: say } = words().knowledge
  switch (adding) {
    case 'site':
      return html`<div class="field">
        <label for="add-url">${say.address}</label>
        <input id="add-url" name="url" type="url" dir="ltr" placeholder="https://" />
      </div>`
    case 'text':
      return html`<div class="field">
          <label for="add-title">${say.title}</label>
          <input id="add-title" name="title" dir="auto" maxlength="200" .defaultValue=${title} />
        </div>
        <div class="field">
          <label for="add-text">${say.text}</label>
          <textarea id="add-text" name="text" rows="8" dir="auto"></textarea>
        </div>`
    case 'file':
      return html`<div class="field">
        <label for="add-files">${say.files}</label>
        <input id="add-files" name="files" type="file" multiple accept=".pdf,.docx,.md,.html,.htm,.txt,.csv" />
        <small>${say.filesNote}</small>
      </div>`
    default:
      return adding satisfies never
  }
}

export function typedIn(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
