import type { IdentityLetter } from '../../ports/accounts.ts'

export type LetterLang = 'en' | 'es' | 'ar'

/** `{link}`, `{by}` and `{role}` are filled in; each language is written by hand. */
type Letter = { subject: string; text: string }
type Letters = Record<IdentityLetter['kind'] | 'invitation', Letter> & {
  /** When nobody's name is known. */
  somebody: string
  roles: Record<'owner' | 'admin' | 'responder' | 'viewer', string>
}

export const letterWords: Readonly<Record<LetterLang, Letters>> = {
  en: {
    verify: {
      subject: 'Confirm your e-mail for Foyer',
      text: 'Open this link to confirm your e-mail and go on:\n\n{link}\n\nIt is good for one day. If you did not sign up, do nothing.',
    },
    reset: {
      subject: 'Choose a new password for Foyer',
      text: 'Open this link to choose a new password:\n\n{link}\n\nIt is good for one hour, once. If you did not ask for it, do nothing: your password stays as it is.',
    },
    'sign-in': {
      subject: 'Your sign-in link for Foyer',
      text: 'Open this link to sign in:\n\n{link}\n\nIt is good for 15 minutes, once. If you did not ask for it, do nothing.',
    },
    'sign-in-needs-code': {
      subject: 'Signing in to Foyer',
      text: 'You asked for a sign-in link. Your account is guarded by codes, so a link is not enough: sign in with your password and a code.\n\n{link}',
    },
    'already-known': {
      subject: 'You have a Foyer account already',
      text: 'Somebody, perhaps you, signed up with this e-mail, which has an account already. Sign in instead:\n\n{link}\n\nIf it was not you, do nothing.',
    },
    invitation: {
      subject: 'An invitation to a front desk on Foyer',
      text: '{by} invites you to a front desk, as {role}. Open this link to look at it:\n\n{link}\n\nIt is good for seven days, once, for this address. If you do not expect it, do nothing.',
    },
    somebody: 'Somebody',
    roles: { owner: 'owner', admin: 'admin', responder: 'responder', viewer: 'viewer' },
  },
  es: {
    verify: {
      subject: 'Confirme su correo para Foyer',
      text: 'Abra este enlace para confirmar su correo y seguir:\n\n{link}\n\nVale durante un día. Si usted no se registró, no haga nada.',
    },
    reset: {
      subject: 'Elija una contraseña nueva para Foyer',
      text: 'Abra este enlace para elegir una contraseña nueva:\n\n{link}\n\nVale durante una hora y una sola vez. Si usted no lo pidió, no haga nada: su contraseña sigue igual.',
    },
    'sign-in': {
      subject: 'Su enlace para entrar en Foyer',
      text: 'Abra este enlace para entrar:\n\n{link}\n\nVale durante 15 minutos y una sola vez. Si usted no lo pidió, no haga nada.',
    },
    'sign-in-needs-code': {
      subject: 'Entrar en Foyer',
      text: 'Usted pidió un enlace para entrar. Su cuenta está protegida con códigos, así que el enlace no basta: entre con su contraseña y un código.\n\n{link}',
    },
    'already-known': {
      subject: 'Usted ya tiene una cuenta de Foyer',
      text: 'Alguien, quizá usted, se registró con este correo, que ya tiene una cuenta. Entre con ella:\n\n{link}\n\nSi no fue usted, no haga nada.',
    },
    invitation: {
      subject: 'Una invitación a una recepción en Foyer',
      text: '{by} le invita a una recepción, como {role}. Abra este enlace para verla:\n\n{link}\n\nVale durante siete días, una sola vez y para esta dirección. Si no la esperaba, no haga nada.',
    },
    somebody: 'Alguien',
    roles: { owner: 'propietario', admin: 'administrador', responder: 'agente', viewer: 'lector' },
  },
  ar: {
    verify: {
      subject: 'أكّد بريدك الإلكتروني في Foyer',
      text: 'افتح هذا الرابط لتأكيد بريدك والمتابعة:\n\n{link}\n\nالرابط صالح ليوم واحد. إن لم تكن أنت من سجّل فلا تفعل شيئاً.',
    },
    reset: {
      subject: 'اختر كلمة مرور جديدة في Foyer',
      text: 'افتح هذا الرابط لاختيار كلمة مرور جديدة:\n\n{link}\n\nالرابط صالح لساعة واحدة ولمرة واحدة. إن لم تطلبه فلا تفعل شيئاً: كلمة مرورك باقية كما هي.',
    },
    'sign-in': {
      subject: 'رابط دخولك إلى Foyer',
      text: 'افتح هذا الرابط للدخول:\n\n{link}\n\nالرابط صالح لخمس عشرة دقيقة ولمرة واحدة. إن لم تطلبه فلا تفعل شيئاً.',
    },
    'sign-in-needs-code': {
      subject: 'الدخول إلى Foyer',
      text: 'طلبت رابطاً للدخول. حسابك محمي برموز، فالرابط وحده لا يكفي: ادخل بكلمة مرورك وبرمز.\n\n{link}',
    },
    'already-known': {
      subject: 'لديك حساب في Foyer',
      text: 'سجّل شخص ما، وربما أنت، بهذا البريد، وله حساب من قبل. ادخل به:\n\n{link}\n\nإن لم تكن أنت فلا تفعل شيئاً.',
    },
    invitation: {
      subject: 'دعوة إلى مكتب استقبال في Foyer',
      text: 'تلقيت دعوة من {by} إلى مكتب استقبال، بصفة {role}. افتح هذا الرابط لتراها:\n\n{link}\n\nالرابط صالح لسبعة أيام، ولمرة واحدة، ولهذا العنوان. إن لم تكن تنتظرها فلا تفعل شيئاً.',
    },
    somebody: 'أحدهم',
    roles: { owner: 'مالك', admin: 'مدير', responder: 'مجيب', viewer: 'مطّلع' },
  },
}

/** The first language of the reader's browser that letters are written in; English without one. */
export function readerLang(acceptLanguage: string | null | undefined): LetterLang {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return (wanted.find((lang) => lang in letterWords) as LetterLang | undefined) ?? 'en'
}
