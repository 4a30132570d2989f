import type { Source } from '@foyer/sdk/admin'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { at, here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { mayRun } from '../../data/role.ts'
import { words } from '../../strings/index.ts'
import { empty } from '../../ui/empty.ts'
import { inWords, loaded } from '../../ui/loaded.ts'
import { notice } from '../../ui/notices.ts'
import { Page } from '../../ui/page.ts'
import { type Adding, addForm, typedIn } from './add-form.ts'
import { sourceState } from './source-words.ts'

const kinds = ['site', 'text', 'file'] as const
const patienceMs = 120_000

/** Where knowledge comes from, with how it stands; and the ways to bring in more. */
class SourcesPart extends Page {
  static override properties: PropertyDeclarations = {
    ...Page.properties,
    adding: { state: true },
    busy: { state: true },
    wrong: { state: true },
    uploads: { state: true },
  }
  declare adding: Adding | null
  declare busy: boolean
  declare wrong: string
  declare uploads: ReadonlyMap<string, 'sending' | 'sent' | 'failed'>
  readonly #sources = new Load<Source[]>(this)
  readonly #following = new AbortController()

  constructor() {
    super()
    this.adding = null
    this.busy = false
    this.wrong = ''
    this.uploads = new Map()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.adding = kinds.find((kind) => kind === this.query.get('add')) ?? null
    void this.#fetch('afresh').then(() => {
      const moving = (this.#sources.value ?? []).filter(({ state }) => state === 'waiting' || state === 'reading')
      for (const source of moving) void this.#follow(source.id)
    })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#following.abort()
  }

  #fetch(how: 'afresh' | 'quietly' = 'quietly'): Promise<void> {
    return this.#sources.run((signal) => here().foyer.sources.list({ signal, limit: 200 }).toArray(1000), how)
  }

  override render(): TemplateResult {
    const { sources: say } = words().knowledge
    const { adding, busy, wrong, uploads } = this
    return html`<div class="tools" ?hidden=${!mayRun()}>
        ${kinds.map(
          (kind) =>
            html`<button
              type="button"
              class="button"
              aria-pressed=${String(adding === kind)}
              @click=${() => {
                this.adding = adding === kind ? null : kind
                this.wrong = ''
              }}
            >
              ${say.add[kind]}
            </button>`,
        )}
      </div>
      ${
        adding === null
          ? nothing
          : addForm({
              adding,
              busy,
              wrong,
              uploads,
              title: this.query.get('title') ?? '',
              submit: (form) => void this.#add(form, adding),
            })
      }
      ${loaded(this.#sources, (list) =>
        list.length === 0
          ? empty(say.none.title, say.none.what)
          : html`<ul class="rows">
              ${list.map(
                (source) =>
                  html`<li>
                    <a href=${at(`/knowledge/sources/${source.id}`)} data-row>
                      <b class="one-line"><bdi>${source.name}</bdi></b>
                      <span class="soft">${sourceState(source)}</span>
                    </a>
                  </li>`,
              )}
            </ul>`,
      )}`
  }

  async #add(form: HTMLFormElement, kind: Adding): Promise<void> {
    this.busy = true
    this.wrong = ''
    try {
      const { sources } = here().foyer
      const data = new FormData(form)
      if (kind === 'file') await this.#upload(data.getAll('files').filter((file) => file instanceof File))
      else {
        const source =
          kind === 'site'
            ? await sources.addSite(withProtocol(typedIn(data, 'url')))
            : await sources.addText({ title: typedIn(data, 'title'), text: typedIn(data, 'text') })
        this.adding = null
        await this.#fetch()
        void this.#follow(source.id)
      }
    } catch (error) {
      this.wrong = inWords(error)
    } finally {
      this.busy = false
    }
  }

  async #upload(files: readonly File[]): Promise<void> {
    const set = (name: string, state: 'sending' | 'sent' | 'failed') =>
      (this.uploads = new Map([...this.uploads, [name, state]]))
    this.uploads = new Map()
    for (const file of files.filter(({ size }) => size > 0)) {
      set(file.name, 'sending')
      try {
        const source = await here().foyer.sources.upload({ name: file.name, data: file, type: file.type })
        set(file.name, 'sent')
        void this.#follow(source.id)
      } catch (error) {
        set(file.name, 'failed')
        this.wrong = `${file.name}: ${inWords(error)}`
      }
    }
    await this.#fetch()
  }

  /** Its row moves while it is read. */
  async #follow(sourceId: string): Promise<void> {
    const { signal } = this.#following
    try {
      for await (const source of here().foyer.sources.followRead(sourceId, { signal, patienceMs }))
        this.#sources.change((list) => list.map((each) => (each.id === source.id ? source : each)))
      await this.#fetch()
    } catch (error) {
      if (!signal.aborted) notice(inWords(error), { kind: 'wrong' })
    }
  }
}

const withProtocol = (url: string): string => (/^https?:\/\//i.test(url) ? url : `https://${url}`)

customElements.define('knowledge-sources', SourcesPart)
