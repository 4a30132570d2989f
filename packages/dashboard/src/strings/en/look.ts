import type { LookWords } from '../words/look.ts'

export const look: LookWords = {
  title: 'How it looks on your site',
  lead: 'It belongs to your site, not to us: your colour, your corners, your visitors’ light or dark.',
  colour: 'Your colour',
  colourHint: 'Darkened by itself where white text on it could not be read.',
  corners: 'Corners',
  cornerNames: { sharp: 'Sharp', soft: 'Soft', round: 'Round' },
  theme: 'Light or dark',
  themes: { auto: 'As the visitor’s device', light: 'Light', dark: 'Dark' },
  preview: 'Preview',
  code: 'Put this beside the snippet on your site',
  codeHint: 'It takes effect as soon as the page is saved.',
}
