import { html, nothing, type TemplateResult } from 'lit'
import { Draft } from '../../data/draft.ts'
import { at } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { mayRun } from '../../data/role.ts'
import { fill, words } from '../../strings/index.ts'
import { keepInSight } from '../../ui/in-sight.ts'
import { inWords, loaded } from '../../ui/loaded.ts'
import { notice } from '../../ui/notices.ts'
import { Page } from '../../ui/page.ts'
import { entriesView } from './entries.ts'
import { toneView } from './tone.ts'
import './trial.ts'
import { versionsView } from './versions.ts'
import { voiceView } from './voice.ts'

const tabs = ['scenarios', 'rules', 'tone', 'voice', 'versions'] as const
type Tab = (typeof tabs)[number]

/** The playbook: read and edit the draft, try words against it, publish it as a numbered version. */
class PlaybookPage extends Page {
  readonly #draft = new Load<Draft>(this)
  readonly #changed = () => this.requestUpdate()

  override connectedCallback(): void {
    super.connectedCallback()
    this.#open()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    void this.#draft.value?.save()
  }

  #open(): void {
    void this.#draft.run((signal) => Draft.open(this.#changed, signal))
  }

  override updated(): void {
    keepInSight(this)
  }

  override render(): TemplateResult {
    this.named(words().playbook.title)
    return loaded(this.#draft, (draft) => this.#draftView(draft))
  }

  #draftView(draft: Draft): TemplateResult {
    const { playbook: say } = words()
    const tab = tabs.find((each) => each === this.params['tab']) ?? 'scenarios'
    const { published } = draft
    return html`<div class="head">
        <div>
          <h1>${say.title}</h1>
          <p class="soft small" role="status">
            ${published === undefined ? say.never : fill(say.live, { n: published.number })} · ${this.#keptWords(draft)}
          </p>
        </div>
        <button type="button" class="button primary" ?disabled=${!mayRun()} @click=${() => void this.#publish(draft)}>
          ${fill(say.publish, { n: draft.nextNumber })}
        </button>
      </div>
      ${mayRun() ? nothing : html`<p class="note">${say.readOnly}</p>`}
      ${draft.kept.kind === 'conflict' ? html`<p class="note row" role="alert">${say.conflict} <button type="button" class="link" @click=${() => this.#open()}>${say.takeTheirs}</button></p>` : nothing}
      <nav class="segments tabs" aria-label=${say.title}>
        ${tabs.map((each) => html`<a href=${at(`/playbook/${each}`)} aria-current=${each === tab ? 'true' : 'false'}>${say.tabs[each]}</a>`)}
      </nav>
      ${this.#tabView(tab, draft)}`
  }

  #tabView(tab: Tab, draft: Draft): TemplateResult {
    switch (tab) {
      case 'scenarios':
      case 'rules':
        return entriesView(draft, tab, this.params['id'] ?? '', this.query.get('q') ?? '')
      case 'tone':
        return toneView(draft)
      case 'voice':
        return voiceView(draft)
      case 'versions':
        return versionsView(draft)
      default:
        return tab satisfies never
    }
  }

  #keptWords({ kept }: Draft): string {
    const { playbook: say } = words()
    switch (kept.kind) {
      case 'saved':
        return say.saved
      case 'saving':
        return say.saving
      case 'failed':
        return fill(say.notSaved, { why: inWords(kept.error) })
      case 'conflict':
        return fill(say.notSaved, { why: '…' })
      default:
        return kept satisfies never
    }
  }

  async #publish(draft: Draft): Promise<void> {
    const { playbook: say } = words()
    const before = draft.published?.number
    try {
      const { number } = await draft.publish()
      const undo = before === undefined ? undefined : () => void this.#goBack(draft, before)
      notice(fill(say.published, { n: number }), { undo })
    } catch (error) {
      notice(inWords(error), { kind: 'wrong' })
    }
  }

  async #goBack(draft: Draft, number: number): Promise<void> {
    try {
      await draft.goBackTo(number)
      notice(fill(words().playbook.back, { n: number }))
    } catch (error) {
      notice(inWords(error), { kind: 'wrong' })
    }
  }
}

customElements.define('playbook-page', PlaybookPage)
