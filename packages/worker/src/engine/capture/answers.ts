import { fold } from './digits.ts'

const yes =
  /^(?:yes|yeah|yep|yup|sure|correct|right|that'?s (?:right|it|correct)|exactly|ok(?:ay)?|please(?: do)?|go ahead|si|claro|correcto|exacto|asi es|dale|por favor|de acuerdo|نعم|ايوه|اجل|صحيح|تمام|بالضبط|طبعا|اكيد)(?=$|[\s,.!])/u
const no = /^(?:no|nope|nah|wrong|incorrect|that'?s (?:wrong|not right)|incorrecto|asi no|لا|خطا|غلط|كلا)(?=$|[\s,.!])/u
const cancel =
  /(?:^|\s)(?:never ?mind|forget it|cancel|no thanks?|no thank you|leave it|olvidelo|olvidalo|cancele?|no gracias|dejelo|dejalo|لا شكرا|انس الامر|الغ|الغاء)(?=$|[\s,.!])/u

/** Does this answer a question of yes or no? `cancel`: the whole matter is dropped. */
export function hearYesNo(said: string): 'yes' | 'no' | 'cancel' | null {
  const folded = fold(said).replace(/[¡¿]/g, '').trim()
  if (cancel.test(folded)) return 'cancel'
  if (yes.test(folded)) return 'yes'
  return no.test(folded) ? 'no' : null
}

const intro =
  /^(?:(?:yes|sure|ok(?:ay)?|hi|hello|um+|uh+)[\s,]+)*(?:my name is|my name'?s|the name is|this is|i am|i'?m|it'?s|mi nombre es|me llamo|soy|اسمي|انا)\s+/iu

/** A name without the words around it; '' when it can hardly be one. Spelled letters are joined: "G I L" → "Gil". */
export function hearName(said: string): string {
  const bare = said
    .trim()
    .replace(/[.!]+$/, '')
    .replace(intro, '')
    .trim()
  const letters = bare.split(/[\s.,-]+/)
  if (letters.length >= 2 && letters.every((letter) => /^\p{L}$/u.test(letter)))
    return capital(letters.join('').toLowerCase())
  const words = bare.split(/\s+/)
  const fits = words.length <= 6 && bare.length <= 80 && /\p{L}/u.test(bare) && !/[?؟\d@]/u.test(bare)
  return fits ? words.map(capital).join(' ') : ''
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

const asking =
  /[?؟]\s*$|^(?:how|what|when|where|who|why|which|do|does|did|is|are|can|could|will|would|have|cuanto|cuanta|cuando|donde|quien|por que|que|cual|como|hay|tienen|pueden|كم|متى|اين|هل|ماذا|كيف|لماذا|من)(?=\s)/u

/** A question, also as a recogniser writes it: without its mark. */
export const soundsAsked = (said: string): boolean => asking.test(fold(said).replace(/[¡¿]/g, '').trim())
