import { FoyerError } from '@foyer/sdk/admin'
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { inWords } from './loaded.ts'

/** A part that saves or asks: once at a time, and what went wrong stands beside what was typed, which stays. */
export abstract class Acting extends LitElement {
  static override properties: PropertyDeclarations = {
    busy: { state: true },
    wrong: { state: true },
    lost: { state: true },
  }
  declare busy: boolean
  declare wrong: string
  /** Somebody else changed it meanwhile. */
  declare lost: boolean

  constructor() {
    super()
    this.busy = false
    this.wrong = ''
    this.lost = false
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected async act(work: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.wrong = ''
    this.lost = false
    try {
      await work()
    } catch (error) {
      this.lost = error instanceof FoyerError && error.code === 'revision_conflict'
      this.wrong = this.wordsOf(error)
    } finally {
      this.busy = false
    }
  }

  protected wordsOf(error: unknown): string {
    return inWords(error)
  }

  protected wrongView(): TemplateResult | typeof nothing {
    return this.wrong === '' ? nothing : html`<p class="note brick" role="alert">${this.wrong}</p>`
  }
}
