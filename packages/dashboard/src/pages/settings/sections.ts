import type { SettingsWords } from '../../strings/words/settings.ts'

export interface Section {
  name: keyof SettingsWords['sections']
  /** The custom element that shows it; a `Page`. */
  tag: string
  load: () => Promise<unknown>
}

/** The sections of Settings, in their order; an unfinished one is absent. */
export const sections: readonly Section[] = [
  { name: 'widget', tag: 'widget-section', load: () => import('./widget-section.ts') },
]
