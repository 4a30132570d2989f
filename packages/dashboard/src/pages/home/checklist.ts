import type { Onboarding } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { at, here } from '../../data/here.ts'
import { fill, words } from '../../strings/index.ts'
import { icons } from '../../ui/icons.ts'
import { notice } from '../../ui/notices.ts'
import { number } from '../../ui/number.ts'

type StepName = keyof Onboarding['steps']
const order: readonly StepName[] = ['site', 'facts', 'trade', 'contacts', 'ask', 'look', 'install']
const kept = (): string => `foyer:checklist:${here().tenant.id}`

/** What is left of setting up; each opens its step. Away when all is done, or when this person put it away. */
export function checklistView({ steps }: Onboarding, changed: () => void): TemplateResult | typeof nothing {
  const { home, setup } = words()
  const left = order.filter((step) => steps[step] !== 'done')
  if (left.length === 0 || localStorage.getItem(kept()) === 'away') return nothing
  const hide = () => {
    localStorage.setItem(kept(), 'away')
    changed()
    notice(home.left.hidden, { undo: () => (localStorage.removeItem(kept()), changed()) })
  }
  const done = order.length - left.length
  const told = fill(home.left.done, { n: number(done), all: number(order.length) })
  return html`<section class="card stack checklist" aria-labelledby="left">
    <div class="head">
      <h2 id="left">${home.left.title}</h2>
      <span class="soft small">${told}</span>
      <button type="button" class="quiet" aria-label=${home.left.hide} title=${home.left.hide} @click=${hide}>
        ${icons.close}
      </button>
    </div>
    <progress max=${order.length} value=${done} aria-label=${told}></progress>
    <ul>
      ${left.map(
        (step) =>
          html`<li>
            <a href=${at(`/setup/${step}`)}>
              <b>${setup.steps[step].name}</b>
              ${steps[step] === 'skipped' ? html`<span class="tag">${setup.states.skipped}</span>` : nothing}
              ${icons.onward}
            </a>
          </li>`,
      )}
    </ul>
  </section>`
}
