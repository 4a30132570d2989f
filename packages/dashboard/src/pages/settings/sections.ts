import { here } from '../../data/here.ts'
import type { Membership } from '../../data/me.ts'
import type { SettingsWords } from '../../strings/words/settings.ts'

type Role = Membership['role']

export interface Section {
  name: keyof SettingsWords['sections']
  /** The custom element that shows it; a `Page`. */
  tag: string
  load: () => Promise<unknown>
  /** Who sees it; everybody when left out. */
  roles?: readonly Role[]
}

const runs: readonly Role[] = ['owner', 'admin']

/** The sections of Settings, in their order; an unfinished one is absent. */
const sections: readonly Section[] = [
  { name: 'widget', tag: 'widget-section', load: () => import('./widget-section.ts') },
  { name: 'profile', tag: 'profile-section', load: () => import('./profile-section.ts') },
  { name: 'account', tag: 'account-section', load: () => import('./account-section.ts') },
  { name: 'team', tag: 'team-section', load: () => import('./team-section.ts') },
  { name: 'phone', tag: 'phone-section', load: () => import('../phone/phone-section.ts') },
  { name: 'people', tag: 'people-section', load: () => import('../phone/people-section.ts') },
  { name: 'keys', tag: 'keys-section', load: () => import('./keys-section.ts'), roles: runs },
  { name: 'connections', tag: 'connections-section', load: () => import('./connections-section.ts'), roles: runs },
  { name: 'outbox', tag: 'outbox-section', load: () => import('./outbox-section.ts'), roles: runs },
  { name: 'audit', tag: 'audit-section', load: () => import('./audit-section.ts'), roles: runs },
  { name: 'data', tag: 'data-section', load: () => import('./data-section.ts'), roles: runs },
]

/** What this member's role may see. */
export const mySections = (): readonly Section[] =>
  sections.filter(({ roles }) => roles?.includes(here().tenant.role) ?? true)
