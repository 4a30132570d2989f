import type { Spoken } from '../../phone/index.ts'
import type { Leg } from './standing.ts'

/** To the caller, and to who is rung. `{name}` is who is rung, `{next}` who is rung after; of an `earlier` call hears who is rung alone. */
const en = {
  calling: 'I am calling {name}. One moment, please.',
  callingSeveral: 'I am calling my colleagues. One moment, please.',
  busy: '{name}’s line is busy.',
  declined: '{name} cannot take the call now.',
  no_answer: '{name} does not answer.',
  hung_up: 'I lost the line to {name}.',
  unreachable: 'I cannot reach {name} by phone.',
  nobody: 'Nobody can come to the phone right now. Shall I take a message, so that somebody calls you back?',
  announce: '{name} is on the line now.',
  back: '{name} has hung up, and I am with you again. Can I do anything else, or take a message?',
  whisper:
    'Hello {name}, this is the AI assistant of {business}. {caller} asks to talk to you. {reason} {earlier} Press 1 to take the call, or 2 to decline.',
  reason: 'They said: {words}.',
  earlier: 'The same number called on {date}. {words} {outcome} It may have been somebody else.',
  earlierWords: 'What was said then: {words}.',
  tookMessage: 'A message was taken.',
  promisedCall: 'A call back was promised.',
  putThrough: 'A person took the call.',
  wasEmergency: 'It was an emergency.',
  stayedOpen: 'It stayed without an answer.',
  callerKnown: 'Somebody who calls from {number}',
  callerHidden: 'Somebody with a hidden number',
  callerWeb: 'Somebody on your web site',
  danger:
    'Hello {name}, this is the AI assistant of {business}. This is an emergency. {caller} says: {words}. Press 1 to confirm that you have heard this.',
  thanks: 'Thank you. It is noted that you know. Goodbye.',
  ringingFor: 'I am also calling {name} of {business} about this, while I stay with you.',
  stillTrying: '{name} does not answer. I am still trying: now I am calling {next}.',
  reached:
    'I have reached {name}, who knows about this now. If anybody is in danger, call the emergency number yourself.',
  reachedNobody: 'I have not reached anybody of {business}. Please call the emergency number yourself.',
}

type Words = typeof en

const es: Words = {
  calling: 'Estoy llamando a {name}. Un momento, por favor.',
  callingSeveral: 'Estoy llamando a mis compañeros. Un momento, por favor.',
  busy: 'La línea de {name} está ocupada.',
  declined: '{name} no puede atender la llamada ahora.',
  no_answer: '{name} no contesta.',
  hung_up: 'Se cortó la línea con {name}.',
  unreachable: 'No puedo llamar a {name} por teléfono.',
  nobody: 'Ahora mismo nadie puede ponerse al teléfono. ¿Tomo un recado para que le devuelvan la llamada?',
  announce: '{name} ya está en la línea.',
  back: '{name} ha colgado y vuelvo a estar con usted. ¿Puedo ayudarle en algo más, o tomo un recado?',
  whisper:
    'Hola {name}, soy la asistente de inteligencia artificial de {business}. {caller} pide hablar con usted. {reason} {earlier} Marque 1 para atender la llamada, o 2 para rechazarla.',
  reason: 'Dijo: {words}.',
  earlier: 'El mismo número llamó el {date}. {words} {outcome} Puede que fuera otra persona.',
  earlierWords: 'Entonces dijo: {words}.',
  tookMessage: 'Se tomó un recado.',
  promisedCall: 'Se prometió devolver la llamada.',
  putThrough: 'La atendió una persona.',
  wasEmergency: 'Fue una emergencia.',
  stayedOpen: 'Quedó sin respuesta.',
  callerKnown: 'Alguien que llama desde el {number}',
  callerHidden: 'Alguien con número oculto',
  callerWeb: 'Alguien en su sitio web',
  danger:
    'Hola {name}, soy la asistente de inteligencia artificial de {business}. Es una emergencia. {caller} dice: {words}. Marque 1 para confirmar que lo ha oído.',
  thanks: 'Gracias. Queda anotado que ya lo sabe. Adiós.',
  ringingFor: 'También estoy llamando a {name} de {business}, mientras sigo con usted.',
  stillTrying: '{name} no contesta. Sigo intentándolo: ahora llamo a {next}.',
  reached: 'He localizado a {name}, que ya lo sabe. Si alguien está en peligro, llame usted al número de emergencias.',
  reachedNobody: 'No he localizado a nadie de {business}. Por favor, llame usted al número de emergencias.',
}

const ar: Words = {
  calling: 'أتصل الآن بـ{name}. لحظة من فضلك.',
  callingSeveral: 'أتصل الآن بزملائي. لحظة من فضلك.',
  busy: 'خط {name} مشغول.',
  declined: 'لا يستطيع {name} الرد الآن.',
  no_answer: 'لا يجيب {name}.',
  hung_up: 'انقطع الخط مع {name}.',
  unreachable: 'لا يمكنني الاتصال بـ{name} هاتفياً.',
  nobody: 'لا أحد يستطيع الرد الآن. هل آخذ رسالة ليعاودوا الاتصال بك؟',
  announce: '{name} معك على الخط الآن.',
  back: 'أنهى {name} المكالمة وأنا معك من جديد. هل من شيء آخر، أم آخذ رسالة؟',
  whisper:
    'مرحباً {name}، أنا المساعد بالذكاء الاصطناعي لدى {business}. {caller} يطلب التحدث إليك. {reason} {earlier} اضغط 1 لاستقبال المكالمة أو 2 لرفضها.',
  reason: 'قال: {words}.',
  earlier: 'اتصل الرقم نفسه يوم {date}. {words} {outcome} ربما كان شخصاً آخر.',
  earlierWords: 'قيل حينها: {words}.',
  tookMessage: 'أُخذت رسالة.',
  promisedCall: 'وُعد بمعاودة الاتصال.',
  putThrough: 'ردّ عليه شخص.',
  wasEmergency: 'كانت حالة طوارئ.',
  stayedOpen: 'بقي بلا جواب.',
  callerKnown: 'شخص يتصل من الرقم {number}',
  callerHidden: 'شخص رقمه مخفي',
  callerWeb: 'شخص على موقعكم',
  danger:
    'مرحباً {name}، أنا المساعد بالذكاء الاصطناعي لدى {business}. هذه حالة طوارئ. {caller} يقول: {words}. اضغط 1 لتأكيد أنك سمعت ذلك.',
  thanks: 'شكراً. سُجّل أنك على علم. مع السلامة.',
  ringingFor: 'أتصل أيضاً بـ{name} من {business} بشأن ذلك وأنا باقٍ معك.',
  stillTrying: 'لا يجيب {name}. ما زلت أحاول: أتصل الآن بـ{next}.',
  reached: 'وصلت إلى {name} وهو على علم الآن. إذا كان أحد في خطر فاتصل بنفسك برقم الطوارئ.',
  reachedNobody: 'لم أصل إلى أحد من {business}. من فضلك اتصل بنفسك برقم الطوارئ.',
}

const languages: Record<string, Words> = { en, es, ar }

export type ReachingWord = keyof Words

/** English where we do not speak the language. */
export const tongueOf = (lang: string): string => (languages[lang] === undefined ? 'en' : lang)

/** What is said in English because we do not speak the language is marked so. */
export function sayReaching(lang: string, name: keyof Words, fill: Record<string, string> = {}): Spoken {
  const tongue = tongueOf(lang)
  const text = (languages[tongue] ?? en)[name].replace(/\{(\w+)\}/g, (whole, key: string) => fill[key] ?? whole)
  return { text: text.replace(/ {2,}/g, ' ').trim(), lang: tongue }
}

const told: Record<NonNullable<Leg['result']>, keyof Words | ''> = {
  connected: '',
  acknowledged: '',
  handed_over: '',
  busy: 'busy',
  declined: 'declined',
  no_answer: 'no_answer',
  voicemail: 'no_answer',
  hung_up: 'hung_up',
  refused: 'unreachable',
  failed: 'unreachable',
  forbidden_country: 'unreachable',
  taken_by_another: '',
  not_needed: '',
  caller_left: '',
}

/** Why somebody did not come; null when there is nothing to say about it. */
export function sayWhy(lang: string, { result, name }: Leg): Spoken | null {
  const word = result === null ? '' : told[result]
  return word === '' ? null : sayReaching(lang, word, { name })
}
