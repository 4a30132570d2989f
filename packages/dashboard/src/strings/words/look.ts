/** Settings → Widget: how it looks on the site, tried on the spot. */
export interface LookWords {
  title: string
  lead: string
  colour: string
  colourHint: string
  corners: string
  cornerNames: Record<'sharp' | 'soft' | 'round', string>
  theme: string
  themes: Record<'auto' | 'light' | 'dark', string>
  launcher: string
  launcherHint: string
  languages: Record<'en' | 'es' | 'ar', string>
  /** A link to where the first words are written. */
  greeting: string
  save: string
  preview: string
}
