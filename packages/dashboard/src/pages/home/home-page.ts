import { html, type TemplateResult } from 'lit'
import { words } from '../../strings/index.ts'
import { Page } from '../../ui/page.ts'

class HomePage extends Page {
  override render(): TemplateResult {
    const { home } = words()
    this.named(home.title)
    return html`<div class="head"><h1>${home.title}</h1></div>`
  }
}

customElements.define('home-page', HomePage)
