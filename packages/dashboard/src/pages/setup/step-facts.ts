import type { Fact, Location } from '@foyer/sdk/admin'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { at, here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { words } from '../../strings/index.ts'
import { empty } from '../../ui/empty.ts'
import { loaded } from '../../ui/loaded.ts'
import { editable, lineOf, valueFrom } from './fact-edit.ts'
import { factWords } from './fact-words.ts'
import { SetupStep } from './step.ts'

interface Known {
  facts: Fact[]
  locations: Location[]
}
type Verdict = { kind: 'right' } | { kind: 'wrong' } | { kind: 'corrected'; line: string }

/** What was read of the business, on one screen: right as it is, wrong, or corrected; told in one call. */
class StepFacts extends SetupStep {
  static override properties: PropertyDeclarations = { ...SetupStep.properties, verdicts: { state: true } }
  declare verdicts: ReadonlyMap<string, Verdict>
  readonly #known = new Load<Known>(this)

  constructor() {
    super()
    this.verdicts = new Map()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  #fetch(): Promise<void> {
    const { foyer } = here()
    return this.#known.run(
      async (signal) => ({
        facts: await foyer.facts.list({ signal, limit: 200 }).toArray(400),
        locations: await foyer.tenant.locations({ signal }),
      }),
      this.#known.value === undefined ? 'afresh' : 'quietly',
    )
  }

  override render(): TemplateResult {
    return loaded(this.#known, (known) => this.#view(known))
  }

  #view({ facts, locations }: Known): TemplateResult {
    const { facts: say } = words().setup
    const again = html`<button type="button" class="button" @click=${() => void this.#fetch()}>${say.again}</button>`
    if (facts.length === 0) return empty(say.none.title, say.none.what, again)
    const open = facts.filter((fact) => fact.state === 'proposed')
    return html`${locations.map((location) => this.#location(location, facts, locations.length > 1))}
      ${this.wrongView()}
      <div class="row">
        <button type="button" class="button primary" ?disabled=${this.busy} @click=${() => void this.#confirm(open)}>
          ${open.length === 0 ? words().setup.next : say.confirm}
        </button>
        ${again}
      </div>
      <p class="soft"><a class="link" href=${at('/knowledge/facts')}>${say.later}</a></p>`
  }

  #location(location: Location, facts: readonly Fact[], named: boolean): TemplateResult {
    const own = facts.filter((fact) => fact.locationId === location.id)
    const kinds = [...new Set(own.map((fact) => fact.kind))]
    return html`${named ? html`<h3>${location.name}</h3>` : nothing}
    ${kinds.map(
      (kind) =>
        html`<fieldset class="facts">
          <legend>${words().setup.facts.kinds[kind]}</legend>
          <ul>
            ${own.filter((fact) => fact.kind === kind).map((fact) => this.#fact(fact))}
          </ul>
        </fieldset>`,
    )}`
  }

  #fact(fact: Fact): TemplateResult {
    const { facts: say } = words().setup
    const verdict = this.verdicts.get(fact.id) ?? { kind: 'right' as const }
    const set = (next: Verdict) => (this.verdicts = new Map([...this.verdicts, [fact.id, next]]))
    const label = factWords(fact)
    return html`<li class=${verdict.kind}>
      ${
        verdict.kind === 'corrected'
          ? html`<input
              aria-label=${label}
              .value=${verdict.line}
              dir="auto"
              @input=${(event: InputEvent) => set({ kind: 'corrected', line: (event.target as HTMLInputElement).value })}
            />`
          : html`<span class="value"
              ><bdi>${label}</bdi>
              ${fact.state === 'confirmed' ? html`<span class="tag pine">${say.confirmed}</span>` : nothing}
              ${fact.quote === null ? nothing : html`<small class="soft">“${short(fact.quote.text)}”</small>`}
            </span>`
      }
      <span class="row">
        ${
          editable(fact) && verdict.kind !== 'corrected'
            ? html`<button type="button" class="quiet" @click=${() => set({ kind: 'corrected', line: lineOf(fact) })}>
                ${say.correct}<span class="unseen">: ${label}</span>
              </button>`
            : nothing
        }
        <button
          type="button"
          class="quiet"
          aria-pressed=${String(verdict.kind === 'wrong')}
          @click=${() => set(verdict.kind === 'right' ? { kind: 'wrong' } : { kind: 'right' })}
        >
          ${verdict.kind === 'right' ? say.wrong : say.keep}<span class="unseen">: ${label}</span>
        </button>
      </span>
    </li>`
  }

  #confirm(open: readonly Fact[]): Promise<void> {
    return this.act(async () => {
      const { facts = [] } = this.#known.value ?? {}
      const of = (fact: Fact): Verdict => this.verdicts.get(fact.id) ?? { kind: 'right' }
      const change = {
        confirm: open.filter((fact) => of(fact).kind === 'right').map(({ id }) => id),
        reject: facts.filter((fact) => of(fact).kind !== 'right').map(({ id }) => id),
        add: facts.flatMap((fact) => {
          const verdict = of(fact)
          if (verdict.kind !== 'corrected') return []
          return [{ locationId: fact.locationId, kind: fact.kind, value: valueFrom(fact, verdict.line) }]
        }),
      }
      if (change.confirm.length + change.reject.length > 0) await here().foyer.facts.change(change)
      this.verdicts = new Map()
      this.tell(await here().foyer.onboarding.get())
      this.next()
    })
  }
}

const short = (text: string): string => (text.length > 110 ? `${text.slice(0, 108)}…` : text)

customElements.define('setup-facts', StepFacts)
