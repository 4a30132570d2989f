/** What is said while a message is taken by voice. `{…}` is filled in; a number or an address is read back as it is written. */
const en = {
  name: 'I will take a message for {business}. What is your name?',
  nameAgain: 'Sorry, I did not get the name. Please spell it.',
  nameType: 'Please type your name here.',
  phone: 'Thank you, {name}. What number can we reach you on? Take your time.',
  phoneMore: 'I have {heard} so far. Go on.',
  phoneAgain: 'That does not look like a phone number. Please say it digit by digit.',
  phoneType: 'Please type your number here.',
  phoneRight: 'I have {phone}. Is that right?',
  emailAgain: 'I did not get that address. Please spell it, with “at” and “dot”.',
  emailType: 'Please type your e-mail address here.',
  emailRight: 'I have {email}. Is that right?',
  emailMeant: 'I have {email}. Did you mean {meant}?',
  text: 'What should I tell them?',
  done: 'I have passed that on to {business}. They will get back to you.',
  dropped: 'All right, no message. What else can I do for you?',
  refused: 'I could not pass that on. Please call, or leave the message here in writing.',
}

type Words = typeof en

const es: Words = {
  name: 'Tomo un recado para {business}. ¿Cuál es su nombre?',
  nameAgain: 'Perdone, no entendí el nombre. ¿Me lo deletrea?',
  nameType: 'Escriba su nombre aquí, por favor.',
  phone: 'Gracias, {name}. ¿A qué número le podemos llamar? Sin prisa.',
  phoneMore: 'Tengo {heard} hasta ahora. Continúe.',
  phoneAgain: 'Eso no parece un número de teléfono. Dígalo cifra por cifra, por favor.',
  phoneType: 'Escriba su número aquí, por favor.',
  phoneRight: 'Tengo {phone}. ¿Es correcto?',
  emailAgain: 'No entendí la dirección. Deletréela, por favor, con «arroba» y «punto».',
  emailType: 'Escriba su correo electrónico aquí, por favor.',
  emailRight: 'Tengo {email}. ¿Es correcto?',
  emailMeant: 'Tengo {email}. ¿Quiso decir {meant}?',
  text: '¿Qué les digo?',
  done: 'Ya se lo pasé a {business}. Le responderán.',
  dropped: 'De acuerdo, sin recado. ¿En qué más puedo ayudarle?',
  refused: 'No pude pasar el recado. Llame, por favor, o déjelo aquí por escrito.',
}

const ar: Words = {
  name: 'سأسجّل رسالة إلى {business}. ما اسمك؟',
  nameAgain: 'عذراً، لم أفهم الاسم. هل تهجّئه لي؟',
  nameType: 'اكتب اسمك هنا من فضلك.',
  phone: 'شكراً {name}. على أي رقم نتصل بك؟ خذ وقتك.',
  phoneMore: 'لديّ {heard} حتى الآن. تابع.',
  phoneAgain: 'لا يبدو هذا رقم هاتف. قله رقماً رقماً من فضلك.',
  phoneType: 'اكتب رقمك هنا من فضلك.',
  phoneRight: 'الرقم هو {phone}. هل هذا صحيح؟',
  emailAgain: 'لم أفهم العنوان. هجّئه من فضلك مع «آت» و«دوت».',
  emailType: 'اكتب بريدك الإلكتروني هنا من فضلك.',
  emailRight: 'العنوان هو {email}. هل هذا صحيح؟',
  emailMeant: 'العنوان هو {email}. هل تقصد {meant}؟',
  text: 'ماذا أقول لهم؟',
  done: 'نقلت رسالتك إلى {business} وسيتواصلون معك.',
  dropped: 'حسناً، بلا رسالة. كيف يمكنني مساعدتك أيضاً؟',
  refused: 'لم أتمكن من نقل الرسالة. اتصل من فضلك، أو اكتبها هنا.',
}

const languages: Record<string, Words> = { en, es, ar }

export type MessageWord = keyof Words

export const messageWord = (lang: string, name: MessageWord): string => (languages[lang] ?? en)[name]
