import { fold } from '../evidence/index.ts'

export type SmallTalk = 'greeting' | 'thanks' | 'bye'

const filler = String.raw`(?:there|everyone|team|all|again|sir|madam|friend|please|so much|very much|a lot|ever so|you|u|to you|for (?:your|the|all(?: the| your)?) (?:help|info|information|time|answer)|that(?:'s| is|s)? (?:all|it|great|perfect|helpful)|great|perfect|ok|okay|cool|awesome|good|a todos|muchas|mucho|muy amable|por (?:todo|su ayuda|la (?:ayuda|informacion))|eso es todo|perfecto|vale|جزيلا|لك|لكم|كثيرا|علي (?:المساعده|مساعدتك)|بكم|بك|وسهلا|وسهلا بك|تمام|ممتاز)`
const phrases: [SmallTalk, string][] = [
  [
    'thanks',
    String.raw`thanks?|thank (?:you|u)|thx|ty|tysm|cheers|much appreciated|appreciate it|gracias|muchas gracias|mil gracias|se lo agradezco|شكرا|مشكور|اشكرك|شكرا جزيلا|يعطيك العافيه|تسلم`,
  ],
  [
    'bye',
    String.raw`bye|goodbye|good ?bye|bye bye|see (?:you|ya)(?: later| soon)?|have a (?:good|nice|great) (?:day|one|evening|night)|good night|take care|adios|hasta (?:luego|pronto|manana)|chao|chau|nos vemos|buenas noches|que tenga(?: un)? buen dia|مع السلامه|وداعا|الي اللقاء|باي|تصبح علي خير|في امان الله`,
  ],
  [
    'greeting',
    String.raw`hi|hii+|hello|helo|hey|heya|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|day)|how are you(?: doing)?(?: today)?|what'?s up|hola|ola|buen(?:os)? dias?|buenas(?: tardes)?|que tal|como esta(?:s|n)?|saludos|مرحبا|اهلا|اهلين|هلا|هلو|السلام عليكم(?: ورحمه الله(?: وبركاته)?)?|سلام|صباح (?:الخير|النور)|مساء (?:الخير|النور)|كيف (?:حالك|الحال)`,
  ],
]
const kinds = phrases.map(
  ([kind, inner]) => [kind, new RegExp(String.raw`^(?:${filler}[\s,.!]*)*(?:${inner})(?!\p{L})`, 'u')] as const,
)
const only = new RegExp(
  String.raw`^[^\p{L}\p{N}]*(?:(?:${filler}|${phrases.map(([, inner]) => inner).join('|')}|and|y|و)(?:[^\p{L}\p{N}]+|$))+$`,
  'u',
)

/** A message that is nothing but a greeting, thanks or goodbye. "Hi, how much is a tune-up?" is not. */
export function detectSmallTalk(text: string, _lang?: string): SmallTalk | null {
  const folded = fold(text.slice(0, 300)).replace(/[¿¡]/g, '').replace(/\s+/g, ' ').trim()
  if (folded === '' || folded.length > 100 || !only.test(folded)) return null
  const bare = folded.replace(/^[^\p{L}]+/u, '')
  return (
    kinds.find(([, pattern]) => pattern.test(bare))?.[0] ??
    kinds.find(([, pattern]) => new RegExp(pattern.source.slice(1), 'u').test(bare))?.[0] ??
    null
  )
}
