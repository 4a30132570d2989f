import type { PlaybookTrialResults } from '@foyer/sdk/admin'
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { Draft } from '../../data/draft.ts'
import { here } from '../../data/here.ts'
import { fill, words } from '../../strings/index.ts'
import { inWords } from '../../ui/loaded.ts'
import { nameOf } from './entries.ts'

type Result = PlaybookTrialResults['results'][number]

/** Words against the draft: which scenario they would be, and by how much. */
class Trial extends LitElement {
  static override properties: PropertyDeclarations = {
    draft: { attribute: false },
    result: { state: true },
    wrong: { state: true },
  }
  declare draft: Draft
  declare result: Result | undefined
  declare wrong: string

  constructor() {
    super()
    this.wrong = ''
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override render(): TemplateResult {
    const { trial } = words().playbook
    return html`<form class="card stack" @submit=${this.#try}>
      <div>
        <h2>${trial.title}</h2>
        <p class="soft small">${trial.lead}</p>
      </div>
      <input
        name="text"
        dir="auto"
        maxlength="1000"
        autocomplete="off"
        aria-label=${trial.label}
        placeholder=${trial.label}
      />
      <button class="button">${trial.button}</button>
      <div role="status">
        ${this.wrong !== '' ? html`<p class="note brick">${this.wrong}</p>` : this.result === undefined ? nothing : this.#resultView(this.result)}
      </div>
    </form>`
  }

  #resultView({ verdict, scenarioIds, score, threshold }: Result): TemplateResult {
    const { trial } = words().playbook
    const [name = '', other = ''] = scenarioIds.map((id) => this.#name(id))
    const two = (value: number) => value.toFixed(2)
    return html`<p class=${verdict === 'pass' ? 'note' : 'note pine'}>${fill(trial[verdict], { name, other })}</p>
      ${score === null ? nothing : html`<p class="soft small figures">${fill(trial.score, { score: two(score), threshold: two(threshold) })}${verdict === 'pass' && name !== '' ? html` · <bdi>${name}</bdi>` : nothing}</p>`}`
  }

  #name(id: string): string {
    const scenario = this.draft.document.scenarios.find((each) => each.id === id)
    return scenario === undefined ? id : nameOf(scenario)
  }

  readonly #try = async (event: SubmitEvent) => {
    event.preventDefault()
    const text = new FormData(event.target as HTMLFormElement).get('text')
    if (typeof text !== 'string' || text.trim() === '') return
    this.wrong = ''
    try {
      await this.draft.save()
      this.result = (await here().foyer.playbook.try(this.draft.assistant.id, [text.trim()])).results[0]
    } catch (error) {
      this.wrong = inWords(error)
    }
  }
}

customElements.define('playbook-trial', Trial)
