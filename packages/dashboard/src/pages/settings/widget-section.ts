import type { AssistantLook } from '@foyer/sdk/admin'
import { define, type FoyerWidget } from '@foyer/widget'
import { html, nothing, type TemplateResult } from 'lit'
import { at, here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { visitorClient } from '../../data/playground.ts'
import { words } from '../../strings/index.ts'
import { attempt } from '../../ui/attempt.ts'
import { textField } from '../../ui/field.ts'
import { loaded } from '../../ui/loaded.ts'
import { notice } from '../../ui/notices.ts'
import { Page } from '../../ui/page.ts'

define()

type Look = Omit<AssistantLook, 'revision'>
const corners = ['sharp', 'soft', 'round'] as const
const themes = ['auto', 'light', 'dark'] as const
const languages = ['en', 'es', 'ar'] as const
const pine = '#1d6a50'

/** The widget's look, tried on the widget itself before it is saved; the site wears it from then on. */
class WidgetSection extends Page {
  readonly #load = new Load<{ assistantId: string; look: AssistantLook }>(this)
  #shown: { key: string; panel: FoyerWidget; launcher: FoyerWidget } | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load.run(async (signal) => {
      const { assistants } = here().foyer
      const [assistant] = await assistants.list({ signal }).toArray(1)
      const assistantId = assistant?.id ?? ''
      return { assistantId, look: await assistants.look(assistantId, { signal }) }
    })
  }

  override render(): TemplateResult {
    return loaded(this.#load, ({ look }) => this.#lookView(look))
  }

  #lookView(look: AssistantLook): TemplateResult {
    const { look: say, settings } = words()
    const disabled = !['owner', 'admin'].includes(here().tenant.role)
    const { panel, launcher } = this.#preview(look)
    return html`<div class="look">
      <form class="stack" @submit=${(event: SubmitEvent) => this.#save(event)}>
        <div>
          <h2>${say.title}</h2>
          <p class="soft">${disabled ? settings.readOnly : say.lead}</p>
        </div>
        <label class="field">
          <span>${say.colour}</span>
          <input
            type="color"
            ?disabled=${disabled}
            .value=${look.accent || pine}
            @change=${(event: Event) => this.#try({ accent: (event.target as HTMLInputElement).value })}
          />
          <small>${say.colourHint}</small>
        </label>
        <div class="field">
          <span id="corners">${say.corners}</span>
          <div class="segments" role="group" aria-labelledby="corners">
            ${corners.map((each) => html`<button type="button" ?disabled=${disabled} aria-pressed=${each === look.corner} @click=${() => this.#try({ corner: each })}>${say.cornerNames[each]}</button>`)}
          </div>
        </div>
        <label class="field">
          <span>${say.theme}</span>
          <select
            ?disabled=${disabled}
            @change=${(event: Event) => this.#try({ theme: (event.target as HTMLSelectElement).value as Look['theme'] })}
          >
            ${themes.map((each) => html`<option value=${each} ?selected=${each === look.theme}>${say.themes[each]}</option>`)}
          </select>
        </label>
        <fieldset
          class="stack"
          ?disabled=${disabled}
          @change=${(event: Event) => {
            const { name, value } = event.target as HTMLInputElement
            this.#try({ launcher: { ...look.launcher, [name]: value.trim() } })
          }}
        >
          <legend>${say.launcher}</legend>
          <small>${say.launcherHint}</small>
          ${languages.map((lang) => textField({ name: lang, label: say.languages[lang], value: look.launcher[lang] ?? '' }))}
        </fieldset>
        <p><a href=${at('/playbook')}>${say.greeting}</a></p>
        ${disabled ? nothing : html`<div class="row"><button class="button primary">${say.save}</button></div>`}
      </form>
      <section class="preview" aria-label=${say.preview}>${panel} ${launcher}</section>
    </div>`
  }

  #try(change: Partial<Look>): void {
    this.#load.change((seen) => ({ ...seen, look: { ...seen.look, ...change } }))
  }

  #save(event: SubmitEvent): void {
    event.preventDefault()
    const seen = this.#load.value
    if (seen === undefined) return
    const { revision, ...look } = seen.look
    attempt(here().foyer.assistants.putLook(seen.assistantId, look, { revision }), (saved) => {
      this.#load.change((now) => ({ ...now, look: saved }))
      notice(words().settings.saved)
    })
  }

  /** What a tag says wins over what is stored: so both are shown as they will be, before they are. Another look, other elements. */
  #preview(look: Look): { panel: FoyerWidget; launcher: FoyerWidget } {
    const { accent, corner, theme, launcher } = look
    const { lang } = words()
    const said = launcher[lang] ?? ''
    const key = JSON.stringify([accent, corner, theme, said])
    if (this.#shown?.key === key) return this.#shown
    const make = (mode: 'inline' | 'floating') => {
      const widget = document.createElement('foyer-widget')
      widget.mode = mode
      widget.client = visitorClient(() => ({ lang: '', now: '' }))
      for (const [name, value] of Object.entries({ accent: accent || pine, corner, launcher: said }))
        widget.setAttribute(name, value)
      if (theme !== 'auto') widget.setAttribute('theme', theme)
      return widget
    }
    this.#shown = { key, panel: make('inline'), launcher: make('floating') }
    return this.#shown
  }
}

customElements.define('widget-section', WidgetSection)
