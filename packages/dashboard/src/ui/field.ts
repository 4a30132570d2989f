import { html, nothing, type TemplateResult } from 'lit'

interface TextField {
  name: string
  label: string
  value?: string | number
  note?: string
  type?: 'text' | 'email' | 'url' | 'number' | 'password'
  step?: string
  required?: boolean
  disabled?: boolean
}

/** A label above its field, a note beneath. */
export function textField(field: TextField): TemplateResult {
  const { name, label, value = '', note, type = 'text', required = false, disabled = false } = field
  return html`<label class="field">
    <span>${label}</span>
    <input
      name=${name}
      type=${type}
      step=${field.step ?? nothing}
      .value=${String(value)}
      ?required=${required}
      ?disabled=${disabled}
      autocomplete="off"
      dir=${type === 'text' ? 'auto' : 'ltr'}
    />
    ${note === undefined ? nothing : html`<small>${note}</small>`}
  </label>`
}

/** What a form holds, as text. */
export function valuesOf(event: SubmitEvent): Record<string, string> {
  event.preventDefault()
  const given = new FormData(event.target as HTMLFormElement)
  return Object.fromEntries([...given].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']))
}
