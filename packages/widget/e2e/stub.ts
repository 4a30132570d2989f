import { css, html, LitElement } from 'lit'

/** The floor of `bar.ts`: a button and a panel, made with Lit and nothing else. */
class BareStub extends LitElement {
  static override properties = { open: { type: Boolean } }
  static override styles = css`
    button {
      position: fixed;
      inset: auto 20px 20px auto;
      width: 56px;
      height: 56px;
    }
  `
  declare open: boolean

  override render() {
    const panel = this.open ? html`<section><textarea></textarea></section>` : ''
    return html`<button @click=${() => (this.open = !this.open)} aria-label="Chat">?</button>${panel}`
  }
}

customElements.define('bare-stub', BareStub)
