import { crisisLine, emergencyNumber, type Help } from './emergency-numbers.ts'
import type { Cause } from './rules.ts'
import { urgentActions } from './safety-urgent.ts'

export interface SafetyInput {
  lang: string
  /** ISO 3166-1 alpha-2 of the tenant. */
  country: string
  businessName: string
  /** As it is to be read; left out when the business has no emergency line. */
  businessEmergencyPhone?: string
  /** Default `danger`: without danger to life the emergency number is named only as a way out. */
  grade?: 'danger' | 'urgent'
}

type Tongue = 'en' | 'es' | 'ar'

/** What to do first, in the order in which it saves lives. `{n}` is the emergency number. */
const actions: Record<Cause, Record<Tongue, readonly string[]>> = {
  gas: {
    en: [
      'Leave the building now and take everyone with you.',
      'Do not use switches, flames or the phone inside.',
      'From outside, call {n}.',
    ],
    es: [
      'Salga del edificio ahora mismo con todas las personas.',
      'No toque interruptores, no encienda llamas ni use el teléfono adentro.',
      'Desde afuera, llame al {n}.',
    ],
    ar: [
      'اخرجوا من المبنى الآن مع جميع من فيه.',
      'لا تلمسوا مفاتيح الكهرباء ولا تشعلوا نارًا ولا تستعملوا الهاتف في الداخل.',
      'من الخارج، اتصلوا بالرقم {n}.',
    ],
  },
  'carbon-monoxide': {
    en: [
      'Get everyone out into fresh air now.',
      'From outside, call {n} and say it may be carbon monoxide.',
      'Do not go back in until they say it is safe.',
    ],
    es: [
      'Salgan todos al aire libre ahora mismo.',
      'Desde afuera, llame al {n} y diga que puede ser monóxido de carbono.',
      'No vuelva a entrar hasta que le digan que es seguro.',
    ],
    ar: [
      'أخرجوا الجميع إلى الهواء الطلق الآن.',
      'من الخارج، اتصلوا بالرقم {n} وقولوا إنه قد يكون أول أكسيد الكربون.',
      'لا تعودوا إلى الداخل حتى يقال لكم إن المكان آمن.',
    ],
  },
  fire: {
    en: ['Get everyone out now and close doors behind you.', 'From outside, call {n}.', 'Do not go back in.'],
    es: [
      'Salgan todos ahora mismo y cierren las puertas al salir.',
      'Desde afuera, llame al {n}.',
      'No vuelva a entrar.',
    ],
    ar: ['أخرجوا الجميع الآن وأغلقوا الأبواب خلفكم.', 'من الخارج، اتصلوا بالرقم {n}.', 'لا تعودوا إلى الداخل.'],
  },
  electrical: {
    en: [
      'Keep away from it and do not touch it or use water.',
      'Get everyone away from it and call {n} now.',
      'Turn off the main breaker only if you can reach it safely.',
    ],
    es: [
      'Aléjese, no lo toque y no use agua.',
      'Aleje a todos y llame al {n} ahora mismo.',
      'Corte el interruptor general solo si puede hacerlo sin peligro.',
    ],
    ar: [
      'ابتعدوا ولا تلمسوا شيئًا ولا تستعملوا الماء.',
      'أبعدوا الجميع واتصلوا بالرقم {n} الآن.',
      'افصلوا القاطع الرئيسي فقط إذا أمكن ذلك بأمان.',
    ],
  },
  flood: {
    en: [
      'Get everyone out of the water and away from outlets and wires.',
      'Call {n} now.',
      'Do not touch switches or the breaker box while you stand in water.',
    ],
    es: [
      'Saque a todos del agua y aléjelos de enchufes y cables.',
      'Llame al {n} ahora mismo.',
      'No toque interruptores ni el tablero mientras esté en el agua.',
    ],
    ar: [
      'أخرجوا الجميع من الماء وابتعدوا عن المقابس والأسلاك.',
      'اتصلوا بالرقم {n} الآن.',
      'لا تلمسوا المفاتيح أو لوحة الكهرباء وأنتم في الماء.',
    ],
  },
  'no-heat': {
    en: [
      'Bring everyone into one warm room and keep babies, older and sick people well covered.',
      'Never heat with a grill, an oven or a generator indoors.',
      'If someone is drowsy, confused or very cold, call {n}.',
    ],
    es: [
      'Reúna a todos en un cuarto cálido y abrigue bien a bebés, mayores y enfermos.',
      'Nunca caliente la casa con parrilla, horno o generador.',
      'Si alguien está adormecido, confundido o muy frío, llame al {n}.',
    ],
    ar: [
      'اجمعوا الجميع في غرفة دافئة وغطوا الرضع وكبار السن والمرضى جيدًا.',
      'لا تدفئوا المكان أبدًا بالفحم أو الفرن أو المولد.',
      'إذا كان أحد نعسانًا أو مشوشًا أو شديد البرودة فاتصلوا بالرقم {n}.',
    ],
  },
  shock: {
    en: [
      'Do not touch the person or the thing while the power may be on.',
      'Turn the power off at the breaker if you can do it safely.',
      'Call {n} now.',
    ],
    es: [
      'No toque a la persona ni el aparato mientras pueda haber corriente.',
      'Corte la corriente en el interruptor si puede hacerlo sin peligro.',
      'Llame al {n} ahora mismo.',
    ],
    ar: [
      'لا تلمسوا المصاب أو الجهاز ما دامت الكهرباء قد تكون موصولة.',
      'افصلوا الكهرباء من القاطع إذا أمكن ذلك بأمان.',
      'اتصلوا بالرقم {n} الآن.',
    ],
  },
  medical: {
    en: ['Call {n} now.', 'Stay with the person and do what the dispatcher tells you.'],
    es: ['Llame al {n} ahora mismo.', 'Quédese con la persona y haga lo que le indiquen por teléfono.'],
    ar: ['اتصلوا بالرقم {n} الآن.', 'ابقوا مع المصاب ونفذوا ما يقال لكم عبر الهاتف.'],
  },
  dental: {
    en: ['Call {n} now.', 'Sit up and lean forward.', 'Press clean gauze on a bleeding place.'],
    es: [
      'Llame al {n} ahora mismo.',
      'Siéntese derecho e inclínese hacia adelante.',
      'Presione una gasa limpia donde sangra.',
    ],
    ar: ['اتصلوا بالرقم {n} الآن.', 'اجلسوا وميلوا إلى الأمام.', 'اضغطوا بشاش نظيف على مكان النزيف.'],
  },
  violence: {
    en: ['Get to a safe place if you can.', 'Call {n} now; stay on the line, even if you cannot speak.'],
    es: ['Póngase a salvo si puede.', 'Llame al {n} ahora; no cuelgue, aunque no pueda hablar.'],
    ar: ['اذهبوا إلى مكان آمن إن استطعتم.', 'اتصلوا بالرقم {n} الآن وابقوا على الخط حتى إن لم تستطيعوا الكلام.'],
  },
  'self-harm': {
    en: [
      'Call {n} now if you or someone else could be hurt.',
      'Stay with someone you trust, and put distance between you and anything that could hurt you.',
    ],
    es: [
      'Llame al {n} ahora si usted u otra persona puede hacerse daño.',
      'Quédese con alguien de confianza y aléjese de todo lo que pueda hacerle daño.',
    ],
    ar: ['اتصلوا بالرقم {n} الآن إذا كنتم أنتم أو غيركم في خطر.', 'ابقوا مع شخص تثقون به وابتعدوا عن كل ما قد يؤذيكم.'],
  },
}

const crisis: Record<Tongue, string> = {
  en: 'You can also talk to someone at {n}, day or night.',
  es: 'También puede hablar con alguien en el {n}, de día o de noche.',
  ar: 'يمكنكم أيضًا التحدث إلى أحد على الرقم {n} ليلًا ونهارًا.',
}
const business: Record<Tongue, string> = {
  en: 'Then call the emergency line of {name}: {phone}.',
  es: 'Después llame a la línea de emergencias de {name}: {phone}.',
  ar: 'ثم اتصلوا بخط الطوارئ لدى {name}: {phone}.',
}

const helpFor: Record<Cause, Help> = {
  gas: 'fire',
  'carbon-monoxide': 'fire',
  fire: 'fire',
  electrical: 'fire',
  flood: 'all',
  'no-heat': 'medical',
  shock: 'medical',
  medical: 'medical',
  dental: 'medical',
  violence: 'police',
  'self-harm': 'all',
}
/** Causes in which a business can do nothing that helps. */
const notOurs: ReadonlySet<Cause> = new Set(['violence', 'self-harm', 'medical'])

/** What to say first in an emergency: what to do, whom to call, then the line of the business. One action a sentence. */
export function safetyWords(cause: Cause, input: SafetyInput): string[] {
  const tongue: Tongue = input.lang === 'es' || input.lang === 'ar' ? input.lang : 'en'
  const number = emergencyNumber(input.country, helpFor[cause])
  const chosen = input.grade === 'urgent' ? (urgentActions[cause] ?? actions[cause]) : actions[cause]
  const said = chosen[tongue].map((sentence) => sentence.replace('{n}', number))
  const line = crisisLine(input.country)
  if (cause === 'self-harm' && line !== '') said.push(crisis[tongue].replace('{n}', line))
  const phone = input.businessEmergencyPhone ?? ''
  if (phone !== '' && !notOurs.has(cause))
    said.push(business[tongue].replace('{name}', () => input.businessName).replace('{phone}', () => phone))
  return said
}
