import { FoyerError, type Onboarding, type OnboardingChange } from '@foyer/sdk/admin'
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { here } from '../../data/here.ts'
import { words } from '../../strings/index.ts'
import { inWords } from '../../ui/loaded.ts'

export type StepName = keyof Onboarding['steps']

/** One step of setting up. It saves on top of the revision that it shows, and says when the next one may come. */
export abstract class SetupStep extends LitElement {
  static override properties: PropertyDeclarations = {
    setup: { attribute: false },
    busy: { state: true },
    wrong: { state: true },
  }
  declare setup: Onboarding
  declare busy: boolean
  declare wrong: string

  constructor() {
    super()
    this.busy = false
    this.wrong = ''
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  /** Does it once at a time, and says in words what went wrong; what was typed stays. */
  protected async act(work: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.wrong = ''
    try {
      await work()
    } catch (error) {
      const lost = error instanceof FoyerError && error.code === 'revision_conflict'
      this.wrong = lost ? words().setup.conflict : inWords(error)
      if (lost) this.dispatchEvent(new CustomEvent('setup-stale', { bubbles: true }))
    } finally {
      this.busy = false
    }
  }

  protected async save(change: OnboardingChange): Promise<void> {
    this.tell(await here().foyer.onboarding.change(change, this.setup.revision))
  }

  protected tell(setup: Onboarding): void {
    this.setup = setup
    this.dispatchEvent(new CustomEvent('setup-changed', { detail: setup, bubbles: true }))
  }

  protected next(): void {
    this.dispatchEvent(new CustomEvent('setup-next', { bubbles: true }))
  }

  protected wrongView(): TemplateResult | typeof nothing {
    return this.wrong === '' ? nothing : html`<p class="note brick" role="alert">${this.wrong}</p>`
  }
}
