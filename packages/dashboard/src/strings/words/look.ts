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
  preview: string
  code: string
  codeHint: string
}
