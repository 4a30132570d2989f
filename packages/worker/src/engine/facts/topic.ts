import { fold } from '../evidence/index.ts'
import { isStopWord, words } from '../text/index.ts'

export type Topic =
  | 'open'
  | 'hours'
  | 'holidays'
  | 'phone'
  | 'email'
  | 'address'
  | 'price'
  | 'services'
  | 'areas'
  | 'payment'
  | 'insurance'
  | 'financing'
  | 'licence'
  | 'newCustomers'
  | 'emergencyService'

const w = (inner: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${inner})(?![\\p{L}\\p{N}])`, 'gu')

/** What a question is about: the first pattern that matches. Then its own words, which say nothing more. */
const topics: [Topic, RegExp, RegExp][] = [
  [
    'holidays',
    w('holidays?|holiday hours|(?:dias )?(?:festivos|feriados)|(?:ايام )?(?:العطل|الاعياد|العطلات)'),
    w(
      'open|opened|closed?|hours|work|working|abren|abiertos?|cerrados?|cierran|trabajan|horario|مفتوح(?:ون|ين)?|مغلق(?:ون|ين)?|تعملون|تفتحون|ساعات|العمل|في|on|during|observe|schedule',
    ),
  ],
  [
    'hours',
    w(
      "(?:(?:what|wat|wht)(?:'s|s| is| are| r)? )?(?:your |ur |the |you )?(?:opening |business |working |work |office |store |shop |operating |regular )?(?:hours?|hrs|horus|huors)(?: of operation)?|opening times?|(?:what|wat|wht) times? (?:do|does|are|will|is|u) .*|when (?:do|does|are|will|r|is) (?:you|u|ya|y'all|the (?:office|shop|store)|it|they) ?(?:guys |all )?(?:open|close|shut|opened|closed|opening|closing).*|how late .*|how early .*|until (?:what time|when)|till (?:what time|when)|schedule|horarios?|orarios?|a que horas? .*|hasta que hora.*|desde que hora.*|cuando (?:abren|cierran|abre|cierra)|ساعات (?:ال)?(?:عمل|دوام)(?:كم)?|اوقات (?:ال)?(?:عمل|دوام)(?:كم)?|(?:ال)?دوام(?:كم)?|مواعيد (?:ال)?(?:عمل|دوام)(?:كم)?|متي (?:[تي](?:فتح|غلق|قفل|سكر|بند|عزل|بدا)|[تب]فتح).*|(?:في )?(?:اي|كم) (?:ساعه|الساعه) (?:تفتح|تغلق|تقفل).*",
    ),
    w(
      'horarios?|orarios?|schedule|open|opened|opening|opens|close|closed|closes|closing|shut|start|end|business|office|store|shop|work|working|guys|operation|abren|abre|abrir|abiertos?|cierran|cierra|cerrar|cerrados?|atienden|atencion|trabajan|oficina|tienda|tienen|negocio|apertura|cierre|تفتح(?:ون)?|تغلق(?:ون)?|تقفل(?:ون)?|تسكر(?:ون|وا)?|يفتح|يغلق|يقفل|يسكر|يبند|تبند|المحل|المكتب|العمل|الدوام|عمل|دوام|ساعات|ساعه|الساعه|time|times|hours|hour|hora|horas|regular|late|early|what|when',
    ),
  ],
  [
    'open',
    w(
      "(?:r|are|is|will|u|you|ya) ?(?:you|u|ya|the (?:office|shop|store)|it|they|guys|y'all)? ?(?:guys |all |be |still )*(?:open|opne|oepn|closed|opened)|(?:do|does) (?:you|u|the (?:office|shop|store)|y'all) ?(?:guys )?(?:open|close|work)|open (?:now|today|tomorrow|on|sundays?|saturdays?|right now|late)|^(?:you |u )?open|closed|can i (?:visit|come(?: in| by| over)?|drop by|stop by)(?: (?:the|your))?(?: (?:office|shop|store))? (?:today|tomorrow|now|on)|estan? abiert[oa]s?|esta abierto|abren|abre|cierran|(?:estan? )?cerrad[oa]s?|atienden|trabajan|abiertos?|مفتوح(?:ون|ين|ه)?|فاتحين|تفتح(?:ون|وا)?|مغلق(?:ون|ين|ه)?|تغلق(?:ون)?|تعمل(?:ون|وا)?|تشتغل(?:ون|وا)?|فاتح",
    ),
    w(
      'open|opne|oepn|opened|visit|come|coming|drop|stop|arrive|\\d{1,2}(?::\\d\\d)? ?(?:am|pm)|close|closed|now|right|still|currently|moment|guys|yet|today|tonight|tomorrow|work|working|business|office|store|shop|late|abiert[oa]s?|abren|abre|cierran|cerrad[oa]s?|atienden|trabajan|ahora|ahorita|mismo|momento|hoy|todavia|aun|ya|manana|oficina|tienda|negocio|estan|esta|مفتوح(?:ون|ين|ه)?|فاتحين|فاتح|تفتح(?:ون|وا)?|مغلق(?:ون|ين|ه)?|تغلق(?:ون)?|تعمل(?:ون|وا)?|تشتغل(?:ون|وا)?|الان|حاليا|الحين|المحل|المكتب|اليوم|غدا|بكرا|hours|ايام|يوم|weekdays?|weekends?|days?|semana|fin(?:es)?|laborables?|entre|نهايه|الاسبوع',
    ),
  ],
  [
    'phone',
    w(
      "(?:phone|telephone|contact|tel|cell|fone|phne)(?: ?(?:number|no|nr|#|numbers|nubmer|numer))?|(?:what|wat)(?:'s|s| is)? (?:the |your |ur )?number|your number|number (?:to|can i|do i|should i) (?:call|reach|text).*|(?:how|where) (?:can|do) i (?:call|phone|ring)(?: you)?|call you|telefono|telefonos|fono|numero(?: de (?:telefono|contacto))?|como (?:los|les) (?:llamo|puedo llamar)|(?:ال)?(?:هاتف|تلفون|جوال|موبايل)(?:كم)?|رقم(?:كم| (?:ال)?(?:هاتف|تلفون|جوال|تواصل|موبايل)(?:كم)?)?",
    ),
    w(
      'phone|telephone|number|numbers|call|calling|reach|text|contact|line|numero|llamar|llamo|telefono|contacto|marcar|comunicarme|رقم|هاتف|الهاتف|اتصل|الاتصال|التواصل|تواصل|هاتفكم|رقمكم|office|main|business|oficina',
    ),
  ],
  [
    'email',
    w(
      'e-?mails?(?: address)?|mail address|correos?(?: electronicos?)?|(?:ال)?(?:بريد|ايميل)(?:كم)?(?: (?:ال)?(?:الكتروني|الاليكتروني|كتروني))?',
    ),
    w(
      'email|e-mail|mail|address|write|send|contact|reach|correo|electronico|direccion|escribir|contactar|enviar|بريد|البريد|الالكتروني|الكتروني|ايميل|الايميل|عنوان|contacto',
    ),
  ],
  [
    'address',
    w(
      "(?:what|wat|wht)(?:'s|s| is)? (?:your |ur |the )?(?:street |physical |office |exact )?(?:address|adress|adres|location)|address|adress|addres|(?:where|wher) (?:are|r|is) (?:you|u|ya|the (?:office|shop|store|clinic)|your (?:office|shop|store|clinic|location))(?: guys)?(?: located| based| at)?|how do i (?:get|find) (?:there|you|to you)|direccion|donde (?:estan|esta|quedan|queda|se (?:encuentran|ubican))(?: ubicados| ubicada| la oficina)?|ubicacion|(?:ال)?عنوان(?:كم)?|اين (?:انتم|تقع(?:ون)?|يقع|موقعكم|مكتبكم|مقركم)|وين (?:موقعكم|انتم|محلكم|مكانكم)|موقعكم",
    ),
    w(
      'address|adress|adres|addres|location|located|based|street|office|shop|store|clinic|physical|exact|find|get|there|direccion|ubicad[oa]s?|ubicacion|oficina|tienda|encuentran|encuentra|quedan|queda|estan|exacta|fisica|عنوان|العنوان|عنوانكم|موقع|موقعكم|مكتب|مكتبكم|تقع|تقعون|يقع|محلكم',
    ),
  ],
  [
    'areas',
    w(
      "(?:do|will|can|would|does) (?:you|u|ya|y'all|your (?:team|techs?|technicians?)|someone) ?(?:guys |also |still |even )?(?:come|serve|service|cover|travel|go|drive)(?: out| over)?(?: to| in)?|(?:what|which|wat) (?:areas?|cities|towns|zip ?codes?|zips|neighbou?rhoods|counties|places|locations) .*|(?:service|serviced|serving|coverage) areas?|areas? (?:do )?you (?:serve|cover|service)|where do you (?:work|go|serve|service)|(?:is|are) .* (?:in|within) your (?:service )?area|(?:do )?you (?:serve|cover|service)|my area|zip(?: ?codes?)?|(?:van|vienen|llegan|atienden|trabajan|dan servicio|cubren|sirven) (?:a|en|hasta)|cubren|que (?:zonas|areas|ciudades|codigos postales) .*|zonas? (?:de (?:servicio|cobertura)|atienden)|codigos? postal(?:es)?|(?:هل )?(?:تخدمون|تغطون|تصلون|تاتون|تيجون|تجون)(?: (?:الي|منطقه|في|ل))?|(?:ال)?مناطق .*|الرمز البريدي|منطقتي|(?:ما|اي) (?:هي )?(?:ال)?(?:مناطق|مدن).*",
    ),
    w(
      'come|serve|service|services|serviced|serving|cover|covered|coverage|travel|go|drive|areas?|cities|city|towns?|town|zip|zips|code|codes|neighbou?rhoods?|count(?:y|ies)|places?|locations?|out|far|work|house|home|live|here|around|within|way|guys|team|van|vienen|llegan|atienden|trabajan|cubren|sirven|zonas?|ciudad(?:es)?|codigos?|postal(?:es)?|servicio|cobertura|casa|vivo|mi|dan|تخدمون|تغطون|تصلون|تاتون|تيجون|تجون|منطقه|المنطقه|مناطق|المناطق|مدينه|مدن|المدن|منطقتي|الرمز|البريدي|بيتي|الي|خدمه|خدماتكم|التي|tech|techs|technicians?|someone|area',
    ),
  ],
  [
    'insurance',
    w(
      '(?:do|what|which|are) .*(?:insurances?|insurers?)(?: (?:plans?|companies|carriers|providers))?|(?:accept|take|in[- ]network|bill) .*insurance|insurance(?:s)?(?: accepted)?|(?:aceptan|toman|que|cuales) .*(?:seguros?|aseguradoras?)|(?:تقبلون|اي) .*(?:ال)?(?:تامين|تامينات).*',
    ),
    w(
      'insurances?|insurers?|plans?|companies|carriers|providers|accepted|accept|take|work|bill|network|in-network|seguros?|aseguradoras?|aceptan|toman|dental|medicos?|تامين|التامين|تقبلون|شركات|شركه',
    ),
  ],
  [
    'financing',
    w(
      'financ\\w*|payment plans?|pay (?:monthly|over time|in installments?|later)|installments?|instalments?|monthly payments?|(?:ofrecen |tienen |hay )?financia\\w*|pagos? (?:mensuales|a plazos)|a plazos|meses sin intereses|تقسيط|تمويل|(?:بال|ال)?(?:تقسيط|تمويل|اقساط)',
    ),
    w(
      'financ\\w*|payment|payments|plans?|pay|monthly|months?|time|over|installments?|instalments?|options?|offer|pago|pagos|pagar|mensuales|plazos|meses|ofrecen|opciones|تقسيط|التقسيط|تمويل|اقساط|بالتقسيط|الدفع|خيارات',
    ),
  ],
  [
    'payment',
    w(
      '(?:payment|pay) (?:methods?|options?|types?|forms?)|(?:methods?|forms?|types?) of payment|how (?:can|do|could) i pay|(?:do|can|could) (?:you|i|u) ?(?:guys )?(?:accept|take|pay|use|do) .*(?:cards?|cash|checks?|cheques?|visa|mastercard|amex|american express|discover|paypal|zelle|venmo|apple pay|google pay|bitcoin|crypto|debit|credit).*|(?:credit|debit) cards?|(?:formas?|metodos?|medios) de pago|(?:como|puedo|se puede) pag(?:o|ar)|(?:aceptan|toman|reciben) .*(?:tarjetas?|efectivo|cheques?|visa|paypal|zelle|debito|credito).*|(?:طرق|وسايل|كيفيه) (?:ال)?دفع|كيف (?:ادفع|يمكنني الدفع)|(?:هل )?تقبلون .*(?:بطاق|نقد|شيك|فيزا|كاش|كارت).*',
    ),
    w(
      'payment|payments|pay|paying|methods?|options?|types?|forms?|accept|accepted|take|use|formas?|metodos?|medios|pago|pagar|pago|aceptan|toman|reciben|puede|طرق|وسايل|دفع|الدفع|تقبلون|ادفع|kinds?|guys',
    ),
  ],
  [
    'licence',
    w(
      'licen[sc]\\w*|certified|bonded|(?:tienen |estan )?(?:licenciad[oa]s?|licencia|certificad[oa]s?)|مرخص(?:ون|ين|ه)?|(?:ال)?(?:ترخيص|رخصه)(?:كم)?|رخصه',
    ),
    w(
      'licen[sc]\\w*|insured|bonded|certified|number|contractor|contractors|state|company|numero|licencia|licenciad[oa]s?|asegurad[oa]s?|certificad[oa]s?|مرخصون|مرخصين|رخصه|ترخيص|الترخيص|رقم|شركه',
    ),
  ],
  [
    'newCustomers',
    w(
      '(?:new|taking|accepting|accept|take) (?:new )?(?:customers?|patients?|clients?)|(?:nuevos|aceptan) (?:nuevos )?(?:clientes|pacientes)(?: nuevos)?|(?:عملاء|مرضي|زباين) جدد',
    ),
    w(
      'new|customers?|patients?|clients?|accept|accepting|taking|take|currently|nuevos|clientes|pacientes|aceptan|reciben|atienden|عملاء|مرضي|جدد|تقبلون|تستقبلون',
    ),
  ],
  [
    'emergencyService',
    w(
      '(?:24[ /-]?(?:7|hours?|hr)s? )?emergenc(?:y|ies)(?: (?:services?|calls?|repairs?|line|visits?|number|appointments?))?|after[- ]hours(?: (?:service|calls?))?|(?:servicio de )?(?:emergencias?|urgencias?)|(?:خدمه |خدمات )?(?:ال)?(?:طوارئ|طواري|الطواري)',
    ),
    w(
      'emergenc(?:y|ies)|services?|calls?|repairs?|line|visits?|24|7|24/7|hours?|after|offer|provide|available|night|weekends?|servicio|emergencias?|urgencias?|ofrecen|noche|atienden|horas|طواري|الطواري|خدمه|خدمات|ساعه|تقدمون|appointments?',
    ),
  ],
  [
    'services',
    w(
      "(?:what|which|wat) (?:kinds? of |types? of |sort of )?services? .*|(?:list of )?(?:your |the )services|what (?:do|can|all do) (?:you|u|y'all) ?(?:guys )?(?:do|offer|provide|fix|service|help with)|services offered|que servicios .*|cuales son (?:sus|los) servicios.*|a que se dedican|que (?:hacen|ofrecen)|(?:ما|ايش|شو) (?:هي )?(?:ال)?خدمات(?:كم)?.*|ماذا تقدمون|(?:ال)?خدمات(?:كم)? التي .*",
    ),
    w(
      'services?|offer|offered|provide|do|list|kinds?|types?|sort|fix|help|servicios?|ofrecen|hacen|prestan|dan|dedican|brindan|خدمات|الخدمات|خدماتكم|تقدمون|تقدمونها|توفرون|guys|company|empresa',
    ),
  ],
  [
    'price',
    w(
      'how much.*|(?:what|wat|wht).*(?:price|cost|charge|rate|fee).*|(?:price|cost|rate|fee|pricing)s?(?: (?:of|for))?.*|cuanto (?:cuesta|cuestan|vale|valen|cobran|sale|es|son).*|(?:precio|tarifa|costo|coste)s?.*|(?:ب|ال)?كم (?:سعر|يكلف|تكلف|ثمن|تكلفه).*|(?:ما )?(?:هو |هي )?(?:سعر|تكلفه|اسعار).*|بكم.*',
    ),
    w(
      'how|much|price|prices|cost|costs|charge|charges|rate|rates|fee|fees|pricing|is|for|of|pay|cuanto|cuesta|cuestan|vale|valen|cobran|sale|precio|precios|tarifa|costo|coste|سعر|السعر|تكلفه|يكلف|تكلف|بكم|كم|اسعار|ثمن|get|do',
    ),
  ],
]

const generic = w(
  "please|pls|plz|thanks|thank|you|u|ur|ya|hi|hello|hey|guys|y'all|tell|know|give|need|want|would|like|could|can|may|might|i'd|i|me|my|a|an|the|at|on|in|to|for|of|and|or|also|what|about|do|does|is|are|r|be|will|your|yours|there|have|has|got|any|so|then|just|company|business|day|days|week|weeks|anybody|someone|anyone|offer|provide|possible|exactly|actually|usually|normally|generally|really|yes|no|if|it|this|that|by|with|as|from|until|till|up|during|evening|evenings|morning|mornings|afternoon|night|nights|time|times|por|favor|gracias|hola|quiero|necesito|quisiera|saber|decirme|dime|me|puede|pueden|puedo|podria|podrian|dar|su|sus|el|la|los|las|un|una|de|del|en|y|o|a|al|que|cual|cuales|es|son|hay|tienen|tiene|ustedes|usted|les|le|si|no|tambien|dia|dias|semana|noche|tarde|manana|con|para|hasta|desde|empresa|هل|ما|هو|هي|في|من|علي|الي|عن|لديكم|عندكم|انتم|لو|سمحت|سمحتم|رجاء|فضلك|اريد|ان|معرفه|يمكن|يمكنكم|ممكن|و|او|يوم|ايام|كم|لكم|بكم|مرحبا|شكرا|اعرف|تقدمون|تقدم",
)
const calendar = w(
  "(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues?|weds?|thurs?|fri|sat|sun|sundya|sudnay|saterday|saturdy|wensday|wednsday|thrusday|today|tonight|tomorrow|tomorow|tommorow|tommorrow|tmrw|weekends?|weekdays?|eve|christmas|xmas|chirstmas|cristmas|christmass|easter|thanksgiving|new|years?|year's|july|fourth|independence|labou?r|memorial|veterans?|black|good|boxing|halloween|january|february|march|april|may|june|august|september|october|november|december|decmber|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|this|next|coming|after|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|hoy|ahora|proximo|pasado|este|esta|nochebuena|navidad|nochevieja|ano|nuevo|fin|fines|entre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|accion|gracias|santo|pascua|[ولب]?(?:ال)?(?:اثنين|ثلاثاء|ثلاثا|اربعاء|اربعا|خميس|جمعه|سبت|احد)|اليوم|غدا|بكرا|بكره|الان|ليله|عيد|الميلاد|راس|السنه|نهايه|الاسبوع|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|هذا|القادم|\\d{1,4}(?:st|nd|rd|th)?|[\\d/-]+",
)

export interface Asked {
  topic: Topic
  /** Content words that neither the topic nor the calendar explains, folded, in order. */
  rest: string[]
}

/** Every topic the question could be about, most specific first, each with what it leaves unexplained. */
export function topicsOf(question: string, lang: string, ownWords: ReadonlySet<string>): Asked[] {
  const folded = fold(question)
    .replace(/[¿¡?!.,;:"()]+(?=\s|$)|[¿¡"()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return topics.flatMap(([topic, about, own]) => {
    about.lastIndex = 0
    if (!about.test(folded)) return []
    return [{ topic, rest: restOf(folded, lang, own, ownWords) }]
  })
}

export function restOf(folded: string, lang: string, own: RegExp | null, ownWords: ReadonlySet<string>): string[] {
  let rest = folded.replace(generic, ' ').replace(calendar, ' ')
  if (own !== null) rest = folded.replace(own, ' ').replace(generic, ' ').replace(calendar, ' ')
  return words(rest)
    .map((word) => word.text)
    .filter((word) => word.length > 1 && !isStopWord(word, lang) && !ownWords.has(word))
}
