import { fold } from '../evidence/index.ts'
import { isStopWord, terms, words } from '../text/index.ts'
import { phrasesIn, sameThing } from './synonyms.ts'

export type Asks =
  | 'price'
  | 'time'
  | 'often'
  | 'name'
  | 'duration'
  | 'place'
  | 'person'
  | 'phone'
  | 'email'
  | 'count'
  | 'open'

/** A content word of the question that an answer must account for. */
export interface Concept {
  word: string
  stem: string
  /** 1 for a word that sets this question apart, less for words any business page holds. */
  weight: number
}

export interface Question {
  text: string
  lang: string
  asks: Asks
  concepts: Concept[]
  followUp: boolean
}

const kinds: [Asks, RegExp][] = [
  ['often', /\bhow often\b|\bcada cuanto\b|كل كم|كم مره/u],
  [
    'name',
    /\b(?:the |your )?names? of\b|\bwhat(?:'s| is) (?:the |your )?[\w' ]*name\b|\bcomo se llama|\bnombre d|ما اسم|(?:^|\s)اسم(?!\p{L})/u,
  ],
  ['email', /\be-?mail\b|\bcorreo\b|(?:ال)?(?:بريد|ايميل)/u],
  [
    'phone',
    /\b(?:phone|telephone|tel|cell|fax|number (?:to|can i|should i) (?:call|text)|what number|your number|whatsapp)\b|\btelefono\b|\bnumero (?:de|al que)|رقم (?:ال)?(?:هاتف|جوال|تلفون)|رقمكم|(?:ال)?هاتف/u,
  ],
  [
    'price',
    /\bhow much(?! (?:time|notice|space|room|experience|water|energy))\b|\b(?:what|wht|wat)(?:'s| is| are| do| does| would| will)?\b.*\b(?:price|cost|costs|charge|rate|rates|fee|fees)\b|\b(?:price|cost|rate|fee|pricing)s? (?:of|for|to)\b|\bhow expensive\b|^(?:price|cost)\b|\bcosts?\b.*\?*$|\bcuanto (?:cuesta|cuestan|vale|valen|cobran|sale|es(?! tiempo)|me)|\b(?:precio|tarifa|coste|costo)s?\b|(?:ب|ال)?(?:بكم|كم (?:سعر|يكلف|تكلف|ثمن|تكلفه|رسوم|التكلفه|السعر))|(?:ما|شو|ايش) (?:هو |هي )?(?:ال)?(?:سعر|تكلفه|اسعار|رسوم)|سعر|تكلف/u,
  ],
  [
    'duration',
    /\bhow (?:long|soon|quick(?:ly)?|fast)\b|\bhow much time\b|\bcuanto (?:tiempo|tarda|dura|demora)|\ben cuanto tiempo|كم (?:من الوقت|المده|مده|يستغرق|تستغرق|تدوم|ياخذ)|خلال كم/u,
  ],
  ['count', /\bhow (?:many|far|old)\b|\bcuant[oa]s\b|كم (?:عدد|عام|سنه|شخص)/u],
  [
    'place',
    /\bwhere\b|\b(?:what|which)(?:'s| is)? (?:your |the )?(?:address|location)\b|\bdonde\b|\bdireccion\b|\bubicad|اين|وين|عنوان/u,
  ],
  [
    'time',
    /\bwhen\b|\bwhat (?:time|day|days|hours|date)\b|\bhours\b|\bcuando\b|\ba que hora|\bque dias?\b|\bhorarios?\b|متي|(?:اي|كم) (?:ساعه|الساعه|يوم)|في اي (?:وقت|ساعه)|ساعات (?:ال)?(?:عمل|دوام)/u,
  ],
  ['person', /\bwho(?:'s)?\b(?! (?:can|do i|should))|\bquien(?:es)?\b|من هو|من هي/u],
]

/** Words that ask, and words that stand on every page: they say little about what is asked. */
const asking = new Set(
  fold(
    `much many long cost costs price prices priced pricing charge charges rate rates fee fees pay paying total amount get give offer offers provide provides
    available availability possible able work works handle deal use come want wondering question info information help tell say company business
    guys place thing things time times kind type sort email phone call number address located location hour hours open find make sure currently
    still really actually usually normally any exactly ask looking interested take takes accept near cover covers covered going go happen happens need needs
    name names called serve service services customer customers quickly soon fast often please website come comes coming came go goes going someone somebody anyone anything something keep keeps look looks show shows still already old whenever customary happen happens bring extra guys tech techs put set normal hurt affect happens there here up out off over own myself job jobs kind
    cuanto cuesta cuestan precio precios costo coste vale cobran ofrecen ofrece ofrecemos tienen hacen dan pueden aceptan numero telefono correo direccion horario
    hora horas abren empresa servicio servicios realizan trabajan necesito quiero saber informacion ustedes sale largo tiempo tarda llama llaman venir vienen van ir hacer hago saber pasa mismo todavia ya algo alguien
    كم سعر السعر تكلفه التكلفه تكلف هل لديكم تقدمون تقدم توفرون توفر عندكم يمكن يمكنكم خدمه خدمات رقم هاتف بريد عنوان ساعه ساعات متي اين يستغرق الوقت وقت شركه شركتكم تقبلون تعملون تقومون تاتون تصلون افعل اعمل اريد للبيت كله كلها تطلبون يجب المطلوبه مطلوب عندي هناك`,
  ).split(/\s+/),
)

const ellipsis =
  /^(?:and|what about|how about|also|or|then|y|e|pero|o|tambien|و(?:ماذا|كم|هل|في|ال)?|ماذا عن|طيب)(?!\p{L})|^و\p{L}{3,}/u
const pointing =
  /\b(?:it|that|this|one|they|them|those|these|eso|esto|ese|esa|lo|la)\b(?=[^\p{L}]*$)|\b(?:how much|what) (?:is|does|would) (?:it|that|this)\b|\bdoes (?:it|that)\b|\b(?:is|are|was) (?:it|that|this|they)\b|هذا|ذلك|تلك/u

export function readQuestion(text: string, lang: string, previous: readonly string[] = []): Question {
  const folded = fold(text).trim()
  let asks = kinds.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'open'
  let concepts = conceptsOf(text, lang)
  const strong = concepts.filter((c) => c.weight >= 1)
  const last = previous.at(-1)
  const short = words(text).length <= 7
  const followUp =
    last !== undefined &&
    short &&
    (ellipsis.test(folded) || strong.length === 0 || (pointing.test(folded) && strong.length <= 1))
  if (followUp && last !== undefined) {
    const before = readQuestion(last, lang, previous.slice(0, -1))
    if (asks === 'open') asks = before.asks
    const replaced = ellipsis.test(folded) && strong.length > 0
    const kept = before.concepts.filter(
      (c) =>
        !concepts.some((d) => d.stem === c.stem) && !(replaced && strong.some((d) => sameThing(c.word, d.word, lang))),
    )
    concepts = [...concepts, ...kept.map((c) => ({ ...c, weight: c.weight * (replaced ? 0.5 : 1) }))]
  }
  return { text, lang, asks, concepts, followUp }
}

function conceptsOf(text: string, lang: string): Concept[] {
  const out: Concept[] = []
  let rest = ` ${fold(text).replace(/[^\p{L}\p{N}/'&.-]+/gu, ' ')} `
  for (const phrase of phrasesIn(rest, lang)) {
    rest = rest.replaceAll(` ${phrase} `, ' ')
    out.push({ word: phrase, stem: phrase, weight: asking.has(phrase) ? 0.2 : 1 })
  }
  for (const word of words(rest)) {
    const folded = fold(word.text)
    if (isStopWord(word.text, lang) || isStopWord(folded, lang)) continue
    const stem = terms(word.text, lang)[0]
    if (stem === undefined || out.some((c) => c.stem === stem)) continue
    const bare = lang === 'ar' ? folded.replace(/^(?:وال|بال|لل|ال|و|ب|ل)(?=\p{L}{3})/u, '') : folded
    const common = asking.has(folded) || asking.has(bare)
    out.push({ word: folded, stem, weight: common ? 0.2 : /\d/.test(stem) ? 2 : 1 })
  }
  return out
}
