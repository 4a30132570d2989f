import type { SettingsWords } from '../words/settings.ts'

export const settings: SettingsWords = {
  sections: { widget: 'Widget' },
}
