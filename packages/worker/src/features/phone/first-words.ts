import { detectConsent } from '../../engine/intents/index.ts'
import { fold } from '../../engine/evidence/index.ts'

export interface Spoken {
  text: string
  lang: string
}

interface Words {
  hello: string
  /** Said to who speaks this language, after another one's hello; `{key}` is its place in the menu, as a word. */
  menu: string
  keys: readonly string[]
  busy: string
  consent: string
  recorded: string
  help: string
  message: string
  notInService: string
  blocked: string
  anonymous: string
}

/** What a caller hears first: with one other language it takes eight seconds at most. */
const words: Record<string, Words> = {
  en: {
    hello: 'Hello, this is the AI assistant of {business}.',
    menu: 'For English, say English or press {key}.',
    keys: ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
    busy: 'All our lines are busy, but I can take a message.',
    consent: 'May we record this call?',
    recorded: 'This call is recorded.',
    help: 'How can I help you?',
    message: 'Shall I take a message?',
    notInService: 'This number is not in service. Goodbye.',
    blocked: 'This number cannot take your call. Goodbye.',
    anonymous: 'This number takes no calls from hidden numbers. Please call again and show yours. Goodbye.',
  },
  es: {
    hello: 'Hola, soy la asistente de inteligencia artificial de {business}.',
    menu: 'Para español, diga español o marque {key}.',
    keys: ['uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'],
    busy: 'Todas las líneas están ocupadas, pero puedo tomar un recado.',
    consent: '¿Podemos grabar esta llamada?',
    recorded: 'Esta llamada se graba.',
    help: '¿En qué puedo ayudarle?',
    message: '¿Tomo un recado?',
    notInService: 'Este número no está en servicio. Adiós.',
    blocked: 'Este número no puede atender su llamada. Adiós.',
    anonymous: 'Este número no atiende llamadas de números ocultos. Llame de nuevo mostrando el suyo. Adiós.',
  },
  ar: {
    hello: 'مرحباً، أنا مساعد {business} بالذكاء الاصطناعي.',
    menu: 'للعربية، قل عربي أو اضغط {key}.',
    keys: ['واحد', 'اثنين', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة'],
    busy: 'كل الخطوط مشغولة، لكن يمكنني أن آخذ رسالة.',
    consent: 'هل يمكننا تسجيل هذه المكالمة؟',
    recorded: 'هذه المكالمة مسجّلة.',
    help: 'كيف يمكنني مساعدتك؟',
    message: 'هل آخذ رسالة؟',
    notInService: 'هذا الرقم خارج الخدمة. مع السلامة.',
    blocked: 'لا يمكن لهذا الرقم استقبال مكالمتك. مع السلامة.',
    anonymous: 'هذا الرقم لا يستقبل مكالمات من أرقام مخفية. اتصل مرة أخرى وأظهر رقمك. مع السلامة.',
  },
}

/** English where we do not speak the language: then it is said in English, and marked so. */
const wordsIn = (lang: string): Words & { lang: string } => {
  const own = words[lang]
  return own === undefined ? { ...(words['en'] as Words), lang: 'en' } : { ...own, lang }
}

export type Plain = 'consent' | 'recorded' | 'help' | 'message' | 'notInService' | 'blocked' | 'anonymous'

export function sayFirst(lang: string, name: Plain): Spoken {
  const own = wordsIn(lang)
  return { text: own[name], lang: own.lang }
}

export interface Beginning {
  business: string
  /** In the menu's order, which the keys follow. */
  languages: readonly string[]
  /** The one of them that speaks; the others are offered. */
  lang: string
  /** The owner's greeting in it; '' when there is none. */
  greeting: string
  purpose: 'talk' | 'message'
  notice: 'ask' | 'announce' | 'none'
  /** What the owner offers besides, in `lang`; with the question that it comes before. */
  menu: readonly string[]
}

/** The language of the menu that has this key; where there is one language there is no menu. */
export const languageOfKey = (key: string, languages: readonly string[]): string | undefined =>
  /^[1-9]$/.test(key) && languages.length > 1 ? languages[Number(key) - 1] : undefined

/** "français" in French, "French" in English. */
const nameIn = (lang: string, by: string) => new Intl.DisplayNames([by], { type: 'language' }).of(lang) ?? lang

/** A menu longer than this is not listened to. */
const mostOffered = 3

/** As many as a voice says in ten seconds, at 160 a minute: an owner's menu may make it as long. */
export const mostWords = 26

/** "two"; the digit where we do not speak the language. */
export const keyWord = (key: string, lang: string): string => words[lang]?.keys[Number(key) - 1] ?? key

/** What is said before anything else: who speaks, that it is an AI, the other languages, and one question. */
export function firstWords({ business, languages, lang: first, greeting, purpose, notice, menu }: Beginning): Spoken[] {
  const own = wordsIn(first)
  const says = greeting !== '' && /\bAI\b|artificial|\bIA\b|اصطناعي/iu.test(greeting)
  const hello = says ? greeting : own.hello.replace('{business}', business)
  const others = [...languages.entries()].filter(([, lang]) => lang !== first)
  const offered = others.slice(0, mostOffered).flatMap(([at, lang]) => {
    const theirs = words[lang]
    if (theirs !== undefined) return [{ text: theirs.menu.replace('{key}', theirs.keys[at] ?? ''), lang }]
    // By its own name; its voice says the number. One whose name nobody knows is left out.
    const name = nameIn(lang, lang)
    return name === lang ? [] : [{ text: `${name}: ${at + 1}.`, lang }]
  })
  return [
    { text: hello, lang: says ? first : own.lang },
    ...offered,
    ...(purpose === 'message' ? [{ text: own.busy, lang: own.lang }] : []),
    ...(notice === 'announce' ? [sayFirst(first, 'recorded')] : []),
    ...(notice === 'ask' || purpose === 'message' ? [] : menu.map((text) => ({ text, lang: first }))),
    sayFirst(first, notice === 'ask' ? 'consent' : next(purpose)),
  ]
}

/** What the call is held in: those of the number that the playbook speaks, or all of the playbook's. */
export function spokenOn(ofNumber: readonly string[], ofPlaybook: readonly string[] = ['en']): readonly string[] {
  const both = ofNumber.filter((lang) => ofPlaybook.includes(lang))
  return both.length > 0 ? both : ofPlaybook
}

/** The question when all else is settled. */
export const next = (purpose: 'talk' | 'message'): Plain => (purpose === 'message' ? 'message' : 'help')

export type First = { kind: 'language'; lang: string } | { kind: 'agreed' } | { kind: 'refused' } | { kind: 'other' }

const names: Record<string, RegExp> = {
  en: /^(english|ingles|in english|en ingles|انجليزي|انجليزيه|الانجليزيه|english please)$/,
  es: /^(spanish|espanol|in spanish|en espanol|castellano|اسباني|اسبانيه|español|spanish please|espanol por favor)$/,
  ar: /^(arabic|arabe|in arabic|en arabe|عربي|عربيه|العربيه|بالعربي|بالعربيه|arabic please)$/,
}

const foldedName = (lang: string, by: string) => fold(nameIn(lang, by))

/** What was said first: a language of the menu, a plain yes or no, or something else, which is a turn. */
export function readFirst(said: string, via: 'voice' | 'keys', languages: readonly string[]): First {
  if (via === 'keys') {
    const lang = languageOfKey(said, languages)
    return lang === undefined ? { kind: 'other' } : { kind: 'language', lang }
  }
  const bare = fold(said)
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const isNamed = (lang: string) =>
    names[lang]?.test(bare) ?? [lang, 'en', ...languages].some((by) => foldedName(lang, by) === bare)
  const named = languages.find(isNamed)
  if (named !== undefined) return { kind: 'language', lang: named }
  const consent = detectConsent(said)
  return { kind: consent === 'yes' ? 'agreed' : consent === 'no' ? 'refused' : 'other' }
}
