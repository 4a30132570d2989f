import { fold } from '../evidence/index.ts'

type Policy = 'insurance' | 'financing' | 'emergencyService' | 'licences' | 'newCustomers'

const policies: [Policy, RegExp, RegExp | null][] = [
  [
    'insurance',
    /\b(?:accept|take|bill|in-network|work with|aceptamos|trabajamos con)\b.*\b(?:insurances?|insurers?|ppo|medicaid|delta dental|seguros?|aseguradoras?)\b|\binsurance (?:plans|accepted|companies)\b|(?:نقبل|نتعامل).*تامين/u,
    /licensed and insured/u,
  ],
  [
    'financing',
    /\bfinanc(?:e|ing)\b|\bpayment plans?\b|\bmonthly payments\b|\b0 ?% (?:apr|interest)\b|\bfinancia(?:miento|cion)\b|\bmeses sin intereses\b|\bpagos mensuales\b|تقسيط|تمويل|اقساط/u,
    null,
  ],
  [
    'emergencyService',
    /\b24[/-]7\b|\b24[- ]hours?\b.*\b(?:emergency|service|repair)|\bafter[- ]hours\b|\bemergency (?:service|repair|call|line|visit|appointment)s?\b|\bservicio de (?:emergencia|urgencia)s?\b|\b(?:emergencias|urgencias) (?:las )?24\b|خدمه (?:ال)?(?:طوارئ|طواري)/u,
    /if you (?:smell|have)|call 911/u,
  ],
  [
    'licences',
    /\blicen[sc]ed\b|\blicen[sc]e (?:no|number|#|nr)|\broc ?#? ?\d|\blic\.? ?#? ?\d|\blicencia(?:s)?\b|\blicenciad|مرخص|رخصه رقم|ترخيص/u,
    /driver'?s licen|another|any other|asks for|otr[oa] empresa/u,
  ],
  [
    'newCustomers',
    /\b(?:accept|accepting|welcome|taking|welcoming)\b.*\bnew (?:patients|customers|clients)\b|\bnew (?:patients|customers|clients)\b.*\b(?:welcome|accepted|accepting)\b|\baceptamos (?:nuevos )?(?:pacientes|clientes)|\b(?:pacientes|clientes) nuevos\b.*\b(?:bienvenid|acept)|نستقبل.*جدد|نرحب.*جدد/u,
    null,
  ],
]

/** Which policies a sentence states. */
export function policiesIn(sentence: string): Policy[] {
  const folded = fold(sentence)
  if (folded.length > 260 || folded.length < 12 || folded.includes('?')) return []
  return policies
    .filter(([, about, unless]) => about.test(folded) && !(unless?.test(folded) ?? false))
    .map(([policy]) => policy)
}

const accepts =
  /\b(?:accept|take|payment|payments|pay (?:by|with)|paid (?:by|with)|aceptamos|formas de pago|metodos de pago|pagar con|pago)\b|نقبل|الدفع|طرق الدفع/u
const refuses = /\b(?:not|don't|cannot|no longer|no aceptamos|except)\b|لا نقبل/u
const methods =
  /\b(?:Visa|Master ?card|American Express|Amex|Discover|PayPal|Zelle|Venmo|Apple Pay|Google Pay|Cash App|Care ?Credit|(?:all )?(?:major )?credit(?: and debit)? cards?|debit cards?|cash|(?:personal )?checks?|cheques?|bank transfers?|ACH|HSA|FSA|Bizum|tarjetas?(?: de (?:crédito|débito)(?: y (?:de )?débito)?)?|efectivo|transferencias?(?: bancarias?)?)\b|بطاقات (?:الائتمان|ائتمان)|فيزا|ماستركارد|ماستر كارد|نقد[ًاا]*|الشيكات|شيكات|مدى|تحويل بنكي|آبل باي/giu

/** Ways to pay that a sentence says are taken, as it writes them. */
export function paymentsIn(sentence: string, heading: string): string[] {
  const folded = fold(sentence)
  if ((!accepts.test(folded) && !accepts.test(fold(heading))) || refuses.test(folded)) return []
  return [...sentence.matchAll(methods)].map((m) => m[0])
}
