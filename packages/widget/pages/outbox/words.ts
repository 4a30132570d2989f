/** The words of the outbox page; what was written in a mail stands as it is. */
export interface OutboxWords {
  lang: string
  dir: 'ltr' | 'rtl'
  testMode: string
  title: string
  intro: string
  key: string
  open: string
  again: string
  older: string
  empty: string
  refused: string
  failed: string
  to: string
  nobody: string
  replyTo: string
  written: string
}

const en: OutboxWords = {
  lang: 'en',
  dir: 'ltr',
  testMode: 'Test mode',
  title: 'Outbox',
  intro: 'What would have been sent to the business. Nothing here has left this machine.',
  key: 'A secret key of the tenant (sk_test_…)',
  open: 'Open the outbox',
  again: 'Look again',
  older: 'Show older',
  empty: 'Nothing yet. Leave a message in the widget, and it lies here.',
  refused: 'This key does not open the outbox. It takes a secret test key of the tenant.',
  failed: 'The outbox could not be read. Try again.',
  to: 'To',
  nobody: 'nobody yet: the tenant has no address for messages',
  replyTo: 'Answers go to',
  written: 'Written',
}

const es: OutboxWords = {
  lang: 'es',
  dir: 'ltr',
  testMode: 'Modo de prueba',
  title: 'Bandeja de salida',
  intro: 'Lo que se habría enviado al negocio. Nada de esto salió de esta máquina.',
  key: 'Una clave secreta del inquilino (sk_test_…)',
  open: 'Abrir la bandeja',
  again: 'Mirar otra vez',
  older: 'Ver anteriores',
  empty: 'Todavía nada. Deje un mensaje en el chat y aparecerá aquí.',
  refused: 'Esta clave no abre la bandeja. Hace falta una clave secreta de prueba del inquilino.',
  failed: 'No se pudo leer la bandeja. Intente de nuevo.',
  to: 'Para',
  nobody: 'nadie aún: no hay una dirección para los mensajes',
  replyTo: 'Responder a',
  written: 'Escrito',
}

const ar: OutboxWords = {
  lang: 'ar',
  dir: 'rtl',
  testMode: 'وضع التجربة',
  title: 'صندوق الصادر',
  intro: 'ما كان سيُرسل إلى صاحب العمل. لم يغادر شيء منه هذا الجهاز.',
  key: 'مفتاح سري للتجربة (sk_test_…)',
  open: 'فتح الصندوق',
  again: 'تحديث',
  older: 'عرض الأقدم',
  empty: 'لا شيء بعد. اترك رسالة في المحادثة وستظهر هنا.',
  refused: 'هذا المفتاح لا يفتح الصندوق. المطلوب مفتاح سري للتجربة.',
  failed: 'تعذرت قراءة الصندوق. أعد المحاولة.',
  to: 'إلى',
  nobody: 'لا أحد بعد: لا يوجد عنوان للرسائل',
  replyTo: 'الرد على',
  written: 'كُتبت في',
}

/** The first of the languages we speak; English otherwise. */
export function outboxWords(tags: readonly string[]): OutboxWords {
  for (const tag of tags) {
    const known = { en, es, ar }[tag.slice(0, 2)]
    if (known !== undefined) return known
  }
  return en
}
