import type { Onboarding, OnboardingChange } from '@foyer/sdk/admin'
import type { PropertyDeclarations } from 'lit'
import { here } from '../../data/here.ts'
import { words } from '../../strings/index.ts'
import { Acting } from '../../ui/acting.ts'

export type StepName = keyof Onboarding['steps']

/** One step of setting up. It saves on top of the revision that it shows, and says when the next one may come. */
export abstract class SetupStep extends Acting {
  static override properties: PropertyDeclarations = { setup: { attribute: false } }
  declare setup: Onboarding

  protected override wordsOf(error: unknown): string {
    if (!this.lost) return super.wordsOf(error)
    this.dispatchEvent(new CustomEvent('setup-stale', { bubbles: true }))
    return words().setup.conflict
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
}
