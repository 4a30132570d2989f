import type { Plural } from '../index.ts'

type StepWords = { name: string; title: string; what: string }

/** Making a business and setting it up, from the first form to the line of code on the site. */
export interface SetupWords {
  title: string
  titleOf: string
  place: string
  allDone: string
  skip: string
  goOn: string
  next: string
  /** Somebody else saved meanwhile. */
  conflict: string
  /** Read out beside each step. */
  states: Record<'open' | 'done' | 'skipped', string>
  steps: Record<'site' | 'facts' | 'trade' | 'contacts' | 'ask' | 'look' | 'install', StepWords>
  /** The first form, before there is a business. */
  welcome: Record<
    'title' | 'what' | 'business' | 'site' | 'siteNote' | 'begin' | 'nameless' | 'location' | 'assistant',
    string
  >
  site: Record<
    'address' | 'read' | 'none' | 'odd' | 'failed' | 'lost' | 'scripts' | 'paste' | 'meanwhile' | 'progress',
    string
  > & {
    reading: Plural
    done: Plural
    pages: Record<'found' | 'read' | 'unchanged' | 'skipped' | 'failed' | 'gone', string>
  }
  facts: Record<'confirm' | 'again' | 'later' | 'wrong' | 'keep' | 'correct' | 'confirmed' | 'closed', string> & {
    none: { title: string; what: string }
    kinds: Record<
      | 'name'
      | 'phones'
      | 'addresses'
      | 'emails'
      | 'hours'
      | 'exceptions'
      | 'services'
      | 'areas'
      | 'payment'
      | 'insurance'
      | 'financing'
      | 'emergencyService'
      | 'licences'
      | 'newCustomers',
      string
    >
    uses: Record<'main' | 'emergency' | 'text' | 'fax' | 'other', string>
  }
  trade: Record<'choose' | 'making' | 'taken' | 'replace' | 'requests', string> & { about: Record<string, string> }
  contacts: Record<'first' | 'second' | 'name' | 'phone' | 'email' | 'keep' | 'nameless', string>
  ask: Record<'own' | 'ask' | 'looking' | 'why' | 'good', string>
  look: Record<'found' | 'none' | 'own' | 'darkened' | 'keep' | 'preview' | 'sample', string> & {
    from: Record<'theme-color' | 'manifest' | 'icon' | 'ours', string>
  }
  install: Record<'before' | 'show' | 'builder' | 'developer' | 'send' | 'sent' | 'page' | 'check', string> & {
    states: Record<'installed' | 'other-key' | 'missing', string>
  }
}
