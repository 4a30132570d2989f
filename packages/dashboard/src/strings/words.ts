import type { AgainWords } from './words/again.ts'
import type { AuditWords } from './words/audit.ts'
import type { CallsWords } from './words/calls.ts'
import type { ConversationsWords } from './words/conversations.ts'
import type { DoorWords } from './words/door.ts'
import type { ErrorWords } from './words/errors.ts'
import type { FindingWords } from './words/findings.ts'
import type { HomeWords } from './words/home.ts'
import type { KnowledgeWords } from './words/knowledge.ts'
import type { LookWords } from './words/look.ts'
import type { PhoneWords } from './words/phone.ts'
import type { PlaybookWords } from './words/playbook.ts'
import type { PlaygroundWords } from './words/playground.ts'
import type { SettingsWords } from './words/settings.ts'
import type { SetupWords } from './words/setup.ts'
import type { ShellWords } from './words/shell.ts'

/** Every word of the dashboard, by area. `{name}` stands for a value; each language is written by hand. */
export interface Words {
  lang: 'en' | 'es' | 'ar'
  dir: 'ltr' | 'rtl'
  shell: ShellWords
  door: DoorWords
  again: AgainWords
  audit: AuditWords
  calls: CallsWords
  conversations: ConversationsWords
  /** By code, as `findings` are; null where the service's own sentences are in the reader's language. */
  errors: ErrorWords | null
  findings: FindingWords | null
  home: HomeWords
  knowledge: KnowledgeWords
  look: LookWords
  phone: PhoneWords
  playbook: PlaybookWords
  playground: PlaygroundWords
  settings: SettingsWords
  setup: SetupWords
}
