import type { LocationFacts } from '../../engine/location-facts.ts'

type Lang = 'en' | 'es' | 'ar'

interface Asking {
  price: (name: string) => string
  area: (name: string) => string
  open: string
  payment: string
  address: string
  emergency: string
  phone: string
}

const asking: Record<Lang, Asking> = {
  en: {
    price: (name) => `How much is the ${lowered(name)}?`,
    area: (name) => `Do you come to ${name}?`,
    open: 'Are you open on Saturday?',
    payment: 'How can I pay?',
    address: 'Where are you?',
    emergency: 'Do you come in an emergency?',
    phone: 'What is your phone number?',
  },
  es: {
    price: (name) => `¿Cuánto cuesta ${lowered(name)}?`,
    area: (name) => `¿Vienen a ${name}?`,
    open: '¿Abren los sábados?',
    payment: '¿Cómo puedo pagar?',
    address: '¿Dónde están?',
    emergency: '¿Atienden emergencias?',
    phone: '¿Cuál es su teléfono?',
  },
  ar: {
    price: (name) => `كم سعر ${name}؟`,
    area: (name) => `هل تأتون إلى ${name}؟`,
    open: 'هل تفتحون يوم السبت؟',
    payment: 'كيف أدفع؟',
    address: 'أين أنتم؟',
    emergency: 'هل تأتون في الحالات الطارئة؟',
    phone: 'ما رقم هاتفكم؟',
  },
}

/** Questions that what was read can answer, the most telling first; a handful at most. */
export function questionsFrom(facts: readonly LocationFacts[], lang: string): string[] {
  const say = asking[lang === 'es' || lang === 'ar' ? lang : 'en']
  const all = <T>(of: (location: LocationFacts) => readonly T[]): readonly T[] => facts.flatMap(of)
  const price = all(({ services }) => services).find(({ value }) => value.price !== undefined && isShort(value.name))
  const area = all(({ areas }) => areas).find(({ value }) => isShort(value.name))
  const found = [
    price && say.price(price.value.name),
    all(({ hours }) => hours).length > 0 && say.open,
    area && say.area(area.value.name),
    all(({ payment }) => payment).length > 0 && say.payment,
    all(({ emergencyService }) => emergencyService).length > 0 && say.emergency,
    all(({ addresses }) => addresses).length > 0 && say.address,
    all(({ phones }) => phones).length > 0 && say.phone,
  ]
  return found.filter((question) => typeof question === 'string').slice(0, 6)
}

const isShort = (name: string): boolean => name.trim() !== '' && name.length <= 40

/** "Annual tune-up" within a sentence; names and short forms ("AC tune-up") stay as they are. */
function lowered(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) && !/\s\p{Lu}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}
