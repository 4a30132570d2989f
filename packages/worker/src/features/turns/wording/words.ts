/**
 * Every sentence that is ours, written by hand in each language. `{…}` is filled in by `say`.
 * noCards, payHere, noCardsMessage: a card's number was told
 * handedOn, help: a caller chose another assistant · robot, person, optOut, greeting, thanks, bye: the rules tier · clarify: two scenarios are close · unknown, unknownNoPhone:
 * toolNeeds … toolUnsure: a tool of the business is used · nobody knew · quoted: the evidence is in another language · reading, thinking: while a model is asked.
 */
const en = {
  robot:
    'Yes, I am an AI: {assistant}, the AI assistant of {business}. If you would rather talk to a person, just say so.',
  person:
    'I can pass this on to a person at {business}. Leave your name and a number or e-mail address, and they will get back to you.',
  personCall:
    'I can pass this on to a person at {business}: leave your name and a number or e-mail address, or call {phone}.',
  reaching: 'One moment, please: I will try to reach somebody for you.',
  optOut: 'Understood. You will get no further messages from us here.',
  greeting: 'Hello! I am {assistant}, the AI assistant of {business}. What can I do for you?',
  handedOn: 'You are now with {assistant}.',
  help: 'How can I help you?',
  thanks: 'You are welcome.',
  bye: 'Goodbye.',
  clarify: 'Do you mean this: {first}, or this: {second}?',
  unknown: 'I don’t have that in writing from {business}. Shall I take a message, or would you rather call {phone}?',
  unknownNoPhone: 'I don’t have that in writing from {business}. Shall I take a message?',
  message: 'Shall I take a message for {business}?',
  noCards: 'I have not taken that number down. Please give no card numbers here.',
  payHere: 'You can pay {business} here: {link}',
  noCardsMessage: 'Shall I take a message for {business}, so that somebody can tell you how to pay?',
  toolNeeds: 'For that I still need from you: {what}.',
  toolAsk: 'Shall I do this: {what}?',
  toolDone: 'Done.',
  toolSays: '{business} answers: “{quote}”',
  toolDry: 'This is test mode: nothing was sent. What would have been sent stands in the outbox.',
  toolLeft: 'All right, I have left it.',
  toolFailed: 'That could not be done just now, and nothing was changed. Shall I take a message for {business}?',
  toolUnsure:
    'I got no clear answer, so I do not know whether it went through. Please ask {business} before you try again.',
  quoted: 'On the page, in {language}: “{quote}”',
  reading: 'Looking in what {business} has written…',
}

type Words = typeof en

const es: Words = {
  robot: 'Sí, soy una IA: {assistant}, la asistente de IA de {business}. Si prefiere hablar con una persona, dígamelo.',
  person:
    'Puedo pasarle el recado a una persona de {business}. Deje su nombre y un teléfono o correo, y le responderán.',
  personCall:
    'Puedo pasarle el recado a una persona de {business}: deje su nombre y un teléfono o correo, o llame al {phone}.',
  reaching: 'Un momento, por favor: voy a intentar localizar a alguien.',
  optOut: 'Entendido. No recibirá más mensajes nuestros por aquí.',
  greeting: '¡Hola! Soy {assistant}, la asistente de IA de {business}. ¿En qué puedo ayudarle?',
  handedOn: 'Ahora le atiende {assistant}.',
  help: '¿En qué puedo ayudarle?',
  thanks: 'Con mucho gusto.',
  bye: 'Hasta luego.',
  clarify: '¿Se refiere a esto: {first}, o a esto: {second}?',
  unknown: 'No tengo eso por escrito de {business}. ¿Tomo un recado, o prefiere llamar al {phone}?',
  unknownNoPhone: 'No tengo eso por escrito de {business}. ¿Tomo un recado?',
  message: '¿Tomo un recado para {business}?',
  noCards: 'No he anotado ese número. Por favor, no dé números de tarjeta por aquí.',
  payHere: 'Puede pagar a {business} aquí: {link}',
  noCardsMessage: '¿Tomo un recado para {business}, para que alguien le diga cómo pagar?',
  toolNeeds: 'Para eso todavía necesito: {what}.',
  toolAsk: '¿Hago esto: {what}?',
  toolDone: 'Hecho.',
  toolSays: '{business} responde: «{quote}»',
  toolDry: 'Esto es el modo de prueba: no se envió nada. Lo que se habría enviado está en la bandeja de salida.',
  toolLeft: 'De acuerdo, lo he dejado.',
  toolFailed: 'Ahora mismo no se pudo hacer, y no cambió nada. ¿Tomo un recado para {business}?',
  toolUnsure:
    'No recibí una respuesta clara, así que no sé si se hizo. Por favor, consulte con {business} antes de repetirlo.',
  quoted: 'En la página, en {language}: «{quote}»',
  reading: 'Buscando en lo que {business} ha escrito…',
}

const ar: Words = {
  robot: 'نعم، أنا ذكاء اصطناعي: {assistant}، المساعد الآلي لدى {business}. إذا كنت تفضّل التحدث إلى شخص فأخبرني.',
  person: 'يمكنني أن أنقل طلبك إلى شخص في {business}. اترك اسمك ورقم هاتف أو بريداً إلكترونياً وسيتواصلون معك.',
  personCall: 'يمكنني أن أنقل طلبك إلى شخص في {business}: اترك اسمك ورقم هاتف أو بريداً إلكترونياً، أو اتصل على {phone}.',
  reaching: 'لحظة من فضلك، سأحاول الوصول إلى أحد من أجلك.',
  optOut: 'مفهوم. لن تصلك منا رسائل أخرى هنا.',
  greeting: 'مرحباً! أنا {assistant}، المساعد الآلي لدى {business}. كيف يمكنني مساعدتك؟',
  handedOn: 'أنت الآن مع {assistant}.',
  help: 'كيف يمكنني مساعدتك؟',
  thanks: 'على الرحب والسعة.',
  bye: 'مع السلامة.',
  clarify: 'هل تقصد هذا: {first}، أم هذا: {second}؟',
  unknown: 'ليس لديّ جواب مكتوب عن ذلك من {business}. هل أسجّل رسالة لهم، أم تفضّل الاتصال على {phone}؟',
  unknownNoPhone: 'ليس لديّ جواب مكتوب عن ذلك من {business}. هل أسجّل رسالة لهم؟',
  message: 'هل أسجّل رسالة إلى {business}؟',
  noCards: 'لم أسجّل هذا الرقم. من فضلك لا تعطِ أرقام بطاقات هنا.',
  payHere: 'يمكنك الدفع إلى {business} هنا: {link}',
  noCardsMessage: 'هل أسجّل رسالة إلى {business} ليخبرك أحدهم كيف تدفع؟',
  toolNeeds: 'لهذا ما زلت أحتاج منك: {what}.',
  toolAsk: 'هل أقوم بهذا: {what}؟',
  toolDone: 'تم.',
  toolSays: 'جواب {business}: «{quote}»',
  toolDry: 'هذا وضع التجربة: لم يُرسل شيء. ما كان سيُرسل موجود في صندوق الصادر.',
  toolLeft: 'حسناً، تركت الأمر.',
  toolFailed: 'تعذّر ذلك الآن ولم يتغيّر شيء. هل أسجّل رسالة إلى {business}؟',
  toolUnsure: 'لم يصلني جواب واضح، فلا أعرف إن تمّ الأمر. يرجى سؤال {business} قبل المحاولة مرة أخرى.',
  quoted: 'ورد في الصفحة، باللغة {language}: «{quote}»',
  reading: 'أبحث فيما كتبته {business}…',
}

/** Spanish with tú, where it differs. */
const esTu: Words = {
  ...es,
  robot: 'Sí, soy una IA: {assistant}, la asistente de IA de {business}. Si prefieres hablar con una persona, dímelo.',
  person:
    'Puedo pasarle el recado a una persona de {business}. Deja tu nombre y un teléfono o correo, y te responderán.',
  personCall:
    'Puedo pasarle el recado a una persona de {business}: deja tu nombre y un teléfono o correo, o llama al {phone}.',
  optOut: 'Entendido. No recibirás más mensajes nuestros por aquí.',
  greeting: '¡Hola! Soy {assistant}, la asistente de IA de {business}. ¿En qué puedo ayudarte?',
  handedOn: 'Ahora te atiende {assistant}.',
  help: '¿En qué puedo ayudarte?',
  clarify: '¿Te refieres a esto: {first}, o a esto: {second}?',
  noCards: 'No he anotado ese número. Por favor, no des números de tarjeta por aquí.',
  payHere: 'Puedes pagar a {business} aquí: {link}',
  noCardsMessage: '¿Tomo un recado para {business}, para que alguien te diga cómo pagar?',
  toolUnsure:
    'No recibí una respuesta clara, así que no sé si se hizo. Por favor, consulta con {business} antes de repetirlo.',
  unknown: 'No tengo eso por escrito de {business}. ¿Tomo un recado, o prefieres llamar al {phone}?',
}

const languages: Record<string, Words> = { en, es, ar, 'es-tu': esTu }

/** Our sentence in the visitor's language (`es-tu` is Spanish with tú), English where we do not speak it. */
export function say(lang: string, name: keyof Words, fill: Record<string, string> = {}): string {
  return fillIn((languages[lang] ?? en)[name], fill)
}

export function fillIn(text: string, fill: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => fill[name] ?? whole)
}

/** "inglés" to a Spanish reader. */
export function languageName(of: string, to: string): string {
  return new Intl.DisplayNames([to], { type: 'language' }).of(of) ?? of
}
