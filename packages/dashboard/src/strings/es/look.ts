import type { LookWords } from '../words/look.ts'

export const look: LookWords = {
  title: 'Cómo se ve en su sitio',
  lead: 'Es parte de su sitio, no del nuestro: su color, sus esquinas, claro u oscuro como lo tenga el visitante.',
  colour: 'Su color',
  colourHint: 'Se oscurece solo donde el texto blanco no se podría leer.',
  corners: 'Esquinas',
  cornerNames: { sharp: 'Rectas', soft: 'Suaves', round: 'Redondas' },
  theme: 'Claro u oscuro',
  themes: { auto: 'Como el dispositivo del visitante', light: 'Claro', dark: 'Oscuro' },
  preview: 'Vista previa',
  code: 'Ponga esto junto al código en su sitio',
  codeHint: 'Vale en cuanto se guarda la página.',
}
