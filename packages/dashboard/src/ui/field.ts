import { html, nothing, type TemplateResult } from 'lit'

interface TextField {
  name: string
  label: string
  value?: string | number
  note?: string
  /** Said in the note's place when what stands there cannot be taken. */
  wrong?: string | undefined
  type?: 'text' | 'email' | 'url' | 'number' | 'password' | 'tel' | 'time'
  step?: string
  min?: number
  max?: number
  maxlength?: number
  required?: boolean
  disabled?: boolean
  /** Where the value is kept while it is edited; without it the form has it. */
  change?: (value: string) => void
}

/** A label above its field, a note beneath. */
export function textField(field: TextField): TemplateResult {
  const { name, label, value = '', note, wrong, type = 'text', required = false, disabled = false, change } = field
  return html`<label class="field">
    <span>${label}</span>
    <input
      name=${name}
      type=${type}
      step=${field.step ?? nothing}
      min=${field.min ?? nothing}
      max=${field.max ?? nothing}
      maxlength=${field.maxlength ?? nothing}
      .value=${String(value)}
      ?required=${required}
      ?disabled=${disabled}
      aria-invalid=${wrong === undefined ? nothing : 'true'}
      autocomplete="off"
      dir=${type === 'text' ? 'auto' : 'ltr'}
      @change=${(event: Event) => change?.((event.target as HTMLInputElement).value.trim())}
    />
    ${wrong !== undefined ? html`<small class="wrong">${wrong}</small>` : note === undefined ? nothing : html`<small>${note}</small>`}
  </label>`
}

interface ChoiceField<Value extends string> {
  label: string
  value: Value
  /** Value and its words, in their order. */
  choices: readonly (readonly [Value, string])[]
  note?: string
  change: (value: Value) => void
}

/** One of a few. */
export function choiceField<Value extends string>(field: ChoiceField<Value>): TemplateResult {
  const { label, value, choices, note, change } = field
  return html`<label class="field">
    <span>${label}</span>
    <select @change=${(event: Event) => change((event.target as HTMLSelectElement).value as Value)}>
      ${choices.map(([each, text]) => html`<option value=${each} ?selected=${each === value}>${text}</option>`)}
    </select>
    ${note === undefined ? nothing : html`<small>${note}</small>`}
  </label>`
}

/** A table of words as the choices of a field. */
export const entriesOf = <Value extends string>(said: Record<Value, string>) =>
  Object.entries(said) as [Value, string][]

interface LinesField {
  label: string
  lines: readonly string[]
  note?: string
  wrong?: string | undefined
  change: (lines: string[]) => void
}

/** A list of things that are written one a line. */
export function linesField({ label, lines, note, wrong, change }: LinesField): TemplateResult {
  const take = (event: Event) =>
    change(
      (event.target as HTMLTextAreaElement).value
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
  return html`<label class="field">
    <span>${label}</span>
    <textarea
      dir="ltr"
      spellcheck="false"
      aria-invalid=${wrong === undefined ? nothing : 'true'}
      .value=${lines.join('\n')}
      @change=${take}
    ></textarea>
    ${wrong !== undefined ? html`<small class="wrong">${wrong}</small>` : note === undefined ? nothing : html`<small>${note}</small>`}
  </label>`
}

/** What a form holds, as text. */
export function valuesOf(event: SubmitEvent): Record<string, string> {
  event.preventDefault()
  const given = new FormData(event.target as HTMLFormElement)
  return Object.fromEntries([...given].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']))
}
