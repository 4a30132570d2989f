import type { Tenant } from '@foyer/sdk/admin'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { fill, words } from '../../strings/index.ts'
import { attempt } from '../../ui/attempt.ts'
import { textField, valuesOf } from '../../ui/field.ts'
import { loaded } from '../../ui/loaded.ts'
import { notice } from '../../ui/notices.ts'
import { Page } from '../../ui/page.ts'
import { saveBlob } from '../../ui/save.ts'
import { date } from '../../ui/when.ts'

/** How long what is kept, everything to take along, and the end of the desk, which can be taken back. */
class DataSection extends Page {
  static override properties: PropertyDeclarations = { packing: { state: true } }
  declare packing: boolean
  readonly #load = new Load<Tenant>(this)

  constructor() {
    super()
    this.packing = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load.run((signal) => here().foyer.tenant.get({ signal }))
  }

  override render(): TemplateResult {
    return loaded(
      this.#load,
      (tenant) =>
        html`<div class="stack">
          ${this.#retentionView(tenant)}
          ${here().tenant.role === 'owner' ? html`${this.#exportView(tenant)} ${this.#endView(tenant)}` : nothing}
        </div>`,
    )
  }

  #retentionView({ retention }: Tenant): TemplateResult {
    const { data: say } = words().settings
    const save = (event: SubmitEvent) => {
      const { conversationDays, traceDays, auditDays, recordingDays } = valuesOf(event)
      const wanted = {
        conversationDays: Number(conversationDays),
        traceDays: Number(traceDays),
        auditDays: Number(auditDays),
        recordingDays: Number(recordingDays),
      }
      this.#set(here().foyer.tenant.change({ retention: wanted }), () =>
        this.#set(here().foyer.tenant.change({ retention })),
      )
    }
    const days = (name: keyof Tenant['retention'], label: string) =>
      textField({ name, label: `${label} (${say.days})`, type: 'number', value: retention[name], required: true })
    return html`<form class="card stack" @submit=${save}>
      <div>
        <h2>${say.keep}</h2>
        <p class="soft">${say.keepLead}</p>
      </div>
      ${days('conversationDays', say.conversations)} ${days('recordingDays', say.recordings)}
      ${days('traceDays', say.traces)} ${days('auditDays', say.log)}
      <div class="row"><button class="button primary">${words().shell.save}</button></div>
    </form>`
  }

  #exportView({ slug }: Tenant): TemplateResult {
    const { data: say } = words().settings
    const pack = () => {
      this.packing = true
      const done = () => (this.packing = false)
      attempt(
        here().foyer.tenant.export(),
        (archive) => {
          done()
          saveBlob(`${slug}.zip`, archive)
        },
        done,
      )
    }
    return html`<div class="card stack">
      <div>
        <h2>${say.export}</h2>
        <p class="soft">${say.exportLead}</p>
      </div>
      <div class="row">
        <button type="button" class="button" ?disabled=${this.packing} @click=${pack}>
          ${this.packing ? say.exporting : say.exportButton}
        </button>
      </div>
    </div>`
  }

  #endView({ slug, deleteAfter }: Tenant): TemplateResult {
    const { data: say } = words().settings
    const { tenant } = here().foyer
    const takeBack = () => this.#set(tenant.takeBackDeletion(), undefined, say.kept)
    if (deleteAfter !== null)
      return html`<div class="card stack">
        <p class="note brick" role="status">${fill(say.going, { date: date(deleteAfter) })}</p>
        <div class="row">
          <button type="button" class="button primary" @click=${takeBack}>${say.keepButton}</button>
        </div>
      </div>`
    const ask = (event: SubmitEvent) => this.#set(tenant.askForDeletion(valuesOf(event)['slug'] ?? ''), takeBack)
    return html`<form class="card stack" @submit=${ask}>
      <div>
        <h2>${say.remove}</h2>
        <p class="soft">${say.removeLead}</p>
      </div>
      ${textField({ name: 'slug', label: fill(say.typeSlug, { slug: `\u2068${slug}\u2069` }), required: true })}
      <div class="row"><button class="button danger">${say.removeButton}</button></div>
    </form>`
  }

  #set(what: Promise<Tenant>, undo?: () => void, said: string = words().settings.saved): void {
    attempt(what, (changed) => {
      this.#load.change(() => changed)
      notice(said, { undo })
    })
  }
}

customElements.define('data-section', DataSection)
