import type { Words } from '../words.ts'
import { conversations } from './conversations.ts'
import { door } from './door.ts'
import { home } from './home.ts'
import { knowledge } from './knowledge.ts'
import { settings } from './settings.ts'
import { setup } from './setup.ts'
import { shell } from './shell.ts'

export const ar: Words = { lang: 'ar', dir: 'rtl', shell, conversations, door, home, knowledge, settings, setup }
