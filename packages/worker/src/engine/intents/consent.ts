import { fold } from '../evidence/index.ts'

const yes = String.raw`yes|yep|yeah|yup|ya|sure|ok|okay|k|correct|right|exactly|absolutely|definitely|of course|certainly|go ahead|do it|do that|please do|sounds good|that(?:'s| is|s) (?:right|correct|fine|good)|confirm(?:ed)?|i (?:do|confirm|agree)|agreed|you (?:may|can)|book it|send it|si|claro|claro que si|por supuesto|desde luego|dale|vale|de acuerdo|correcto|exacto|asi es|adelante|hagalo|hazlo|confirmo|confirmado|esta bien|perfecto|pueden?|نعم|اي|ايوه|ايوا|اجل|بلي|اكيد|طبعا|بالتاكيد|حسنا|تمام|موافق|موافقه|اوافق|صحيح|يمكنكم|افعل|تفضل|اوكي|ماشي|بالطبع`
const no = String.raw`no|nope|nah|not now|not yet|no way|don'?t|do not|don'?t do (?:it|that)|stop|cancel|cancel (?:it|that)|never ?mind|forget (?:it|that)|wrong|that(?:'s| is|s) (?:wrong|not right)|i (?:don'?t|do not) (?:want|agree)(?: (?:it|that))?|you (?:may|can) ?not|you can'?t|i(?:'?d| would) rather (?:not|you did(?:n'?t| not))|rather not|todavia no|aun no|ahora no|mejor no|para nada|cancela(?:r|lo)?|cancele|dejalo|dejelo|olvidalo|olvidelo|incorrecto|no (?:quiero|gracias|pueden?)|prefiero que no|لا|كلا|لا شكرا|ليس الان|مو الان|الغ|الغاء|الغي|الغيه|توقف|لا اريد|لا تفعل|لا يمكنكم|غير صحيح|خطا|انس الامر`
const polite = String.raw`please|pls|thanks?|thank you|that|it|for me|now|then|por favor|porfa|gracias|ahora|من فضلك|لو سمحت|شكرا|الان|ذلك`

const only = (words: string) =>
  new RegExp(
    String.raw`^[^\p{L}\p{N}]*(?:(?:${words}|${polite})(?:[^\p{L}\p{N}]+|$))*(?:${words})(?:[^\p{L}\p{N}]+(?:${words}|${polite}))*[^\p{L}\p{N}]*$`,
    'u',
  )
const agrees = only(yes)
const refuses = only(no)

/**
 * Whether a message is nothing but yes or no, to a question of ours that changes something. "Yes, but tomorrow" and "ok, how
 * much is it?" are neither: who means something else is not taken at half a word.
 */
export function detectConsent(text: string): 'yes' | 'no' | null {
  const folded = fold(text.slice(0, 200)).replace(/[¿¡]/g, '').replace(/\s+/g, ' ').trim()
  if (folded === '' || folded.length > 80) return null
  const [y, n] = [agrees.test(folded), refuses.test(folded)]
  return y === n ? null : y ? 'yes' : 'no'
}
