import type { Fact, Location } from '@foyer/sdk/admin'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { at, here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { mayRun } from '../../data/role.ts'
import { words } from '../../strings/index.ts'
import { empty } from '../../ui/empty.ts'
import { inWords, loaded } from '../../ui/loaded.ts'
import { notice } from '../../ui/notices.ts'
import { Page } from '../../ui/page.ts'
import { factWords } from '../setup/fact-words.ts'
import { typedIn } from './add-form.ts'

interface Known {
  facts: Fact[]
  locations: Location[]
}
/** Kinds that are typed in one line. */
const oneLine = ['phones', 'addresses', 'emails', 'services', 'areas', 'payment', 'insurance', 'licences'] as const
type OneLine = (typeof oneLine)[number]

/** What is known exactly, location by location: confirmed, or read and still to be looked at. */
class FactsPart extends Page {
  static override properties: PropertyDeclarations = { ...Page.properties, wrong: { state: true } }
  declare wrong: string
  readonly #known = new Load<Known>(this)

  constructor() {
    super()
    this.wrong = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch('afresh')
  }

  #fetch(how: 'afresh' | 'quietly' = 'quietly'): Promise<void> {
    const { foyer } = here()
    return this.#known.run(async (signal) => {
      const [facts, locations] = await Promise.all([
        foyer.facts.list({ signal, limit: 200 }).toArray(2000),
        foyer.tenant.locations({ signal }),
      ])
      return { facts, locations }
    }, how)
  }

  override render(): TemplateResult {
    const { facts: say } = words().knowledge
    return loaded(
      this.#known,
      ({ facts, locations }) =>
        html`${mayRun() ? this.#form(locations) : nothing}
        ${facts.length === 0 ? empty(say.none.title, say.none.what) : locations.map((location) => this.#location(location, facts))}`,
    )
  }

  #form(locations: readonly Location[]): TemplateResult {
    const { facts: say } = words().knowledge
    return html`<form class="card stack add" novalidate @submit=${this.#add}>
      <div class="fact-line">
        ${
          locations.length < 2
            ? html`<input type="hidden" name="location" value=${locations[0]?.id ?? ''} />`
            : html`<select name="location" aria-label=${say.location}>
                ${locations.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
              </select>`
        }
        <select name="kind" aria-label=${say.kind}>
          ${oneLine.map((kind) => html`<option value=${kind}>${words().setup.facts.kinds[kind]}</option>`)}
        </select>
        <input name="value" dir="auto" aria-label=${say.value} placeholder=${say.value} maxlength="400" />
        <button class="button primary">${say.add}</button>
      </div>
      ${this.wrong === '' ? nothing : html`<p class="note brick" role="alert">${this.wrong}</p>`}
    </form>`
  }

  #location(location: Location, facts: readonly Fact[]): TemplateResult | typeof nothing {
    const own = facts.filter((fact) => fact.locationId === location.id)
    if (own.length === 0) return nothing
    return html`<section class="stack location">
      <h2>${location.name}</h2>
      ${[...new Set(own.map(({ kind }) => kind))].map(
        (kind) =>
          html`<fieldset class="facts">
            <legend>${words().setup.facts.kinds[kind]}</legend>
            <ul>
              ${own.filter((fact) => fact.kind === kind).map((fact) => this.#fact(fact))}
            </ul>
          </fieldset>`,
      )}
    </section>`
  }

  #fact(fact: Fact): TemplateResult {
    const { facts: say } = words().knowledge
    const { facts: set } = words().setup
    const label = factWords(fact)
    const { quote } = fact
    return html`<li>
      <span class="value" data-row tabindex="-1">
        <bdi>${label}</bdi>
        ${
          quote === null
            ? html`<small class="soft">${say.typed}</small>`
            : html`<a class="soft small one-line" href=${at(`/knowledge/documents/${quote.documentId}`)}
                >“${quote.text}”</a
              >`
        }
      </span>
      <span class="row">
        ${
          fact.state === 'confirmed'
            ? html`<span class="tag pine">${set.confirmed}</span>`
            : html`<button
                type="button"
                class="quiet"
                ?hidden=${!mayRun()}
                @click=${() => void this.#mark(fact, 'confirmed')}
              >
                ${set.confirm}<span class="unseen">: ${label}</span>
              </button>`
        }
        <button type="button" class="quiet" ?hidden=${!mayRun()} @click=${() => void this.#reject(fact)}>
          ${set.wrong}<span class="unseen">: ${label}</span>
        </button>
      </span>
    </li>`
  }

  async #reject(fact: Fact): Promise<void> {
    if (!(await this.#mark(fact, 'rejected'))) return
    const again = () => this.#mark(fact, 'confirmed').then(() => this.#fetch())
    notice(words().knowledge.facts.rejected, { undo: () => void again() })
  }

  /** Shown at once; taken back when the service refuses. */
  async #mark(fact: Fact, state: 'confirmed' | 'rejected'): Promise<boolean> {
    const back = this.#known.change(({ facts, locations }) => ({
      locations,
      facts: facts.flatMap((each) => (each.id !== fact.id ? [each] : state === 'rejected' ? [] : [{ ...each, state }])),
    }))
    try {
      await here().foyer.facts.change(state === 'confirmed' ? { confirm: [fact.id] } : { reject: [fact.id] })
      return true
    } catch (error) {
      back()
      notice(inWords(error), { kind: 'wrong' })
      return false
    }
  }

  readonly #add = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const data = new FormData(form)
    const kind = oneLine.find((each) => each === typedIn(data, 'kind')) ?? 'phones'
    const value = typedIn(data, 'value')
    if (value !== '')
      void this.#teach(form, { locationId: typedIn(data, 'location'), kind, value: valueOf(kind, value) })
  }

  async #teach(form: HTMLFormElement, fact: { locationId: string; kind: OneLine; value: unknown }): Promise<void> {
    this.wrong = ''
    try {
      await here().foyer.facts.change({ add: [fact] })
      form.querySelector<HTMLInputElement>('[name=value]')?.select()
      await this.#fetch()
    } catch (error) {
      this.wrong = inWords(error)
    }
  }
}

/** "Tune-up = 89" is a service with its price. */
function valueOf(kind: OneLine, text: string): unknown {
  if (kind === 'phones') return { number: text, use: 'main' }
  if (kind === 'areas') return { name: text, postalCodes: [] }
  if (kind !== 'services') return text
  const [name = '', amount = ''] = text.split('=').map((part) => part.trim())
  const from = amount.replace(/[^\d.]/g, '')
  return { name, description: '', ...(from === '' ? {} : { price: { from, currency: 'USD', unit: '' } }) }
}

customElements.define('knowledge-facts', FactsPart)
