import { html, nothing, type TemplateResult } from 'lit'
import type { Document } from '../../data/draft.ts'
import { fill, words } from '../../strings/index.ts'
import { textField } from '../../ui/field.ts'
import { icons } from '../../ui/icons.ts'
import { languageName } from '../../ui/when.ts'

type Said = NonNullable<NonNullable<Document['voice']>['pronunciation']>

const most = 200

/** Names and terms that a voice gets wrong: how each is written, and how it is said. */
export function pronunciationView(
  said: Said,
  languages: readonly string[],
  change: (said: Said) => void,
): TemplateResult {
  const { pronunciation: say } = words().playbook.voice
  const add = (event: Event) => {
    const row = (event.target as Element).closest('.saying')
    const typed = (name: string) => row?.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`)
    const [written, spoken, lang] = [typed('written'), typed('spoken'), typed('lang')]
    if (!written || !spoken || !lang) return
    const empty = [written, spoken].find(({ value }) => value.trim() === '')
    if (empty !== undefined) return empty.focus()
    change([...said, { written: written.value.trim(), spoken: spoken.value.trim(), lang: lang.value }])
    written.value = ''
    spoken.value = ''
    written.focus()
  }
  return html`<div>
      <h2>${say.title}</h2>
      <p class="soft">${say.lead}</p>
    </div>
    ${
      said.length === 0
        ? nothing
        : html`<ul class="sayings">
            ${said.map(
              ({ written, spoken, lang }, at) =>
                html`<li>
                  <span
                    ><bdi>${written}</bdi> → <b><bdi>${spoken}</bdi></b></span
                  >
                  <span class="soft small">${languageName(lang)}</span>
                  <button
                    type="button"
                    class="quiet"
                    aria-label=${fill(say.drop, { written })}
                    @click=${() => change(said.toSpliced(at, 1))}
                  >
                    ${icons.close}
                  </button>
                </li>`,
            )}
          </ul>`
    }
    ${
      said.length >= most
        ? nothing
        : html`<div class="saying">
            ${textField({ name: 'written', label: say.written, maxlength: 80 })}
            ${textField({ name: 'spoken', label: say.spoken, maxlength: 120 })}
            <label class="field">
              <span>${say.lang}</span>
              <select name="lang">
                ${languages.map((lang) => html`<option value=${lang}>${languageName(lang)}</option>`)}
              </select>
            </label>
            <button type="button" class="button" @click=${add}>${icons.plus}${say.add}</button>
          </div>`
    }`
}
