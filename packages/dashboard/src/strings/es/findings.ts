import type { FindingWords } from '../words/findings.ts'

export const findings: FindingWords = {
  gateway_missing: {
    what: 'No hay pasarela telefónica: no puede entrar ninguna llamada.',
    next: 'Quien administra el servidor la configura: LIVEKIT_URL y su clave.',
  },
  gateway_silent: {
    what: 'La pasarela telefónica no responde: ahora no puede entrar ninguna llamada ({reason}).',
    next: 'Mire otra vez dentro de un minuto. Si sigue así, quien administra el servidor la inicia o corrige LIVEKIT_URL.',
  },
  gateway_answers: {
    what: 'La pasarela telefónica responde.',
    next: '',
  },
  clocks_differ: {
    what: 'Nuestro reloj y el de la pasarela difieren en {seconds} s: a veces cada uno rechaza lo que firma el otro.',
    next: 'Quien administra los servidores pone ambos en hora por NTP.',
  },
  clocks_agree: {
    what: 'Nuestro reloj y el de la pasarela difieren en {seconds} s.',
    next: '',
  },
  agents_missing: {
    what: 'Ningún agente está en marcha: quien llama oye el tono y nadie contesta.',
    next: 'Quien administra el servidor inicia packages/agent.',
  },
  agents_full: {
    what: 'Todos los agentes tienen cuantas llamadas pueden llevar (en marcha: {agents}): la próxima persona oye solo el tono.',
    next: 'Quien administra el servidor inicia otro agente o sube AGENT_CAPACITY.',
  },
  agents_ready: {
    what: 'Agentes en marcha: {agents}. Llamadas que aún pueden tomar: {free}.',
    next: '',
  },
  trunk_idle: {
    what: 'Ningún número entra por esta operadora, así que la pasarela aún no la conoce.',
    next: 'Añada el número que esta operadora envía aquí.',
  },
  trunk_silent: {
    what: 'No se pudo informar a la pasarela sobre esta operadora: quizá no entren algunas de sus llamadas ({reason}).',
    next: 'Mire otra vez dentro de un minuto.',
  },
  trunk_refused: {
    what: 'La pasarela rechaza esta operadora: sus llamadas no entran ({reason}).',
    next: 'Casi siempre otra troncal de la pasarela tiene uno de sus números: quien la administra lo quita de allí.',
  },
  trunk_mended: {
    what: 'La pasarela no la tenía como debe ser. Se acaba de corregir.',
    next: '',
  },
  trunk_stands: {
    what: 'La pasarela la tiene como debe ser.',
    next: '',
  },
  number_missing: {
    what: 'No hay ningún número al que se pueda llamar.',
    next: 'Compre uno, o añada uno que su operadora envíe aquí.',
  },
  number_arriving: {
    what: 'Se está comprando: la operadora aún no envía aquí sus llamadas.',
    next: 'Sigue por sí solo en dos minutos. Si no cambia, cómprelo otra vez: no se cobra dos veces.',
  },
  number_leaving: {
    what: 'Se está liberando: la operadora aún no lo ha recuperado.',
    next: 'Sigue por sí solo en dos minutos. Si no cambia, libérelo otra vez.',
  },
  number_unanswered: {
    what: 'De sus últimas llamadas se contestaron demasiado pocas para ser casualidad.',
    next: 'Mire sus llamadas y llame usted al número.',
  },
  number_off: {
    what: 'El asistente no contesta ninguna de sus llamadas: quedan para su operadora.',
    next: 'Elija cuándo contesta el asistente, si no es eso lo que quiere.',
  },
  number_rings_nobody: {
    what: 'Quien pide hablar con una persona no da con nadie: por ninguna operadora suya salen llamadas.',
    next: 'Escriba dónde recibe llamadas su operadora.',
  },
  number_alone: {
    what: 'Una llamada que aquí no se puede tomar no tiene adónde ir: quien llama oye que está ocupado.',
    next: 'Escriba su propio teléfono, que suena entonces.',
  },
  number_answers: {
    what: 'El asistente contesta sus llamadas cuando usted lo dispuso.',
    next: '',
  },
}
