import type { Connection, Connections, Tenant } from '@foyer/sdk/admin'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { fill, words } from '../../strings/index.ts'
import { attempt } from '../../ui/attempt.ts'
import { textField, valuesOf } from '../../ui/field.ts'
import { loaded } from '../../ui/loaded.ts'
import { notice } from '../../ui/notices.ts'
import { Page } from '../../ui/page.ts'

interface Seen {
  connections: Connections
  tenant: Tenant
}

const micros = 1_000_000

/** The model and the mail service: whose key is used, what works without, what it costs and may cost. */
class ConnectionsSection extends Page {
  static override properties: PropertyDeclarations = { busy: { state: true } }
  declare busy: boolean
  readonly #load = new Load<Seen>(this)

  constructor() {
    super()
    this.busy = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch('afresh')
  }

  override render(): TemplateResult {
    const { connections: say } = words().settings
    return loaded(
      this.#load,
      ({ connections: { items, modelHosts }, tenant }) =>
        html`<div class="stack">
          <div>
            <h2>${say.title}</h2>
            <p class="soft">${say.lead}</p>
          </div>
          ${items.map((each) => this.#connectionView(each, modelHosts, tenant))}
        </div>`,
    )
  }

  #connectionView(each: Connection, hosts: readonly string[], tenant: Tenant): TemplateResult {
    switch (each.kind) {
      case 'model':
        return this.#modelView(each, hosts, tenant)
      case 'mail':
        return this.#mailView(each)
      case 'carrier':
        return this.#carrierView(each)
      case 'embeddings':
      case 'speech':
        return serverView(each.kind, each)
      default:
        return each.kind satisfies never
    }
  }

  #modelView(model: Connection, hosts: readonly string[], tenant: Tenant): TemplateResult {
    const { connections: say } = words().settings
    const connect = (event: SubmitEvent) => {
      const { baseUrl = '', model: name = '', key = '', priceIn, priceOut } = valuesOf(event)
      const wanted = { baseUrl, model: name, key, priceIn: Number(priceIn), priceOut: Number(priceOut) }
      this.#try(here().foyer.connections.setModel(wanted), event)
    }
    const own = model.source === 'own' ? model : undefined
    return html`<div class="card stack">
      ${headOf(say.model, model)}
      <p class="soft">
        ${model.source === 'none' ? say.without.model : fill(say.estimate, { cost: `\u2068${dollars(model.costPerThousandTurns)}\u2069` })}
      </p>
      <form class="stack" @submit=${connect}>
        ${textField({ name: 'baseUrl', label: say.address, type: 'url', value: own?.baseUrl ?? '', required: true, note: fill(say.hosts, { hosts: hosts.map((each) => new URL(each).host).join(', ') }) })}
        ${textField({ name: 'model', label: say.modelName, value: own?.model ?? '', required: true })}
        ${textField({ name: 'key', label: say.key, type: 'password', required: true })}
        <div class="pair">
          ${textField({ name: 'priceIn', label: say.priceIn, type: 'number', step: 'any', value: own?.priceIn ?? 0 })}
          ${textField({ name: 'priceOut', label: say.priceOut, type: 'number', step: 'any', value: own?.priceOut ?? 0 })}
        </div>
        ${this.#buttons(model, 'model')}
      </form>
      ${this.#capView(tenant)}
    </div>`
  }

  #capView(tenant: Tenant): TemplateResult {
    const { connections: say, saved } = words().settings
    const set = (spendCapMicros: number, undo?: () => void) =>
      attempt(here().foyer.tenant.change({ spendCapMicros }), (changed) => {
        this.#load.change((seen) => ({ ...seen, tenant: changed }))
        notice(saved, { undo })
      })
    const save = (event: SubmitEvent) =>
      set(Math.round(Number(valuesOf(event)['cap']) * micros), () => set(tenant.spendCapMicros))
    return html`<form class="stack cap" @submit=${save}>
      ${textField({ name: 'cap', label: say.cap, type: 'number', step: '0.01', value: tenant.spendCapMicros / micros, note: say.capNote })}
      <div class="row"><button class="button">${words().shell.save}</button></div>
    </form>`
  }

  #mailView(mail: Connection): TemplateResult {
    const { connections: say } = words().settings
    const connect = (event: SubmitEvent) => {
      const { from = '', key = '' } = valuesOf(event)
      this.#try(here().foyer.connections.setMail({ from, key }), event)
    }
    return html`<div class="card stack">
      ${headOf(say.mail, mail)} ${mail.source === 'none' ? html`<p class="soft">${say.without.mail}</p>` : nothing}
      <form class="stack" @submit=${connect}>
        ${textField({ name: 'from', label: say.from, value: mail.source === 'own' ? mail.from : '', required: true })}
        ${textField({ name: 'key', label: `${say.key} (Resend)`, type: 'password', required: true })}
        ${this.#buttons(mail, 'mail')}
      </form>
    </div>`
  }

  #carrierView(carrier: Connection): TemplateResult {
    const { connections: say } = words().settings
    const connect = (event: SubmitEvent) => {
      const { accountSid = '', key = '' } = valuesOf(event)
      this.#try(here().foyer.connections.setCarrier({ accountSid, key }), event)
    }
    return html`<div class="card stack">
      ${headOf(say.carrier, carrier)}
      ${carrier.source === 'none' ? html`<p class="soft">${say.without.carrier}</p>` : nothing}
      <form class="stack" @submit=${connect}>
        ${textField({ name: 'accountSid', label: say.accountSid, value: carrier.account, required: true })}
        ${textField({ name: 'key', label: say.authToken, type: 'password', required: true })}
        ${this.#buttons(carrier, 'carrier')}
      </form>
    </div>`
  }

  #buttons({ source }: Connection, kind: 'model' | 'mail' | 'carrier'): TemplateResult {
    const { connections: say } = words().settings
    const forget = () =>
      attempt(here().foyer.connections.remove(kind), () => {
        notice(say.forgotten)
        void this.#fetch('quietly')
      })
    return html`<div class="row">
      <button class="button primary" ?disabled=${this.busy}>${say.connect}</button>
      ${source === 'own' ? html`<button type="button" class="button danger" @click=${forget}>${say.forget}</button>` : nothing}
    </div>`
  }

  #try(what: Promise<Connection>, event: SubmitEvent): void {
    this.busy = true
    const done = () => (this.busy = false)
    attempt(
      what,
      () => {
        done()
        notice(words().settings.saved)
        ;(event.target as HTMLFormElement).reset()
        void this.#fetch('quietly')
      },
      done,
    )
  }

  #fetch(how: 'afresh' | 'quietly'): Promise<void> {
    const { connections, tenant } = here().foyer
    return this.#load.run(async (signal) => {
      const [all, found] = await Promise.all([connections.list({ signal }), tenant.get({ signal })])
      return { connections: all, tenant: found }
    }, how)
  }
}

/** What whoever runs the server has set up, or not: there is nothing to type here, and that is said. */
function serverView(kind: 'embeddings' | 'speech', each: Connection): TemplateResult {
  const { connections: say } = words().settings
  return html`<div class="card stack">
    ${headOf(say[kind], each)}
    <p class="soft">${each.source === 'none' ? say.without[kind] : nothing} ${say.byServer[kind]}</p>
  </div>`
}

function headOf(title: string, { source, keyEnds, model }: Connection): TemplateResult {
  const { connections: say } = words().settings
  return html`<div class="row">
    <h2>${title}</h2>
    <span class="tag ${source === 'none' ? 'brass' : 'pine'}">${say.sources[source]}</span>
    ${model === '' ? nothing : html`<span class="soft" dir="ltr">${model}</span>`}
    ${keyEnds === '' ? nothing : html`<span class="soft">${fill(say.keyEnds, { end: `\u2068${keyEnds}\u2069` })}</span>`}
  </div>`
}

const dollars = (amount: number): string =>
  new Intl.NumberFormat(words().lang, { style: 'currency', currency: 'USD' }).format(amount)

customElements.define('connections-section', ConnectionsSection)
