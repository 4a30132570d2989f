import { html, nothing, type TemplateResult } from 'lit'
import { words } from '../../strings/index.ts'
import { icons } from '../../ui/icons.ts'

export interface Asked {
  turnId: string
  text: string
}

interface Turns {
  asked: readonly Asked[]
  chosen: string
  editing: string
  busy: boolean
  choose: (turnId: string) => void
  edit: (turnId: string) => void
  runOn: (index: number, text: string) => void
}

/** What was asked, in order: one is chosen, any can be put otherwise. */
export function turnsView(turns: Turns): TemplateResult {
  const { playground: say } = words()
  return html`<ol class="turns" aria-label=${say.turns}>
    ${turns.asked.map(({ turnId, text }, index) => {
      if (turnId === turns.editing) return html`<li>${editView(text, index, turns)}</li>`
      return html`<li class="turn">
        <button type="button" data-row aria-pressed=${turnId === turns.chosen} @click=${() => turns.choose(turnId)}>
          <span class="one-line" dir="auto">${text}</span>
        </button>
        <button
          type="button"
          class="quiet"
          ?disabled=${turns.busy}
          aria-label=${`${say.edit}: ${text}`}
          title=${say.edit}
          @click=${() => turns.edit(turnId)}
        >
          ${icons.edit}
        </button>
      </li>`
    })}
    ${turns.busy ? html`<li class="soft small" role="status">${say.running}</li>` : nothing}
  </ol>`
}

function editView(text: string, index: number, { edit, runOn }: Turns): TemplateResult {
  const { playground: say } = words()
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const said = new FormData(event.target as HTMLFormElement).get('text')
    if (typeof said === 'string' && said.trim() !== '') runOn(index, said.trim())
  }
  return html`<form class="row edit-turn" @submit=${send}>
    <input name="text" dir="auto" maxlength="4000" aria-label=${say.editing} .value=${text} />
    <button class="button primary">${say.runOn}</button>
    <button type="button" class="button" @click=${() => edit('')}>${say.cancel}</button>
  </form>`
}
