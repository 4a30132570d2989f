import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { at } from '../../data/here.ts'
import { words } from '../../strings/index.ts'
import { keepInSight } from '../../ui/in-sight.ts'
import { skeleton } from '../../ui/loaded.ts'
import { Page } from '../../ui/page.ts'
import { mySections, type Section } from './sections.ts'

/** Settings: the sections at the side, one of them open. */
class SettingsPage extends Page {
  static override properties: PropertyDeclarations = { open: { state: true } }
  declare open: { section: Section; page: Page } | null

  constructor() {
    super()
    this.open = null
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('params')) void this.#show()
  }

  async #show(): Promise<void> {
    const { params, query } = this
    const section = mySections().find(({ name }) => name === params['section']) ?? mySections()[0]
    if (section === undefined) return
    await section.load()
    if (params !== this.params) return
    const page = this.open?.section === section ? this.open.page : (document.createElement(section.tag) as Page)
    page.params = params
    page.query = query
    this.open = { section, page }
  }

  override updated(): void {
    keepInSight(this)
  }

  override render(): TemplateResult {
    const { settings, shell } = words()
    this.named(shell.places.settings)
    return html`<div class="head"><h1>${shell.places.settings}</h1></div>
      <div class="settings">
        <nav aria-label=${shell.places.settings}>
          ${mySections().map(
            (section) =>
              html`<a
                href=${at(`/settings/${section.name}`)}
                aria-current=${section === this.open?.section ? 'page' : nothing}
              >
                ${settings.sections[section.name]}
              </a>`,
          )}
        </nav>
        <section>${this.open?.page ?? skeleton(6)}</section>
      </div>`
  }
}

customElements.define('settings-page', SettingsPage)
