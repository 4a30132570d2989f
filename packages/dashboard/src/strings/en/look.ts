import type { LookWords } from '../words/look.ts'

export const look: LookWords = {
  title: 'How it looks on your site',
  lead: 'It belongs to your site, not to us: your colour, your corners, your visitors’ light or dark.',
  colour: 'Your colour',
  colourHint: 'The words on it are black or white, whichever can be read.',
  corners: 'Corners',
  cornerNames: { sharp: 'Sharp', soft: 'Soft', round: 'Round' },
  theme: 'Light or dark',
  themes: { auto: 'As the visitor’s device', light: 'Light', dark: 'Dark' },
  launcher: 'Words beside the button',
  launcherHint: 'A few words that invite, such as “Ask us”. The icon alone where there are none.',
  languages: { en: 'On English pages', es: 'On Spanish pages', ar: 'On Arabic pages' },
  greeting: 'The greeting stands in the playbook',
  save: 'Save the look',
  preview: 'Preview',
}
