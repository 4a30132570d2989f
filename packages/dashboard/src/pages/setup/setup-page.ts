import type { Onboarding } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { at, here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { mayRun } from '../../data/role.ts'
import { go } from '../../router.ts'
import { fill, words } from '../../strings/index.ts'
import { icons } from '../../ui/icons.ts'
import { inWords, loaded } from '../../ui/loaded.ts'
import { notice } from '../../ui/notices.ts'
import { Page } from '../../ui/page.ts'
import { stepElements, stepNames } from './steps.ts'
import type { SetupStep, StepName } from './step.ts'

/** Setting up: the steps at the side, one of them open; each can be left and taken up again. */
class SetupPage extends Page {
  readonly #setup = new Load<Onboarding>(this)
  #elements = new Map<StepName, SetupStep>()
  #asked = false

  constructor() {
    super()
    this.addEventListener('setup-changed', (event) => {
      const { detail } = event as CustomEvent<Onboarding>
      this.#setup.change(() => detail)
    })
    this.addEventListener('setup-next', () => this.#onward())
    this.addEventListener('setup-stale', () => void this.#fetch('quietly'))
  }

  override willUpdate(): void {
    if (this.#asked) return
    this.#asked = true
    void this.#fetch('afresh')
  }

  #fetch(how: 'afresh' | 'quietly'): Promise<void> {
    return this.#setup.run((signal) => here().foyer.onboarding.get({ signal }), how)
  }

  override render(): TemplateResult {
    const { settings, setup } = words()
    this.named(setup.title)
    return html`<div class="head">
        <h1>${fill(setup.titleOf, { business: isolated(here().tenant.name) })}</h1>
      </div>
      ${mayRun() ? loaded(this.#setup, (state) => this.#body(state)) : html`<p class="note">${settings.readOnly}</p>`}`
  }

  #body(state: Onboarding): TemplateResult {
    const { setup } = words()
    const name = this.#open(state)
    const place = stepNames.indexOf(name) + 1
    const left = stepNames.filter((step) => state.steps[step] !== 'done').length
    return html`<div class="setup">
      <nav aria-label=${setup.title}>
        <p class="soft">${left === 0 ? setup.allDone : fill(setup.place, { n: place, all: stepNames.length })}</p>
        <ol>
          ${stepNames.map(
            (step) =>
              html`<li>
                <a href=${at(`/setup/${step}`)} aria-current=${step === name ? 'step' : nothing}>
                  <span class="mark ${state.steps[step]}" aria-hidden="true"
                    >${state.steps[step] === 'done' ? icons.check : stepNames.indexOf(step) + 1}</span
                  >
                  <span class="label">${setup.steps[step].name}</span>
                  <span class="unseen">${setup.states[state.steps[step]]}</span>
                </a>
              </li>`,
          )}
        </ol>
      </nav>
      <section class="card stack" aria-labelledby="step-title">
        <div>
          <h2 id="step-title" tabindex="-1">${setup.steps[name].title}</h2>
          <p class="soft">${setup.steps[name].what}</p>
        </div>
        ${this.#element(name, state)}
        <footer class="row">
          ${
            state.steps[name] === 'done'
              ? html`<button type="button" class="link" @click=${() => this.#onward()}>${setup.goOn}</button>`
              : html`<button type="button" class="link" @click=${() => void this.#skip(name, state)}>
                  ${setup.skip}
                </button>`
          }
        </footer>
      </section>
    </div>`
  }

  /** The step that the address names, else the first that is open. */
  #open(state: Onboarding): StepName {
    const asked = stepNames.find((step) => step === this.params['step'])
    return asked ?? stepNames.find((step) => state.steps[step] === 'open') ?? stepNames[0]
  }

  #element(name: StepName, state: Onboarding): SetupStep {
    const element = this.#elements.get(name) ?? (document.createElement(stepElements[name]) as SetupStep)
    this.#elements.set(name, element)
    element.setup = state
    return element
  }

  async #skip(step: StepName, state: Onboarding): Promise<void> {
    try {
      const changed = await here().foyer.onboarding.change({ steps: { [step]: 'skipped' } }, state.revision)
      this.#setup.change(() => changed)
      this.#onward()
    } catch (error) {
      notice(inWords(error), { kind: 'wrong' })
      void this.#fetch('quietly')
    }
  }

  #onward(): void {
    const state = this.#setup.value
    if (state === undefined) return
    const from = stepNames.indexOf(this.#open(state))
    const next = stepNames.slice(from + 1).find((step) => state.steps[step] !== 'done')
    go(next === undefined ? at('/') : at(`/setup/${next}`))
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#step-title')?.focus())
  }
}

/** A name keeps its own direction within a line of another. */
const isolated = (name: string): string => `\u2068${name}\u2069`

customElements.define('setup-page', SetupPage)
