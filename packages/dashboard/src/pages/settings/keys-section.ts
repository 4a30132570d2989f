import type { Key, KeyWithSecret } from '@foyer/sdk/admin'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { fill, words } from '../../strings/index.ts'
import { attempt } from '../../ui/attempt.ts'
import { textField, valuesOf } from '../../ui/field.ts'
import { loaded } from '../../ui/loaded.ts'
import { notice } from '../../ui/notices.ts'
import { Page } from '../../ui/page.ts'
import { ago, date } from '../../ui/when.ts'

interface Seen {
  keys: Key[]
  origins: string[]
}

/** The keys of this mode, made, replaced and revoked; and the sites that may use the web keys. */
class KeysSection extends Page {
  static override properties: PropertyDeclarations = { made: { state: true } }
  /** Shown this once. */
  declare made: KeyWithSecret | null
  readonly #load = new Load<Seen>(this)

  constructor() {
    super()
    this.made = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load.run(async (signal) => {
      const { keys, origins } = here().foyer
      const [all, sites] = await Promise.all([keys.list({ signal }).toArray(500), origins.list({ signal })])
      return { keys: all.filter((key) => key.revokedAt === null && key.mode === here().mode), origins: sites }
    })
  }

  override render(): TemplateResult {
    const { keys: say } = words().settings
    return loaded(
      this.#load,
      ({ keys, origins }) =>
        html`<div class="stack">
          <div>
            <h2>${say.title}</h2>
            <p class="soft">${say.lead}</p>
          </div>
          ${this.made === null ? nothing : this.#onceView(this.made)}
          <ul class="rows">
            ${keys.map((key) => this.#keyView(key))}
          </ul>
          ${this.#makeView()} ${this.#originsView(origins)}
        </div>`,
    )
  }

  #onceView({ key, name }: KeyWithSecret): TemplateResult {
    const { shell, settings } = words()
    const copy = () => attempt(navigator.clipboard.writeText(key), () => notice(shell.copied))
    return html`<div class="note stack" role="status">
      <p><b dir="auto">${name}</b>. ${settings.keys.once}</p>
      <div class="row">
        <code class="one-line" dir="ltr">${key}</code>
        <button type="button" class="button" @click=${copy}>${shell.copy}</button>
        <button type="button" class="link" @click=${() => (this.made = null)}>${shell.close}</button>
      </div>
    </div>`
  }

  #keyView(key: Key): TemplateResult {
    const { keys: say } = words().settings
    const { keys } = here().foyer
    const rotate = () =>
      attempt(keys.rotate(key.id), (made) => {
        this.made = made
        this.#put((all) => [
          ...all.map((each) => (each.id === key.id ? { ...each, expiresAt: tomorrow() } : each)),
          made,
        ])
        notice(say.rotateNote)
      })
    const revoke = () => {
      const back = this.#put((all) => all.filter((each) => each !== key))
      attempt(keys.revoke(key.id), () => notice(say.revoked), back)
    }
    return html`<li>
      <div class="plain person">
        <div class="who">
          <b dir="auto">${key.name}</b> <span class="tag">${say.kinds[key.kind]}</span>
          <span class="soft"
            ><code dir="ltr">${key.prefix}…</code>
            ${key.lastUsedAt === null ? say.never : html`${say.used} ${ago(key.lastUsedAt)}`}</span
          >
        </div>
        ${key.expiresAt === null ? nothing : html`<span class="tag brass">${fill(say.ends, { date: date(key.expiresAt) })}</span>`}
        <span class="row">
          ${key.expiresAt === null ? html`<button type="button" class="button" @click=${rotate}>${say.rotate}</button>` : nothing}
          <button type="button" class="button danger" @click=${revoke}>${say.revoke}</button>
        </span>
      </div>
    </li>`
  }

  #makeView(): TemplateResult {
    const { keys: say } = words().settings
    const make = (event: SubmitEvent) => {
      const { name = '', kind = 'publishable' } = valuesOf(event)
      const wanted = { name, kind: kind as Key['kind'], mode: here().mode }
      attempt(here().foyer.keys.create(wanted), (made) => {
        this.made = made
        this.#put((all) => [...all, made])
        ;(event.target as HTMLFormElement).reset()
      })
    }
    return html`<form class="card stack" @submit=${make}>
      <h2>${say.make}</h2>
      ${textField({ name: 'name', label: say.name, required: true })}
      <label class="field">
        <span>${say.kind}</span>
        <select name="kind">
          <option value="publishable">${say.kinds.publishable}</option>
          <option value="secret">${say.kinds.secret}</option>
        </select>
      </label>
      <div class="row"><button class="button primary">${say.make}</button></div>
    </form>`
  }

  #originsView(origins: readonly string[]): TemplateResult {
    const { keys: say, saved } = words().settings
    const set = (wanted: readonly string[], undo?: () => void) =>
      attempt(here().foyer.origins.set(wanted), (now) => {
        this.#load.change((seen) => ({ ...seen, origins: now }))
        notice(saved, { undo })
      })
    const save = (event: SubmitEvent) => {
      const { origins: given = '' } = valuesOf(event)
      set(
        given.split(/\s+/).filter((line) => line !== ''),
        () => set(origins),
      )
    }
    return html`<form class="card stack" @submit=${save}>
      <h2>${say.origins}</h2>
      <label class="field">
        <small>${say.originsLead}</small>
        <textarea
          name="origins"
          dir="ltr"
          spellcheck="false"
          aria-label=${say.origins}
          .value=${origins.join('\n')}
        ></textarea>
      </label>
      <div class="row"><button class="button">${say.originsSave}</button></div>
    </form>`
  }

  #put(alter: (keys: Key[]) => Key[]): () => void {
    return this.#load.change((seen) => ({ ...seen, keys: alter(seen.keys) }))
  }
}

const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString()

customElements.define('keys-section', KeysSection)
