import { html, type TemplateResult } from 'lit'
import { languageName } from '../../ui/when.ts'

type Wording = Partial<Record<string, string>>
type Lists = Partial<Record<string, string[]>>

const rtl = new Set(['ar', 'he', 'fa', 'ur'])

/** One field a language; an emptied one is left out. */
export function wordingView(
  label: string,
  hint: string,
  said: Wording,
  languages: readonly string[],
  change: (to: Wording) => void,
): TemplateResult {
  return fieldsView(
    label,
    hint,
    languages,
    (lang) => said[lang] ?? '',
    (lang, text) => {
      const { [lang]: _, ...others } = said
      change(text.trim() === '' ? others : { ...others, [lang]: text.trim() })
    },
  )
}

/** The same for lists: one a line. */
export function linesView(
  label: string,
  hint: string,
  lists: Lists,
  languages: readonly string[],
  change: (to: Lists) => void,
): TemplateResult {
  return fieldsView(
    label,
    hint,
    languages,
    (lang) => (lists[lang] ?? []).join('\n'),
    (lang, text) => {
      const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
      const { [lang]: _, ...others } = lists
      change(lines.length === 0 ? others : { ...others, [lang]: lines })
    },
  )
}

function fieldsView(
  label: string,
  hint: string,
  languages: readonly string[],
  value: (lang: string) => string,
  change: (lang: string, text: string) => void,
): TemplateResult {
  return html`<fieldset class="languages">
    <legend>${label}</legend>
    <p class="soft small">${hint}</p>
    ${languages.map(
      (lang) =>
        html`<label class="field">
          <span class="small soft">${languageName(lang)}</span>
          <textarea
            lang=${lang}
            dir=${rtl.has(lang) ? 'rtl' : 'ltr'}
            .value=${value(lang)}
            @change=${(event: Event) => change(lang, (event.target as HTMLTextAreaElement).value)}
          ></textarea>
        </label>`,
    )}
  </fieldset>`
}
