import type { HomeWords } from '../words/home.ts'

export const home: HomeWords = {
  title: 'Inicio',
  range: 'Periodo',
  days: { 7: '7 días', 30: '30 días', 90: '90 días' },
  lastDay: 'Las últimas 24 horas',
  left: {
    title: 'Termine de configurarlo',
    done: '{n} de {all} hechos',
    hide: 'Guardar esta lista',
    hidden: 'Guardada. Los pasos siguen en el buscador, en «Preparación».',
  },
  figures: {
    conversations: {
      label: 'Conversaciones',
      means: 'Iniciadas en las últimas 24 horas, por visitantes o por la API.',
    },
    answered: { label: 'Respondidas', means: 'De todo lo preguntado, la parte que recibió una respuesta con fuente.' },
    unanswered: {
      label: 'Sin respuesta',
      means: 'Preguntas que nada de lo enseñado pudo responder. Cada una merece una mirada.',
    },
    handoffs: { label: 'Pidieron una persona', means: 'Veces que un visitante quiso hablar con alguien de su equipo.' },
    messages: { label: 'Mensajes dejados', means: 'Visitantes que dejaron su nombre y cómo localizarlos.' },
    response: {
      label: 'Tiempo de respuesta',
      means: 'De la pregunta al final de la respuesta: la mitad es más rápida.',
    },
  },
  slowest: 'una de cada veinte tarda más de {time}',
  plot: 'Qué ver por día',
  plots: {
    questions: {
      label: 'Preguntas por día',
      means: 'Todo lo que preguntaron los visitantes, por día de su primera sede.',
      good: 'Respondidas',
      bad: 'Sin respuesta',
    },
    conversations: { label: 'Conversaciones por día', means: 'Iniciadas ese día.' },
    handoffs: {
      label: 'Pidieron una persona, por día',
      means: 'Veces que un visitante quiso hablar con alguien de su equipo.',
    },
    messages: { label: 'Mensajes por día', means: 'Visitantes que dejaron su nombre y cómo localizarlos.' },
    response: {
      label: 'Tiempo de respuesta por día',
      means: 'La mitad de las respuestas de ese día fueron más rápidas.',
    },
    ratings: {
      label: 'Valoraciones por día',
      means: 'Pulgares que dieron los visitantes.',
      good: 'Útiles',
      bad: 'No útiles',
    },
  },
  asTable: 'Ver como tabla',
  day: 'Día',
  tiers: { title: 'Quién respondió', means: 'Qué parte de Foyer dio la respuesta.' },
  languages: { title: 'Idiomas', means: 'En qué escribieron los visitantes, por preguntas.' },
  ratings: {
    title: 'Valoraciones',
    means: 'Pulgares que los visitantes dieron a las respuestas.',
    up: 'Sirvió',
    down: 'No sirvió',
    none: 'Nadie ha valorado una respuesta todavía.',
  },
  empty: {
    title: 'Su recepción está abierta y aún no ha venido nadie',
    what: 'Pregúntele algo usted en el Ensayo, o ponga el widget en su sitio. Los números aparecen con la primera pregunta.',
    action: 'Abrir el Ensayo',
  },
}
