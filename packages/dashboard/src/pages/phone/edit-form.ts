import { FoyerError } from '@foyer/sdk/admin'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { Edit } from '../../data/edit.ts'
import { at } from '../../data/here.ts'
import { mayRun } from '../../data/role.ts'
import { askVoiceAgain } from '../../data/voice.ts'
import { go } from '../../router.ts'
import { words } from '../../strings/index.ts'
import { Acting } from '../../ui/acting.ts'
import { delayed } from '../../ui/delayed.ts'
import { inWords } from '../../ui/loaded.ts'
import { notice } from '../../ui/notices.ts'

/** What a list is told of: something was saved, is about to be removed, or is kept after all. */
export type Change = { kind: 'saved' } | { kind: 'removing' | 'kept'; id: string }
export const changed = 'phone-changed'
export function tell(detail: Change): void {
  askVoiceAgain()
  dispatchEvent(new CustomEvent(changed, { detail }))
}

/** A form about one thing of a list: a new one, or one that is there. */
export abstract class EditForm<Kept extends { id: string }, Shape extends object> extends Acting {
  static override properties: PropertyDeclarations = {
    kept: { attribute: false },
  }
  /** Null for a new one. */
  declare kept: Kept | null
  #edit: Edit<Shape> | undefined

  constructor() {
    super()
    this.kept = null
  }

  /** Where the list stands. */
  protected abstract readonly list: string
  protected abstract titleView(): TemplateResult | string
  protected abstract fieldsView(wanted: Shape): TemplateResult
  protected abstract shapeOf(kept: Kept | null): Shape
  protected abstract look(id: string): Promise<Kept | undefined>
  protected abstract add(wanted: Shape): Promise<Kept>
  protected abstract change(id: string, changes: Partial<Shape>): Promise<Kept>
  protected abstract drop(id: string): Promise<void>
  /** What its removal is called and says when it is done. */
  protected abstract removal(): { button: string; done: string }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('h2')?.focus()
  }

  protected set(change: Partial<Shape>): void {
    this.#edited().set(change)
    this.requestUpdate()
  }

  #edited(): Edit<Shape> {
    return (this.#edit ??= new Edit(this.shapeOf(this.kept)))
  }

  override render(): TemplateResult {
    const { shell, phone: say, settings } = words()
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      <div>
        <a class="to-list" href=${at(this.list)}>${say.back}</a>
        <h2 tabindex="-1">${this.titleView()}</h2>
        ${mayRun() ? nothing : html`<p class="soft">${settings.readOnly}</p>`}
      </div>
      <fieldset class="stack" ?disabled=${!mayRun()}>${this.fieldsView(this.#edited().wanted)}</fieldset>
      ${this.wrong === '' ? nothing : html`<p class="note brick row" role="alert"><span>${this.wrong}</span> ${this.lost ? html`<button type="button" class="link" @click=${() => void this.#takeTheirs()}>${say.takeTheirs}</button>` : nothing}</p>`}
      ${
        mayRun()
          ? html`<div class="row">
              <button class="button primary" ?disabled=${this.busy}>${shell.save}</button>
              <a class="button" href=${at(this.list)}>${shell.cancel}</a>
              ${this.kept === null ? nothing : html`<button type="button" class="button danger away" @click=${this.#remove}>${this.removal().button}</button>`}
            </div>`
          : nothing
      }
    </form>`
  }

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const wrong = form.querySelector<HTMLElement>(':is(input, select, textarea):is(:invalid, [aria-invalid=true])')
    if (wrong !== null) {
      this.wrong = words().phone.look
      wrong.focus()
      return
    }
    void this.#save()
  }

  #save(): Promise<void> {
    return this.act(async () => {
      await (this.kept === null ? this.add(this.#edited().wanted) : this.#change(this.kept.id))
      notice(words().settings.saved)
      this.#leave()
    })
  }

  async #change(id: string): Promise<void> {
    const current = await this.#current(id)
    const changes = this.#edited().changesTo(this.shapeOf(current))
    if (Object.keys(changes).length > 0) await this.change(id, changes)
  }

  async #current(id: string): Promise<Kept> {
    const current = await this.look(id)
    if (current === undefined) throw new FoyerError('not_found', 'It is not there any more.')
    return current
  }

  async #takeTheirs(): Promise<void> {
    try {
      this.kept = await this.#current(this.kept?.id ?? '')
      this.#edit = undefined
      this.wrong = ''
      this.lost = false
    } catch (error) {
      this.wrong = inWords(error)
    }
  }

  readonly #remove = () => {
    const { kept } = this
    if (kept === null) return
    const work = async () => {
      await this.drop(kept.id)
      tell({ kind: 'saved' })
    }
    delayed(this.removal().done, work, () => tell({ kind: 'kept', id: kept.id }))
    tell({ kind: 'removing', id: kept.id })
    go(at(this.list))
  }

  #leave(): void {
    tell({ kind: 'saved' })
    go(at(this.list))
  }
}
