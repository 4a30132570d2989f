import './step-ask.ts'
import './step-contacts.ts'
import './step-facts.ts'
import './step-install.ts'
import './step-look.ts'
import './step-site.ts'
import './step-trade.ts'
import type { StepName } from './step.ts'

/** In the order in which they are offered. */
export const stepNames = ['site', 'facts', 'trade', 'contacts', 'ask', 'look', 'install'] as const

export const stepElements: Record<StepName, string> = {
  site: 'setup-site',
  facts: 'setup-facts',
  trade: 'setup-trade',
  contacts: 'setup-contacts',
  ask: 'setup-ask',
  look: 'setup-look',
  install: 'setup-install',
}
