import type { LookWords } from '../words/look.ts'

export const look: LookWords = {
  title: 'Cómo se ve en su sitio',
  lead: 'Es parte de su sitio, no del nuestro: su color, sus esquinas, claro u oscuro como lo tenga el visitante.',
  colour: 'Su color',
  colourHint: 'Las palabras encima son negras o blancas, las que se lean mejor.',
  corners: 'Esquinas',
  cornerNames: { sharp: 'Rectas', soft: 'Suaves', round: 'Redondas' },
  theme: 'Claro u oscuro',
  themes: { auto: 'Como el dispositivo del visitante', light: 'Claro', dark: 'Oscuro' },
  launcher: 'Palabras junto al botón',
  launcherHint: 'Pocas palabras que inviten, como «Pregúntenos». Sin ellas queda solo el icono.',
  languages: { en: 'En páginas en inglés', es: 'En páginas en español', ar: 'En páginas en árabe' },
  greeting: 'El saludo está en el guion',
  save: 'Guardar el aspecto',
  preview: 'Vista previa',
}
