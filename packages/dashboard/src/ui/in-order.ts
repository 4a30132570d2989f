import { html, nothing, type TemplateResult } from 'lit'
import { fill, words } from '../strings/index.ts'
import { icons } from './icons.ts'
import { orderTools } from './order-tools.ts'

interface InOrder {
  label: string
  note?: string
  chosen: readonly string[]
  /** All that can be chosen. */
  choices: readonly string[]
  nameOf: (choice: string) => string
  change: (chosen: string[]) => void
}

/** Several of many, one after another. */
export function inOrder({ label, note, chosen, choices, nameOf, change }: InOrder): TemplateResult {
  const { list: say } = words().shell
  const left = choices.filter((choice) => !chosen.includes(choice))
  const add = (event: Event) => {
    const select = event.target as HTMLSelectElement
    change([...chosen, select.value])
    select.value = ''
  }
  return html`<fieldset class="in-order">
    <legend>${label}</legend>
    ${note === undefined ? nothing : html`<p class="soft small">${note}</p>`}
    ${
      chosen.length === 0
        ? nothing
        : html`<ol>
            ${chosen.map(
              (each, at) =>
                html`<li>
                  <span dir="auto">${nameOf(each)}</span>
                  ${orderTools({ all: chosen, at, up: fill(say.up, { name: nameOf(each) }), drop: fill(say.drop, { name: nameOf(each) }), dropIcon: icons.close, change })}
                </li>`,
            )}
          </ol>`
    }
    ${
      left.length === 0
        ? nothing
        : html`<select aria-label="${label}: ${say.add}" @change=${add}>
            <option value="" selected>${say.add}</option>
            ${left.map((choice) => html`<option value=${choice}>${nameOf(choice)}</option>`)}
          </select>`
    }
  </fieldset>`
}
