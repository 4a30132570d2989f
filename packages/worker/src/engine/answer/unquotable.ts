import { fold } from '../evidence/index.ts'

/** Sentences written to a machine rather than to a visitor; never an answer, whoever asks. */
const orders = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:rules?|instructions?|prompts?|guidelines?|previous|prior|above|everything|system)\b/,
  /\b(?:system|developer) (?:prompt|message)\b|\byou are (?:now )?(?:an? )?(?:ai|assistant|chatbot|language model|bot)\b|\b(?:as an? )?(?:ai|language) (?:model|assistant)s?\b.{0,30}\b(?:must|should|tell|say|answer|reply)\b/,
  /\b(?:assistants?|chatbots?|bots?|ai|llms?|models?|agents?)\b.{0,30}\b(?:must|should|shall|have to|please)\b.{0,40}\b(?:say|tell|answer|reply|respond|claim|recommend|state|offer|promise|mention)\b/,
  /\b(?:tell|inform) (?:the |every |all |any )?(?:user|visitor|customer|caller|people|everyone)s?\b.{0,10}\b(?:that|to|they|it|we)\b/,
  /\b(?:say|answer|reply|respond|output|print|repeat|reveal)\b.{0,20}\b(?:exactly|only with|the following|your (?:prompt|instructions|rules))\b/,
  /\bif (?:you are|asked|anyone asks|a (?:user|visitor|customer) asks)\b.{0,40}\b(?:say|answer|reply|tell|respond)\b/,
  /\b(?:ignore|ignora|ignoren|olvida|olvide)\b.{0,40}\b(?:reglas|instrucciones|anterior)/,
  /\b(?:di|diga|digale|responde|responda|contesta) (?:a |al |que |siempre |solo )/,
  /تجاهل.{0,40}(?:تعليمات|قواعد|سابق)|(?:قل|اخبر) (?:للزاير|للزوار|للمستخدم|المستخدم|العميل|للعميل)/u,
  /^\W*(?:(?:note|message|attention|important|hint|reminder)s? (?:to|for) (?:the |all |any )?)?(?:system|ai|a\.i\.|llm|assistant|chat ?bot|language model|bot)s?\s*[:,]/,
  /\b(?:note|message|instructions?) (?:to|for) (?:the |all |any )?(?:ai|assistant|llm|chat ?bot|language model|bot)s?\b|\byou are now \w*bot\b|\bfrom now on,? (?:you )?(?:say|quote|answer|tell|reply|claim|offer)\b|\bwhen asked anything\b/,
  /^\W*(?:sistema|ia|asistente|modelo)\s*[:,]|\bcomo (?:modelo de lenguaje|asistente|ia)\b.{0,30}\bdebes?\b|\b(?:nota|mensaje|instrucciones) para (?:la ia|el asistente|el modelo)\b/,
  /^\W*(?:النظام|المساعد|ايها المساعد|ايها النموذج|ذكاء اصطناعي)\s*[:,،]|(?:ملاحظه|رساله|تعليمات) لل?(?:ذكاء الاصطناعي|مساعد|نموذج)/u,
  /<!--|<\/?(?:system|instruction|script|prompt)|\[(?:inst|system)\]|#{2,} ?(?:system|instruction)/,
]

const boilerplate =
  /\b(?:all rights reserved|privacy policy|terms (?:of (?:use|service)|and conditions)|cookies?|skip to (?:main )?content|back to top|read more|learn more|click here|subscribe|newsletter|follow us|share this|powered by|site map|sitemap|log ?in|sign up)\b|©|\b(?:todos los derechos reservados|politica de privacidad|leer mas|saltar al contenido)\b|جميع الحقوق محفوظه|سياسه الخصوصيه|اقرا المزيد/u

export function isOrder(text: string): boolean {
  const folded = fold(text)
  return orders.some((pattern) => pattern.test(folded))
}

/** Menus, notices and crumbs: text without a claim. */
export function isBoilerplate(text: string): boolean {
  const folded = fold(text)
  if (boilerplate.test(folded) && folded.length < 160) return true
  return (
    /^(?:home|menu|inicio|contact|about)(?:\s*[|›»/·>-]\s*|\s+)(?:\S+(?:\s*[|›»/·>]\s*|\s+)?){1,12}$/u.test(folded) &&
    !/[.\d]/.test(folded)
  )
}

/** Words in quotation marks with a name after them or nothing: a customer's, not the business's. */
export function isTestimonial(text: string): boolean {
  return /^\s*[“"«„][^”"»]{15,}[”"»“][\s.,]*(?:[-—–]?\s*\p{Lu}[\p{L}.]*(?:[ ,]+\p{L}[\p{L}.]*){0,4})?[\s.]*$/u.test(
    text,
  )
}
