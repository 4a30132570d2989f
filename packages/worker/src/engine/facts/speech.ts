import { weekdays } from '../evidence/calendar-words.ts'
import type { Interval, LocationFacts, Price, Weekday } from '../location-facts.ts'
import { type LocalDate, minutesOf, noon } from './local-time.ts'

export type Tongue = 'en' | 'es' | 'ar'
export const tongueOf = (lang: string): Tongue => (lang === 'es' || lang === 'ar' ? lang : 'en')

/** Hand-written sentences. `{x}` is filled in; Spanish speaks with usted, Arabic is Modern Standard. */
export const phrases = {
  openUntil: {
    en: 'Yes, we are open now, until {time}.',
    es: 'Sí, ahora estamos abiertos, hasta las {time}.',
    ar: 'نعم، نحن مفتوحون الآن حتى الساعة {time}.',
  },
  openAlways: {
    en: 'Yes, we are open now; we are open 24 hours today.',
    es: 'Sí, ahora estamos abiertos; hoy abrimos las 24 horas.',
    ar: 'نعم، نحن مفتوحون الآن، ونعمل اليوم على مدار 24 ساعة.',
  },
  closedUntil: {
    en: 'No, we are closed now. We open again {day} at {time}.',
    es: 'No, ahora estamos cerrados. Volvemos a abrir {day} a las {time}.',
    ar: 'لا، نحن مغلقون الآن. نفتح مجددًا {day} الساعة {time}.',
  },
  closedNow: { en: 'No, we are closed now.', es: 'No, ahora estamos cerrados.', ar: 'لا، نحن مغلقون الآن.' },
  closedNowWhy: {
    en: 'No, we are closed today ({label}).',
    es: 'No, hoy estamos cerrados ({label}).',
    ar: 'لا، نحن مغلقون اليوم ({label}).',
  },
  dayOpen: { en: '{Day} we are open {hours}.', es: '{Day} abrimos {hours}.', ar: '{Day} نعمل {hours}.' },
  dayClosed: { en: '{Day} we are closed.', es: '{Day} estamos cerrados.', ar: '{Day} نحن مغلقون.' },
  fromTo: { en: 'from {from} to {to}', es: 'de {from} a {to}', ar: 'من {from} إلى {to}' },
  always: { en: '24 hours', es: 'las 24 horas', ar: 'على مدار 24 ساعة' },
  and: { en: ' and ', es: ' y ', ar: ' و' },
  week: { en: 'Our opening hours: {list}.', es: 'Nuestro horario: {list}.', ar: 'ساعات عملنا: {list}.' },
  closed: { en: 'closed', es: 'cerrado', ar: 'مغلق' },
  exceptions: {
    en: 'Our holiday hours: {list}.',
    es: 'Nuestro horario en días festivos: {list}.',
    ar: 'ساعات عملنا في العطل: {list}.',
  },
  phone: {
    en: 'You can call us at {value}.',
    es: 'Puede llamarnos al {value}.',
    ar: 'يمكنكم الاتصال بنا على الرقم {value}.',
  },
  email: {
    en: 'Our e-mail address is {value}.',
    es: 'Nuestro correo electrónico es {value}.',
    ar: 'بريدنا الإلكتروني هو {value}.',
  },
  address: { en: 'Our address is {value}.', es: 'Nuestra dirección es {value}.', ar: 'عنواننا هو {value}.' },
  atPlace: { en: '{place}: {text}', es: '{place}: {text}', ar: '{place}: {text}' },
  whichPlace: {
    en: 'That differs between our locations. Which one do you mean: {list}?',
    es: 'Eso cambia según la sucursal. ¿A cuál se refiere: {list}?',
    ar: 'يختلف ذلك بين فروعنا. أي فرع تقصدون: {list}؟',
  },
  callback: {
    en: '{day}, between {from} and {to}',
    es: '{day}, entre las {from} y las {to}',
    ar: '{day} بين الساعة {from} و{to}',
  },
  price: { en: '{name}: {price}.', es: '{name}: {price}.', ar: '{name}: {price}.' },
  from: { en: 'from {price}', es: 'desde {price}', ar: 'ابتداءً من {price}' },
  services: {
    en: 'Our services include {list}.',
    es: 'Nuestros servicios incluyen {list}.',
    ar: 'تشمل خدماتنا: {list}.',
  },
  service: {
    en: 'Yes, {name} is one of our services.',
    es: 'Sí, {name} es uno de nuestros servicios.',
    ar: 'نعم، {name} من خدماتنا.',
  },
  areaYes: { en: 'Yes, we serve {value}.', es: 'Sí, damos servicio en {value}.', ar: 'نعم، نخدم {value}.' },
  areaNotListed: {
    en: '{value} is not in the list of areas that we have in writing.',
    es: '{value} no figura en la lista de zonas que tenemos por escrito.',
    ar: '{value} ليست ضمن قائمة المناطق المكتوبة لدينا.',
  },
  areas: { en: 'We serve {list}.', es: 'Damos servicio en {list}.', ar: 'نخدم المناطق التالية: {list}.' },
  payment: { en: 'Payment: {list}.', es: 'Formas de pago: {list}.', ar: 'طرق الدفع: {list}.' },
  insurance: { en: 'Insurance: {list}.', es: 'Seguros: {list}.', ar: 'التأمين: {list}.' },
  financing: { en: 'Financing: {list}.', es: 'Financiación: {list}.', ar: 'التمويل: {list}.' },
  licence: { en: 'License: {list}.', es: 'Licencia: {list}.', ar: 'الترخيص: {list}.' },
  newCustomers: { en: 'New customers: {list}.', es: 'Clientes nuevos: {list}.', ar: 'العملاء الجدد: {list}.' },
  emergencyService: {
    en: 'Emergency service: {list}.',
    es: 'Servicio de emergencia: {list}.',
    ar: 'خدمة الطوارئ: {list}.',
  },
} as const satisfies Record<string, Record<Tongue, string>>

export type PhraseName = keyof typeof phrases

export function say(name: PhraseName, lang: string, values: Record<string, string> = {}): string {
  const text = phrases[name][tongueOf(lang)].replace(
    /\{(\w+)\}/g,
    (_, key: string) => values[key] ?? values[key.toLowerCase()] ?? '',
  )
  const one = text
    .replace(/ a las (1:\d\d|1[^\d:])/u, ' a la $1')
    .replace(/ (hasta|entre|y) las (1:\d\d)/gu, ' $1 la $2')
    .replace(/([.?!])\.$/u, '$1')
  return one.charAt(0).toLocaleUpperCase(lang) + one.slice(1)
}

/** Labels of facts in a list of sources. */
export const labels: Record<string, Record<Tongue, string>> = {
  hours: { en: 'Opening hours', es: 'Horario', ar: 'ساعات العمل' },
  exceptions: { en: 'Holiday hours', es: 'Horario especial', ar: 'ساعات العطل' },
  phone: { en: 'Phone', es: 'Teléfono', ar: 'الهاتف' },
  email: { en: 'E-mail', es: 'Correo', ar: 'البريد الإلكتروني' },
  address: { en: 'Address', es: 'Dirección', ar: 'العنوان' },
  service: { en: 'Service', es: 'Servicio', ar: 'الخدمة' },
  areas: { en: 'Areas served', es: 'Zonas', ar: 'المناطق' },
  payment: { en: 'Payment', es: 'Pago', ar: 'الدفع' },
  insurance: { en: 'Insurance', es: 'Seguros', ar: 'التأمين' },
  financing: { en: 'Financing', es: 'Financiación', ar: 'التمويل' },
  licence: { en: 'License', es: 'Licencia', ar: 'الترخيص' },
  newCustomers: { en: 'New customers', es: 'Clientes nuevos', ar: 'العملاء الجدد' },
  emergencyService: { en: 'Emergency service', es: 'Emergencias', ar: 'الطوارئ' },
}
export const labelOf = (name: string, lang: string) => labels[name]?.[tongueOf(lang)] ?? name

/** Locale of the visitor's language in the location's country; Western digits, which every text here uses. */
export function localeOf(lang: string, country: string): string {
  const region = /^[A-Z]{2}$/.test(country) ? `-${country}` : ''
  return `${tongueOf(lang)}${region}-u-nu-latn-ca-gregory`
}

export function timeText(time: string, lang: string, location: LocationFacts): string {
  const minute = minutesOf(time) % 1440
  const text = new Intl.DateTimeFormat(localeOf(lang, location.country), {
    timeZone: 'UTC',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(minute * 60_000))
  return text.replace(/[\u202f\u00a0]/g, ' ')
}

export function dateText(date: LocalDate, lang: string, location: LocationFacts): string {
  return new Intl.DateTimeFormat(localeOf(lang, location.country), {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(noon(date))
}

/** 2024-01-01 was a Monday. */
export function weekdayText(day: Weekday, lang: string): string {
  return new Intl.DateTimeFormat(tongueOf(lang), { timeZone: 'UTC', weekday: 'long' }).format(
    noon({ year: 2024, month: 1, day: 1 + weekdays.indexOf(day) }),
  )
}

export function hoursText(intervals: readonly Interval[], lang: string, location: LocationFacts): string {
  if (intervals.some(([from, to]) => from === '00:00' && (to === '24:00' || to === '00:00')))
    return phrases.always[tongueOf(lang)]
  return listText(
    intervals.map(([from, to]) =>
      phrases.fromTo[tongueOf(lang)]
        .replace('{from}', timeText(from, lang, location))
        .replace('{to}', timeText(to, lang, location)),
    ),
    lang,
  )
}

export function listText(items: readonly string[], lang: string): string {
  return new Intl.ListFormat(tongueOf(lang), { type: 'conjunction' }).format(items)
}

/** The unit of a price that is only where prices start. */
export const openEnded = 'and up'

export function priceText(price: Price, lang: string, location: LocationFacts): string {
  const money = (amount: string) =>
    new Intl.NumberFormat(localeOf(lang === 'ar' ? 'en' : lang, location.country), {
      style: 'currency',
      currency: price.currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: Number(amount) % 1 === 0 ? 0 : 2,
    }).format(Number(amount))
  const plain = price.to === undefined ? money(price.from) : `${money(price.from)}–${money(price.to)}`
  const amount =
    price.unit === openEnded
      ? phrases.from[tongueOf(lang)].replace('{price}', plain)
      : price.unit === ''
        ? plain
        : `${plain} ${price.unit}`
  return amount.replace(/\u00a0/g, ' ')
}
