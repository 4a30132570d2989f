import { FoyerError, type QuestionImport, type TaughtQuestion } from '@foyer/sdk/admin'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { mayRun } from '../../data/role.ts'
import { words } from '../../strings/index.ts'
import { empty } from '../../ui/empty.ts'
import { findBox } from '../../ui/find-box.ts'
import { inWords, loaded } from '../../ui/loaded.ts'
import { notice } from '../../ui/notices.ts'
import { Page } from '../../ui/page.ts'
import { broughtView, questionForm } from './question-form.ts'

interface Listed {
  items: TaughtQuestion[]
  next: string
}

/** Answers in the owner's own words: one by one, or a whole list at once. */
class QuestionsPart extends Page {
  static override properties: PropertyDeclarations = {
    ...Page.properties,
    open: { state: true },
    brought: { state: true },
    busy: { state: true },
  }
  /** The id of the one that is edited; `new` for another. */
  declare open: string
  declare brought: QuestionImport | null
  declare busy: boolean
  readonly #list = new Load<Listed>(this)
  #find = ''

  constructor() {
    super()
    this.open = ''
    this.brought = null
    this.busy = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#find = this.query.get('find') ?? ''
    void this.#fetch('afresh')
  }

  #page(after = '', signal?: AbortSignal) {
    return here()
      .foyer.questions.list({ after, signal, ...(this.#find === '' ? {} : { find: this.#find }) })
      .page()
  }

  #fetch(how: 'afresh' | 'quietly' = 'quietly'): Promise<void> {
    return this.#list.run((signal) => this.#page('', signal), how)
  }

  override render(): TemplateResult {
    const { questions: say } = words().knowledge
    return html`<div class="tools">
        ${findBox(say.find, this.#find, (typed) => {
          this.#find = typed
          void this.#fetch()
        })}
        <button type="button" class="button primary" ?hidden=${!mayRun()} @click=${() => (this.open = 'new')}>
          ${say.add}
        </button>
        <label class="button bring" ?hidden=${!mayRun()}>
          ${this.busy ? say.bringing : say.bring}
          <input class="unseen" type="file" accept=".csv,.tsv,text/csv" @change=${this.#bring} />
        </label>
      </div>
      <p class="soft small" ?hidden=${!mayRun()}>${say.bringNote}</p>
      ${this.brought === null ? nothing : broughtView(this.brought)} ${this.open === 'new' ? this.#form(null) : nothing}
      ${loaded(this.#list, (list) => this.#rows(list))}`
  }

  #rows({ items, next }: Listed): TemplateResult {
    const { questions: say } = words().knowledge
    if (items.length === 0) return empty(say.none.title, say.none.what)
    return html`<ul class="rows">
        ${repeat(
          items,
          ({ id }) => id,
          (item) => html`<li>${item.id === this.open ? this.#form(item) : this.#row(item)}</li>`,
        )}
      </ul>
      ${
        next === ''
          ? nothing
          : html`<button type="button" class="button more" @click=${() => void this.#more(next)}>
              ${words().shell.more}
            </button>`
      }`
  }

  #row(item: TaughtQuestion): TemplateResult {
    return html`<button type="button" class="plain" data-row @click=${() => (this.open = item.id)}>
      <b class="one-line"><bdi>${item.phrasings[0]}</bdi></b>
      <span class="soft one-line"><bdi>${item.answer}</bdi></span>
    </button>`
  }

  #form(item: TaughtQuestion | null): TemplateResult {
    return questionForm({
      item,
      busy: this.busy,
      save: (given) => void this.#save(item, given),
      cancel: () => (this.open = ''),
      remove: (held) => void this.#remove(held),
    })
  }

  #save(item: TaughtQuestion | null, given: { phrasings: string[]; answer: string }): Promise<void> {
    const { questions } = here().foyer
    return this.#act(async () => {
      if (item === null) await questions.add(given)
      else await questions.change(item.id, given, item.revision)
      this.open = ''
      await this.#fetch()
    })
  }

  /** Gone at once, and back when it is undone. */
  async #remove(item: TaughtQuestion): Promise<void> {
    const { questions } = here().foyer
    const back = this.#list.change((list) => ({ ...list, items: list.items.filter(({ id }) => id !== item.id) }))
    this.open = ''
    try {
      await questions.remove(item.id)
      const { phrasings, answer, lang } = item
      const again = () => this.#act(async () => void (await questions.add({ phrasings, answer, lang })))
      notice(words().knowledge.questions.removed, { undo: () => void again().then(() => this.#fetch()) })
    } catch (error) {
      back()
      notice(inWords(error), { kind: 'wrong' })
    }
  }

  readonly #bring = (event: Event) => {
    const input = event.target as HTMLInputElement
    const [file] = input.files ?? []
    if (file === undefined) return
    void this.#act(async () => {
      this.brought = await here().foyer.questions.import(file)
      input.value = ''
      await this.#fetch()
    })
  }

  #more(after: string): Promise<void> {
    return this.#act(async () => {
      const page = await this.#page(after)
      this.#list.change(({ items }) => ({ items: [...items, ...page.items], next: page.next }))
    })
  }

  async #act(work: () => Promise<void>): Promise<void> {
    this.busy = true
    try {
      await work()
    } catch (error) {
      const lost = error instanceof FoyerError && error.code === 'revision_conflict'
      notice(lost ? words().setup.conflict : inWords(error), { kind: 'wrong' })
      if (lost) await this.#fetch()
    } finally {
      this.busy = false
    }
  }
}

customElements.define('knowledge-questions', QuestionsPart)
