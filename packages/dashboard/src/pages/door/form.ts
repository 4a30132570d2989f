import { html, nothing, type TemplateResult } from 'lit'
import { words } from '../../strings/index.ts'

export interface Field {
  name: string
  label: string
  type: 'text' | 'email' | 'password' | 'code'
  autocomplete: AutoFill
  note?: string
}

export interface DoorForm {
  fields: readonly Field[]
  button: string
  submit: (values: Readonly<Record<string, string>>) => void
  busy: boolean
  /** What was wrong, beneath the fields it belongs to; '' for the whole form. */
  wrong: Readonly<Record<string, string>>
  values?: Readonly<Record<string, string>>
}

export function doorForm(form: DoorForm): TemplateResult {
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const given = new FormData(event.target as HTMLFormElement)
    form.submit(
      Object.fromEntries([...given].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))),
    )
  }
  const whole = form.wrong['']
  return html`<form class="stack" novalidate @submit=${send}>
    ${form.fields.map((field) => fieldView(field, form))}
    ${whole === undefined ? nothing : html`<p class="note brick" role="alert">${whole}</p>`}
    <button class="button primary wide" ?disabled=${form.busy}>${form.button}</button>
  </form>`
}

function fieldView({ name, label, type, autocomplete, note }: Field, { wrong, values }: DoorForm): TemplateResult {
  const problem = wrong[name]
  const note_ = problem ?? note
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <span class="with-button">
      <input
        id=${name}
        name=${name}
        type=${type === 'code' ? 'text' : type}
        inputmode=${type === 'code' ? 'numeric' : nothing}
        autocomplete=${autocomplete}
        .value=${values?.[name] ?? ''}
        dir=${type === 'text' ? 'auto' : 'ltr'}
        aria-invalid=${problem === undefined ? nothing : 'true'}
        aria-describedby=${note_ === undefined ? nothing : `${name}-note`}
      />
      ${type === 'password' ? eyeView() : nothing}
    </span>
    ${note_ === undefined ? nothing : html`<small id="${name}-note" class=${problem === undefined ? '' : 'wrong'}>${note_}</small>`}
  </div>`
}

function eyeView(): TemplateResult {
  const { door } = words()
  const turn = (event: Event) => {
    const button = event.currentTarget as HTMLButtonElement
    const input = button.previousElementSibling as HTMLInputElement
    const shown = input.type === 'text'
    input.type = shown ? 'password' : 'text'
    button.setAttribute('aria-label', shown ? door.show : door.hide)
    button.setAttribute('aria-pressed', String(!shown))
  }
  return html`<button type="button" class="quiet" aria-label=${door.show} aria-pressed="false" @click=${turn}>
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M2.500 10S5 5 10 5s7.500 5 7.500 5-2.500 5-7.500 5-7.500-5-7.500-5z" />
      <circle cx="10" cy="10" r="2.200" />
    </svg>
  </button>`
}
