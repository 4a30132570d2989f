import type { Trace } from '@foyer/sdk'
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { pageStyles } from '../page.styles.ts'
import { traceStyles } from './trace.styles.ts'
import { traceView } from './trace-view.ts'
import { traceWords } from './words.ts'

const inherited = css`
  :host {
    font: inherit;
    container-type: inline-size;
    overflow-wrap: anywhere;
  }

  h1 {
    font-size: 1.4em;
  }
`

/** `<foyer-trace>`: the picture of one answer, inside another page. */
export class FoyerTrace extends LitElement {
  static override properties = { trace: { attribute: false } }
  static override styles = [pageStyles, traceStyles, inherited]
  declare trace: Trace | undefined

  override render(): TemplateResult | typeof nothing {
    const words = traceWords([document.documentElement.lang])
    return this.trace === undefined ? nothing : html`<div dir=${words.dir}>${traceView(this.trace, words)}</div>`
  }
}
