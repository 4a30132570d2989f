import { fold } from '../evidence/index.ts'
import { isStopWord, terms, words } from '../text/index.ts'
import { phrasesIn, sameThing } from '../lexicon/index.ts'

export type Asks =
  | 'which'
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
  /** Of a number: the stem of what it measures or counts; empty when nothing follows. */
  unit: string
}

export interface Question {
  text: string
  lang: string
  asks: Asks
  concepts: Concept[]
  followUp: boolean
  /** What is counted: the stem after “how many”; empty when nothing is. */
  counted: string
}

const kinds: [Asks, RegExp][] = [
  ['often', /\bhow often\b|\bcada cuanto\b|كل كم|كم مره/u],
  [
    'name',
    /\b(?:the |your )?names? of\b|\bwhat(?:'s| is) (?:the |your )?[\w' ]*name\b|\bcomo se llama|\bnombre d|ما اسم|(?:^|\s)اسم(?!\p{L})/u,
  ],
  [
    'which',
    /\b(?:which|what) (?:brands?|makes?|models?|manufacturers?|suppliers?|insurers?|insurance compan(?:y|ies)|compan(?:y|ies)|banks?|labs?|software|apps?|schools?|universit(?:y|ies))\b|\bbrand name\b|\b(?:que|cuales?) (?:marcas?|modelos?|aseguradoras?|bancos?|fabricantes?)\b|(?:اي|ما) (?:ال)?(?:ماركه|ماركات|شركه تامين)/u,
  ],
  ['email', /\be-?mail\b|\bcorreo\b|(?:ال)?(?:بريد|ايميل)/u],
  [
    'phone',
    /\b(?:phone|telephone|tel|cell|fax|number (?:to|can i|should i) (?:call|text)|what number|your number|whatsapp)\b|\btelefono\b|\bnumero (?:de|al que)|رقم (?:ال)?(?:هاتف|جوال|تلفون)|رقمكم|(?:ال)?هاتف/u,
  ],
  [
    'price',
    /\bdo (?:you|u|they) charge\b|\b(?:is|are) there (?:a|an|any)(?: \w+)? (?:fee|charge|cost|surcharge)s?\b|\bhow much(?! (?:time|notice|space|room|experience|water|energy))\b|\b(?:what|wht|wat)(?:'s| is| are| do| does| would| will)?\b.*\b(?:price|cost|costs|charge|rate|rates|fee|fees)\b|\b(?:price|cost|rate|fee|pricing)s? (?:of|for|to)\b|\bhow expensive\b|^(?:price|cost)\b|\bcosts?\b.*\?*$|\bcuanto (?:cuesta|cuestan|vale|valen|cobran|sale|es(?! tiempo)|me)|\b(?:precio|tarifa|coste|costo)s?\b|(?:ب|ال)?(?:بكم|كم (?:سعر|يكلف|تكلف|ثمن|تكلفه|رسوم|التكلفه|السعر))|(?:ما|شو|ايش) (?:هو |هي )?(?:ال)?(?:سعر|تكلفه|اسعار|رسوم)|سعر|تكلف/u,
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
    /\bwhen\b|\b(?:what|which) (?:time|day|days|hours|date)\b|\bhours\b|\bcuando\b|\ba que hora|\bque dias?\b|\bhorarios?\b|متي|(?:اي|كم) (?:ساعه|الساعه|يوم)|في اي (?:وقت|ساعه)|ساعات (?:ال)?(?:عمل|دوام)/u,
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
    name names called serve service services customer customers quickly soon fast often please website come comes coming came go goes going someone somebody anyone anything something keep keeps look looks show shows still already old whenever customary happen happens bring extra guys tech techs put set normal happens there here up out off over own myself job jobs kind
    now later right today tonight tomorrow day days month months week weeks year years currently during before after more less first next again one ones early late directly automatically
    according somewhere read write use using used allowed let lets wear keep office offices shop store clinic practice building showroom customarily regular regularly standard
    anywhere around available else either instead whole complete completely full already enough people person team staff technician technicians allow
    cuanto cuesta cuestan precio precios costo coste vale cobran ofrecen ofrece ofrecemos tienen hacen dan pueden aceptan numero telefono correo direccion horario
    hora horas abren empresa servicio servicios realizan trabajan necesito quiero saber informacion ustedes sale largo tiempo tarda llama llaman venir vienen van ir hacer hago saber pasa mismo todavia ya algo alguien
    ahora hoy manana dia dias mes meses semana ano anos oficina consultorio clinica tienda local negocio queda quedan antes despues durante cambio idea alguno
    incluye incluyen persona personas tecnico tecnicos
    كم سعر السعر تكلفه التكلفه تكلف هل لديكم تقدمون تقدم توفرون توفر عندكم يمكن يمكنكم خدمه خدمات رقم هاتف بريد عنوان ساعه ساعات متي اين يستغرق الوقت وقت شركه شركتكم تقبلون تعملون تقومون تاتون تصلون افعل اعمل اريد للبيت كله كلها تطلبون يجب المطلوبه مطلوب عندي هناك
    اليوم الان غدا المكتب مكتب مكتبكم الشغل شغل لازم قبل استلام مده المده مدت في بالنهار فني الفني عند`,
  ).split(/\s+/),
)

/** What is done to a thing: a price list names the thing alone. */
const doing = new Set(
  'install installs installed installing installation instalation fit fitting fitted put instalar instalacion instalan colocar تركيب'.split(
    ' ',
  ),
)

const ellipsis =
  /^(?:and|what about|how about|also|or|then|y|e|pero|o|tambien|و(?:ماذا|كم|هل|في|ال)?|ماذا عن|طيب)(?!\p{L})|^و\p{L}{3,}/u
const pointing =
  /\b(?:it|that|this|one|they|them|those|these|eso|esto|ese|esa|lo|la)\b(?=[^\p{L}]*$)|\b(?:how much|what) (?:is|does|would) (?:it|that|this)\b|\bdoes (?:it|that)\b|\b(?:is|are|was) (?:it|that|this|they)\b|هذا|ذلك|تلك/u

export function readQuestion(text: string, lang: string, previous: readonly string[] = []): Question {
  const folded = fold(text).trim()
  let asks = kinds.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'open'
  let concepts = conceptsOf(text, lang, asks)
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
    const replaced = ellipsis.test(folded) && strong.length > 0 && !pointing.test(folded)
    const kept = before.concepts.filter(
      (c) =>
        !concepts.some((d) => d.stem === c.stem) && !(replaced && strong.some((d) => sameThing(c.word, d.word, lang))),
    )
    concepts = [...concepts, ...kept.map((c) => ({ ...c, weight: c.weight * (replaced ? 0.5 : 1) }))]
  }
  return { text, lang, asks, concepts, followUp, counted: asks === 'count' ? countedIn(folded, lang) : '' }
}

function unitAfter(rest: string, lang: string): string {
  const [next] = words(rest)
  return next === undefined || /\d/.test(next.text) || /[^\s-]/u.test(rest.slice(0, next.start))
    ? ''
    : (terms(next.text, lang)[0] ?? '')
}

function countedIn(folded: string, lang: string): string {
  const noun = /\bhow many ([\p{L}-]+)|\bcuant[oa]s ([\p{L}-]+)/u.exec(folded)
  return terms(noun?.[1] ?? noun?.[2] ?? '', lang)[0] ?? ''
}

function conceptsOf(text: string, lang: string, asks: Asks): Concept[] {
  const out: Concept[] = []
  let rest = ` ${fold(text).replace(/[^\p{L}\p{N}/'&.-]+/gu, ' ')} `
  for (const phrase of phrasesIn(rest, lang)) {
    rest = rest.replaceAll(` ${phrase} `, ' ')
    out.push({ word: phrase, stem: phrase, weight: asking.has(phrase) ? 0.2 : 1, unit: '' })
  }
  for (const word of words(rest)) {
    const folded = fold(word.text)
    if (isStopWord(word.text, lang) || isStopWord(folded, lang)) continue
    const stem = terms(word.text, lang)[0]
    if (stem === undefined || out.some((c) => c.stem === stem)) continue
    const bare = lang === 'ar' ? folded.replace(/^(?:وال|بال|لل|ال|و|ب|ل)(?=\p{L}{3})/u, '') : folded
    const common = asking.has(folded) || asking.has(bare)
    const usual = doing.has(folded) ? 0.5 : 1
    const unit = /^\d/.test(folded) ? unitAfter(rest.slice(word.end), lang) : ''
    // "Is it 99?": the amount a visitor supposes is not what the page must say.
    const supposed =
      asks === 'price' &&
      /^\d/.test(folded) &&
      (unit === '' || /[$€£]\s*$/u.test(text.slice(0, text.indexOf(word.text))))
    out.push({ word: folded, stem, weight: supposed ? 0 : common ? 0.2 : /\d/.test(stem) ? 2 : usual, unit })
  }
  return out
}
