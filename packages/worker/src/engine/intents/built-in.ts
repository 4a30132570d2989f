import { fold } from '../evidence/index.ts'

export type BuiltIn = 'robot' | 'person' | 'opt-out'
export interface BuiltInMatch {
  intent: BuiltIn
  /** The words of the text that matched, folded. */
  matched: string
}

const bot = String.raw`(?:ro?bots?|bots?|ai|a\.i\.?|machine|chat ?bot|computer|artificial intelligence|automated(?: system)?|virtual assistant|llm|chatgpt|gpt|recording|program)`
const human = String.raw`(?:real |actual |live |human )*(?:person|human(?: being)?|people|somebody|someone|agent|representative|operator|rep|receptionist|staff(?: member)?|customer service|manager|owner|employee)`
const botEs = String.raw`(?:ro?bot|bot|maquina|chat ?bot|ia|inteligencia artificial|computadora|ordenador|contestador(?:a)?|programa|asistente virtual|grabacion)`
const humanEs = String.raw`(?:persona(?: real| de verdad| humana)?|humano|ser humano|alguien|agente|asesor(?:a)?|operador(?:a)?|representante|recepcionista|encargad[oa]|empleado|responsable)`
const botAr = String.raw`(?:ال)?(?:روبوت|ربوت|بوت|اله|ذكاء (?:ال)?اصطناعي|الذكاء الاصطناعي|كمبيوتر|حاسوب|برنامج|مجيب الي|رد الي|شات بوت)`
const humanAr = String.raw`(?:شخص(?: حقيقي)?|انسان(?: حقيقي)?|موظف(?:ه)?|احد(?: الموظفين)?|ممثل(?: خدمه)?|خدمه العملاء|بشري?|وكيل|مسؤول|مسوول|المدير|موظف الاستقبال)`

/** Over folded text. Each pattern is about *us*, here and now: "do you fix robot vacuums?" is about a thing. */
const rules: [BuiltIn, RegExp][] = [
  [
    'opt-out',
    /^[^\p{L}\p{N}]*(?:please )?(?:stop|stopall|stop all|unsubscribe|opt ?-?out|unsub|stop (?:texting|messaging|calling|contacting)(?: me)?|cancel texts)(?: please)?[^\p{L}\p{N}]*$/u,
  ],
  [
    'opt-out',
    /\b(?:stop|quit|don'?t|do not|never) (?:texting|text|messaging|message|calling|call|contacting|contact|emailing|email|sending)(?: (?:to )?me| any)?(?: (?:any ?more|again|messages|texts|emails))?[^\p{L}\p{N}]*$/u,
  ],
  ['opt-out', /\b(?:remove|take) me (?:from|off) (?:your|the|this) (?:list|mailing|contacts|texts)/u],
  [
    'opt-out',
    /^[^\p{L}\p{N}]*(?:baja|alto|parar|cancelar suscripcion|darme de baja|dar de baja|(?:quiero|quisiera) darme de baja)[^\p{L}\p{N}]*$/u,
  ],
  [
    'opt-out',
    /\b(?:no|dejen? de|deje de|deja de|paren de) (?:me (?:envien?|manden?|llamen?|escriban?|contacten?)|enviarme|mandarme|llamarme|escribirme|contactarme)\b(?! (?:un|una|la|el)\b)/u,
  ],
  [
    'opt-out',
    /(?:^|\s)(?:الغاء الاشتراك|الغ الاشتراك|اوقفوا الرسايل|توقفوا عن (?:مراسلتي|الاتصال|ارسال)|لا (?:ترسلوا|تراسلوني|تتصلوا)(?: بي| لي)?(?: مره اخري)?|ايقاف)[^\p{L}\p{N}]*$/u,
  ],

  [
    'robot',
    new RegExp(
      String.raw`\b(?:are|r|ur|is) (?:you|u|this|ya|it|i)(?: (?:just|really|actually|a|an|some|kind|of|only|real))* ${bot}\b(?! (?:vacuum|mower|lawn|repair|cleaner|surgery|company|shop|store|technician|expert|specialist|compatible|certified))`,
      'u',
    ),
  ],
  [
    'robot',
    new RegExp(
      String.raw`^[^\p{L}\p{N}]*(?:(?:so|hey|hi|hello|ok|wait) )?(?:you|u|you're|youre|ur|r u|this is|is it)(?: (?:are|r|just|really|a|an|the))* ${bot}[^\p{L}\p{N}]*(?:right|huh|or (?:what|not|something)|no)?[^\p{L}\p{N}]*$`,
      'u',
    ),
  ],
  [
    'robot',
    new RegExp(
      String.raw`\b(?:am i|are we|i'm|im|is this|i am|who am i) (?:really |just |actually )?(?:talking|speaking|chatting|texting|writing|typing)(?: to| with)(?: (?:a|an|some|the))* ${bot}\b`,
      'u',
    ),
  ],
  [
    'robot',
    /\b(?:are|r) (?:you|u)(?: (?:a|an|really|actually|even|some))* (?:real|human|person|alive|living)(?: (?:person|human|being|man|woman|lady))?\b[^\p{L}\p{N}]*(?:or .*)?$/u,
  ],
  [
    'robot',
    new RegExp(
      String.raw`\b(?:is this|is it|am i (?:talking|speaking|chatting) (?:to|with))(?: (?:a|an|really))* (?:real )?(?:person|human)(?: being)?\b`,
      'u',
    ),
  ],
  [
    'robot',
    new RegExp(
      String.raw`\b(?:eres|es usted|esto es|es esto|sos|es|son)(?: (?:tu|usted|solo|un|una|realmente|de verdad))* ${botEs}\b[^\p{L}\p{N}]*(?:o .*|verdad[^\p{L}\p{N}]*|no[^\p{L}\p{N}]*)?$`,
      'u',
    ),
  ],
  [
    'robot',
    new RegExp(
      String.raw`\b(?:eres|es usted|sos)(?: (?:un|una|realmente|de verdad))* (?:humano|humana|persona|real|de verdad|ser humano)\b`,
      'u',
    ),
  ],
  [
    'robot',
    new RegExp(
      String.raw`\b(?:hablo|hablando|estoy hablando|chateando|escribiendo)(?: con)(?: (?:un|una|el|la))* (?:${botEs}|(?:persona|humano)(?: real| de verdad)?)\b`,
      'u',
    ),
  ],
  [
    'robot',
    new RegExp(String.raw`(?:هل )?(?:انت|انتي|حضرتك|هذا|هل هذا|انتم)(?: (?:مجرد|فعلا|حقا))? ${botAr}(?!\p{L})`, 'u'),
  ],
  ['robot', new RegExp(String.raw`(?:اتحدث|اتكلم|احكي|اكلم|اتحاور)(?: (?:الان|هنا))? (?:مع )?(?:${botAr})`, 'u')],
  ['robot', /هل (?:انت|انتي|حضرتك) (?:انسان|شخص|بشر|حقيقي)|(?:انت|انتي) (?:انسان|بشر)(?: حقيقي)?\s?\??$/u],

  [
    'person',
    new RegExp(
      String.raw`\b(?:talk|speak|chat|connect|transfer|conn?ect me|put me|get me|patch me|pass me)(?: (?:me|us))?(?: (?:to|with|through to|thru to|through))? (?:an? |the |your |some |any |to )*${human}\b(?! (?:about|who (?:can|does)) (?:my|the) robot)`,
      'u',
    ),
  ],
  [
    'person',
    new RegExp(
      String.raw`\b(?:i )?(?:want|need|prefer|would like|wanna|gimme|give me|get me|i'd like|can i (?:get|have)|could i (?:get|have)|let me (?:talk|speak) to)(?: to (?:talk|speak)(?: to| with)?)? (?:an? |the |your )(?:real |actual |live |human )*(?:person|human(?: being)?|agent|representative|operator|rep)\b(?! (?:to|who|that|at my|for))`,
      'u',
    ),
  ],
  [
    'person',
    new RegExp(
      String.raw`^[^\p{L}\p{N}]*(?:(?:a|an|the|real|live|actual) )*(?:person|human|agent|representative|operator|representitive|reception(?:ist)?|real person|humans?)(?:,? (?:please|pls|plz|now))*[^\p{L}\p{N}]*$`,
      'u',
    ),
  ],
  [
    'person',
    /\b(?:stop|no more|not) (?:the |this |a )?(?:bot|robot)s?\b.*\b(?:person|human|someone)\b|\b(?:call|have) (?:someone|somebody|a person|a human) (?:call|contact|phone) me\b|\b(?:someone|somebody) (?:real|human)\b|\bnot (?:talk|talking|speak|speaking) to a (?:bot|robot|machine)\b/u,
  ],
  [
    'person',
    new RegExp(
      String.raw`\b(?:hablar|comunicar(?:me)?|contactar|platicar|charlar|conversar|comuniquem?e|comunicame|comuniqueme|paseme|pasame|pongame|transfier(?:a|e)me|conectar(?:me)?|conecteme)(?: (?:con|a|al))?(?: (?:un|una|el|la|los|algun|alguna|su|otra))* ?${humanEs}\b`,
      'u',
    ),
  ],
  [
    'person',
    new RegExp(
      String.raw`\b(?:quiero|necesito|prefiero|quisiera|dame|deme)(?: (?:a|con|un|una|hablar))* (?:persona(?: real)?|humano|agente|operador(?:a)?|representante)\b(?! (?:para|que))`,
      'u',
    ),
  ],
  [
    'person',
    new RegExp(
      String.raw`^[^\p{L}\p{N}]*(?:(?:un|una|con) )*(?:persona(?: real)?|humano|agente|operador(?:a)?|representante|asesor)(?:,? (?:por favor|porfa|ya))*[^\p{L}\p{N}]*$`,
      'u',
    ),
  ],
  [
    'person',
    new RegExp(
      String.raw`(?:اتحدث|اتكلم|التحدث|الكلام|احكي|اكلم|تكلم|التواصل|اتواصل|حولني|حولوني|وصلني|وصلوني|تحويلي)(?: (?:مع|الي|ل|علي))? ?(?:ال|لل|ل)?${humanAr}`,
      'u',
    ),
  ],
  [
    'person',
    new RegExp(
      String.raw`(?:اريد|ابغي|بدي|عايز|احتاج|اعطني|ارغب)(?: (?:في|ان))? (?:شخصا?|انسانا?|موظفا?|ممثل|بشري)(?: حقيقيا?)?(?:\s(?:من فضلك|لو سمحت))?[^\p{L}\p{N}]*$`,
      'u',
    ),
  ],
  [
    'person',
    /^[^\p{L}\p{N}]*(?:شخص|انسان|موظف|خدمه العملاء)(?: حقيقي)?(?:،|,)?(?: (?:من فضلك|لو سمحت|رجاء))?[^\p{L}\p{N}]*$/u,
  ],
]

/** About things, not about us. */
const aboutThings =
  /\b(?:robot(?:ic)?s?|robotica) (?:vacuum|mower|lawn|cleaner|aspirador|surgery)|\brobots? aspirador|\bhow many (?:persons?|people)|\bcuant[ao]s? personas|\bper person\b|\bpor persona\b|كم شخص/u

/**
 * The requests no tenant can switch off: "are you a robot?", "a person, please", "stop texting me".
 * `lang` is a hint only: people mix languages, so all patterns are tried.
 */
export function detectBuiltIn(text: string, _lang?: string): BuiltInMatch | null {
  const folded = spelled(fold(text.slice(0, 2000)).replace(/[¿¡"]/g, ' ').replace(/\s+/g, ' ').trim())
  if (folded === '' || aboutThings.test(folded)) return null
  for (const [intent, pattern] of rules) {
    const match = pattern.exec(folded)
    if (match !== null) return { intent, matched: match[0].trim() }
  }
  return null
}

const slips: [RegExp, string][] = [
  [/\b(?:rebot|robbot|robt|robut|roboot|robo|rbot|robort)\b/g, 'robot'],
  [/\b(?:humen|humam|hunan|humna|huma)\b/g, 'human'],
  [/\b(?:preson|pesron|persn|persom|perosn|peson|persson)\b/g, 'person'],
  [/\b(?:represenative|representitive|representive|represntative)\b/g, 'representative'],
  [/\b(?:taking|tlaking|talkng|tallking|talkin|takling) (to|with)\b/g, 'talking $1'],
  [/\b(?:speek|speal|speack|spaek)\b/g, 'speak'],
  [/\b(?:tlak|takl|tak) (to|with)\b/g, 'talk $1'],
  [/\bmaqina\b/g, 'maquina'],
  [/\b(?:ablar|habalr|halbar)\b/g, 'hablar'],
  [/\b(?:pesona|perosna|persoan)\b/g, 'persona'],
  [/\bare yuo\b|\baer you\b|\bare yo\b|\bar you\b/g, 'are you'],
  [/روبوط|ربوط|روبت/g, 'روبوت'],
]

function spelled(text: string): string {
  return slips.reduce((out, [slip, right]) => out.replace(slip, right), text)
}
