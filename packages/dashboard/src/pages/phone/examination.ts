import type { Examination } from '@foyer/sdk/admin'
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { at, here } from '../../data/here.ts'
import { fill, words } from '../../strings/index.ts'
import type { PhoneWords } from '../../strings/words/phone.ts'
import { attempt } from '../../ui/attempt.ts'

type Finding = Examination['findings'][number]
type Mend = PhoneWords['examination']['mend']

const tones: Record<Finding['state'], string> = { well: 'pine', mended: 'pine', look: '', broken: 'brick' }

/** Whether calls can come in: what is broken stands first, with what to do now and where. */
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

function findingRow(finding: Finding): TemplateResult {
  const { examination: say } = words().phone
  const { code, subject, state, values } = finding
  const { what, next } = words().findings?.[code] ?? finding
  const way = wayOf(finding)
  return html`<li>
    <div class="plain">
      <span class="row">
        <span class="tag ${tones[state]}">${say.states[state]}</span>
        ${subject === '' ? nothing : html`<b><bdi>${subject}</bdi></b>`}
      </span>
      <span>${fill(what, isolated(values))}</span>
      ${next === '' ? nothing : html`<span class="soft">${next} ${way === null ? nothing : html`<a href=${at(way.path)}>${say.mend[way.to]}</a>`}</span>`}
    </div>
  </li>`
}

/** A number, or an error of the gateway in English, within a sentence that may run the other way. */
const isolated = (values: Finding['values']): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, `\u2068${value}\u2069`]))

function wayOf({ code, id, state }: Finding): { to: keyof Mend; path: string } | null {
  if (code === 'number_missing') return { to: 'buy', path: '/settings/phone/buy' }
  if (code === 'trunk_idle') return { to: 'add', path: '/settings/phone/new' }
  if (code === 'number_unanswered') return { to: 'calls', path: '/calls' }
  if (id === '' || state === 'well' || state === 'mended') return null
  return { to: id.startsWith('trk_') ? 'trunk' : 'number', path: `/settings/phone/${id}` }
}

customElements.define('phone-examination', PhoneExamination)
