import type { Words } from '../words.ts'
import { again } from './again.ts'
import { audit } from './audit.ts'
import { calls } from './calls.ts'
import { conversations } from './conversations.ts'
import { door } from './door.ts'
import { home } from './home.ts'
import { knowledge } from './knowledge.ts'
import { look } from './look.ts'
import { phone } from './phone.ts'
import { playbook } from './playbook.ts'
import { playground } from './playground.ts'
import { settings } from './settings.ts'
import { setup } from './setup.ts'
import { shell } from './shell.ts'

export const en: Words = {
  lang: 'en',
  dir: 'ltr',
  again,
  audit,
  calls,
  conversations,
  door,
  errors: null,
  findings: null,
  home,
  knowledge,
  look,
  phone,
  playbook,
  playground,
  settings,
  setup,
  shell,
}
