import type { TemplateResult } from 'lit'
import { Load } from '../../data/load.ts'
import { loaded } from '../../ui/loaded.ts'
import { Page } from '../../ui/page.ts'
import { type Desk, fetchDesk } from './desk.ts'
import { type Change, changed } from './edit-form.ts'

/** A list whose things are opened and changed on pages of their own: it looks again when one was. */
export abstract class PhoneList extends Page {
  /** What is about to be removed, and can still be kept. */
  readonly #hidden = new Set<string>()

  readonly #load = new Load<Desk>(this)

  /** The list, or the one thing that the address names. */
  protected abstract openView(desk: Desk): TemplateResult

  override render(): TemplateResult {
    return loaded(this.#load, (desk) => this.openView(desk))
  }

  #look(how: 'afresh' | 'quietly'): Promise<void> {
    return this.#load.run(fetchDesk, how)
  }

  protected readonly isShown = ({ id }: { id: string }): boolean => !this.#hidden.has(id)

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener(changed, this.#again)
    void this.#look('afresh')
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener(changed, this.#again)
  }

  override updated(what: Map<string, unknown>): void {
    const before = what.get('params') as Record<string, string> | undefined
    // Back from one thing: a reader of the screen begins at the list's head, not at the page's.
    if (before !== undefined && before['id'] !== '' && this.params['id'] === '')
      this.querySelector<HTMLElement>('h2')?.focus()
  }

  readonly #again = (event: Event) => {
    const { detail } = event as CustomEvent<Change>
    if (detail.kind === 'removing') this.#hidden.add(detail.id)
    if (detail.kind === 'kept') this.#hidden.delete(detail.id)
    this.requestUpdate()
    if (detail.kind === 'saved') void this.#look('quietly')
  }
}
