import type { PlaygroundWords } from '../words/playground.ts'

export const playground: PlaygroundWords = {
  title: 'Ensayo',
  lead: 'Háblele como lo haría un visitante. Aquí siempre es modo de prueba: nada se envía a nadie.',
  language: 'El visitante lee',
  detect: 'Detectarlo',
  time: 'Haga como si fuera',
  timeHint: 'Según el reloj de este dispositivo. Vacío: ahora.',
  now: 'Ahora',
  newVisitor: 'Empezar como otro visitante',
  widget: 'El widget',
  turns: 'Lo que se preguntó',
  empty: {
    title: 'Pregúntele algo',
    what: 'Cada respuesta aparece aquí como un dibujo: a quién se preguntó, quién pasó y en qué página se apoya.',
  },
  edit: 'Editar',
  editing: 'Lo que dice el visitante en su lugar',
  runOn: 'Seguir desde aquí',
  running: 'Preguntando otra vez…',
  cancel: 'Cancelar',
  failed: 'Esto no tuvo respuesta.',
}
