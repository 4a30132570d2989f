const kept = 'foyer:theme'
export type Theme = 'auto' | 'light' | 'dark'

export const theme = (): Theme => (localStorage.getItem(kept) as Theme | null) ?? 'auto'

/** Light, dark, or as the device says; kept on this device. */
export function wear(wanted: Theme = theme()): void {
  localStorage.setItem(kept, wanted)
  document.documentElement.dataset['theme'] = wanted
}
