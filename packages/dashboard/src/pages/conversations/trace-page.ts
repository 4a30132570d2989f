import type { Trace } from '@foyer/sdk/admin'
import { html, type TemplateResult } from 'lit'
import { at, here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { words } from '../../strings/index.ts'
import { icons } from '../../ui/icons.ts'
import { loaded } from '../../ui/loaded.ts'
import { notice } from '../../ui/notices.ts'
import { Page } from '../../ui/page.ts'
import { defineTrace } from '../../ui/trace.ts'
import './again/again.ts'

defineTrace()

/** Why it said that: one answer as a picture, at an address that a colleague can open. */
class TracePage extends Page {
  readonly #trace = new Load<Trace>(this)
  #opened = ''

  override willUpdate(): void {
    const turn = this.params['turn'] ?? ''
    if (turn === this.#opened) return
    this.#opened = turn
    void this.#trace.run((signal) => here().foyer.traces.get(turn, { signal }))
  }

  override render(): TemplateResult {
    const { trace: say } = words().conversations
    this.named(say.title)
    return html`<div class="head">
        <a class="back" href=${at(`/conversations/${this.params['id'] ?? ''}`)}>${icons.onward} ${say.back}</a>
        <a class="button" href="${location.pathname}?again=1">${words().again.title}</a>
        <button type="button" class="button" @click=${this.#copy}>${icons.link} ${say.copy}</button>
      </div>
      ${loaded(this.#trace, (trace) => html`<foyer-trace .trace=${trace}></foyer-trace> <trace-again .trace=${trace} .query=${this.query}></trace-again>`)}`
  }

  readonly #copy = () => {
    void navigator.clipboard.writeText(location.href).then(() => notice(words().conversations.trace.copied))
  }
}

customElements.define('trace-page', TracePage)
