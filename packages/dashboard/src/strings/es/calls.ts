import type { CallsWords } from '../words/calls.ts'

export const calls: CallsWords = {
  title: 'Llamadas',
  outcome: 'Cómo terminó',
  all: 'Todas las llamadas',
  outcomes: {
    running: 'en curso',
    visitor_hung_up: 'el visitante colgó',
    assistant_ended: 'el asistente se despidió',
    silence: 'nadie habló más',
    visitor_lost: 'se cortó la conexión del visitante',
    never_joined: 'el visitante no llegó',
    agent_lost: 'se perdió el asistente',
    media_lost: 'se perdió la conexión',
    time_limit: 'se acabó el tiempo',
    conversation_ended: 'se terminó la conversación',
    failed: 'falló',
  },
  language: 'Idioma',
  anyLanguage: 'Cualquier idioma',
  lasted: '{time} de conversación',
  now: 'Hablando ahora',
  neverTalked: 'Nadie habló',
  recorded: 'grabada',
  empty: {
    title: 'Nadie ha llamado todavía',
    what: 'En cuanto un visitante hable en vez de escribir, la llamada aparece aquí, con cada respuesta y su porqué.',
  },
  none: { title: 'Ninguna llamada coincide', what: 'Elija otro final u otro idioma.' },
}
