import type { Examination } from '@foyer/sdk/admin'
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { here } from '../../data/here.ts'
import { words } from '../../strings/index.ts'
import { attempt } from '../../ui/attempt.ts'

type Finding = Examination['findings'][number]

const tones: Record<Finding['state'], string> = { well: 'pine', mended: 'pine', look: '', broken: 'brick' }

/** Whether calls can come in: what is broken stands first, with what to do now. Its sentences are the service's, in English. */
class PhoneExamination extends LitElement {
  static override properties: PropertyDeclarations = { found: { state: true }, busy: { state: true } }
  declare found: readonly Finding[] | null
  declare busy: boolean

  constructor() {
    super()
    this.found = null
    this.busy = false
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override render(): TemplateResult {
    const { examination: say } = words().phone
    const order: readonly Finding['state'][] = ['broken', 'look', 'mended', 'well']
    const found = this.found?.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
    return html`<section class="stack" aria-labelledby="examination">
      <div>
        <h2 id="examination">${say.title}</h2>
        <p class="soft">${say.lead}</p>
      </div>
      <p><button type="button" class="button" ?disabled=${this.busy} @click=${this.#look}>${say.look}</button></p>
      <div role="status">
        ${
          found === undefined
            ? nothing
            : html`<ul class="rows">
                ${found.map(findingRow)}
              </ul>`
        }
      </div>
    </section>`
  }

  readonly #look = () => {
    this.busy = true
    const done = () => (this.busy = false)
    attempt(
      here().foyer.phone.examine(),
      ({ findings }) => {
        done()
        this.found = findings
      },
      done,
    )
  }
}

function findingRow({ subject, state, what, next }: Finding): TemplateResult {
  const { examination: say } = words().phone
  return html`<li>
    <div class="plain">
      <span class="row">
        <span class="tag ${tones[state]}">${say.states[state]}</span>
        ${subject === '' ? nothing : html`<b><bdi>${subject}</bdi></b>`}
      </span>
      <span lang="en" dir="ltr">${what}</span>
      ${next === '' ? nothing : html`<span class="soft" lang="en" dir="ltr">${next}</span>`}
    </div>
  </li>`
}

customElements.define('phone-examination', PhoneExamination)
