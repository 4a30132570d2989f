import { fold } from '../text/index.ts'

// What an answer to a kind of question looks like, as bits: a price, a time, a phone number, an address, a date, a place.
export const PRICE = 1
export const TIME = 2
export const PHONE = 4
export const ADDRESS = 8
export const DATE = 16
export const DURATION = 32
export const MAIL = 64

const SHAPES: readonly [number, RegExp][] = [
  [
    PRICE,
    /[$€£¥]\s?\d|\d\s?(?:[$€£¥]|(?:usd|eur|euros?|dollars?|dolares|pesos|sar|aed|dh|egp|jod)\b|ريال|درهم|دينار|جنيه|دولار|يورو)|\b(?:free|gratis)\b|مجان/u,
  ],
  [TIME, /\d{1,2}(?:[:.]\d{2})?\s?(?:a\.?m\b|p\.?m\b|h\b|صباح|مساء|ص\b|م\b)|\b\d{1,2}:\d{2}\b|24\/7/u],
  [PHONE, /(?:\+|\b)\d[\d\s().-]{6,}\d/u],
  [
    ADDRESS,
    /\b\d{1,5}\s+\p{L}+.{0,30}\b(?:st|street|ave|avenue|rd|road|blvd|dr|drive|ln|lane|way|suite)\b|\b(?:calle|avenida|avda|plaza|carrera)\b|شارع|طريق/u,
  ],
  [
    DATE,
    /\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*day|\b(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?)\b|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت/u,
  ],
  [
    DURATION,
    /\d+\s?(?:-|–|to|a)?\s?\d*\s?(?:minutes?|mins?|hours?|days?|weeks?|months?|years?|minutos?|horas?|dias?|semanas?|meses|anos?|دقيق|ساع|يوم|ايام|اسبوع|شهر|اشهر|سن)/u,
  ],
  [MAIL, /[\w.+-]+@[\w-]+\.\w/u],
]
const QUESTIONS: readonly [number, RegExp][] = [
  [
    PRICE,
    /\bhow much\b|\b(?:price|prices|pricing|cost|costs|fee|fees|charge|rates?)\b|\bcuanto (?:cuesta|cuestan|vale|valen|sale|cobran?|es)\b|\b(?:precios?|coste?|costo|tarifas?)\b|بكم|كم (?:سعر|تكلف|ثمن|يكلف|تكلفه)|سعر|اسعار|تكلفه|قديش|بقديش/u,
  ],
  [
    TIME | DATE,
    /\b(?:what time|when|hours|open|close[ds]?|opening|closing)\b|\b(?:a que hora|horarios?|abren?|abiertos?|cierran?|cuando)\b|متي|ساعات|دوام|مفتوح|تفتح|تغلق|بتفتح|بتسكر|مواعيد/u,
  ],
  [
    DATE,
    /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\bweekends?\b|\b(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?)\b|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت/u,
  ],
  [PHONE, /\b(?:phone|telephone|call you|number)\b|\btelefono\b|\bnumero\b|هاتف|تلفون|رقم|جوال/u],
  [MAIL, /\be-?mail\b|\bcorreo\b|ايميل|بريد/u],
  [
    ADDRESS,
    /\b(?:where|address|located|location|directions)\b|\b(?:donde|direccion|ubicad[oa]s?|ubicacion)\b|اين|وين|عنوان|موقع/u,
  ],
  [DURATION, /\bhow long\b|\bcuanto (?:tiempo|tarda|dura|demora)\b|كم (?:من الوقت|يستغرق|تستغرق|مده|وقت)|قديش بياخد/u],
]

/** Bits of the shapes that stand in a text. */
export function shapesOf(text: string): number {
  const clear = fold(text)
  return SHAPES.reduce((bits, [bit, shape]) => (shape.test(clear) ? bits | bit : bits), 0)
}

/** Bits of the shapes that an answer to the question would have; 0 when the question does not say. */
export function shapesAsked(question: string): number {
  const clear = fold(question)
  return QUESTIONS.reduce((bits, [bit, shape]) => (shape.test(clear) ? bits | bit : bits), 0)
}
