// Whether words tell what has no place on a recording: long numbers (a phone, a card, an identity), passwords, addresses.

/** Shorter ones are prices, times, ZIP codes. */
const LONG = 7
/** Enough when it is said what number it is. */
const NAMED = 3

const counted = (digits: number, words: string): [string, number][] => words.split(' ').map((word) => [word, digits])
/** How many digits a word stands for, in words without accents. */
const digitsOf = new Map([
  ...counted(1, 'zero oh nought one two three four five six seven eight nine'),
  ...counted(1, 'twenty thirty forty fifty sixty seventy eighty ninety double'),
  ...counted(2, 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen triple treble'),
  ...counted(1, 'cero uno dos tres cuatro cinco seis siete ocho nueve'),
  ...counted(1, 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa doble'),
  ...counted(2, 'diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve'),
  ...counted(
    2,
    'veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve',
  ),
  ...counted(
    1,
    'صفر زيرو واحد واحده اثنان اثنين اثنتين ثلاثه ثلاث اربعه اربع خمسه خمس سته ست سبعه سبع ثمانيه ثمان تسعه تسع',
  ),
  ...counted(1, 'عشرون ثلاثون اربعون خمسون ستون سبعون ثمانون تسعون عشرين ثلاثين اربعين خمسين ستين سبعين ثمانين تسعين'),
])
/** Said within a number. */
const between = new Set(
  'hundred thousand dash hyphen uh um er then next and okay ok yes y luego si guion eh mil cien و ثم شرطه'.split(' '),
)

const names =
  /\b(ssn|social security|card|cvv|cvc|security code|pin|passport|licen[cs]e|account|seguro social|tarjeta|codigo de seguridad|clave|pasaporte|licencia|cuenta|cedula)\b|بطاق|الضمان|جواز|حساب|رقم سري/u
const secrets = /\b(password|passcode) is\b|\bcontrasena es\b|كلمه (السر|المرور)/u
const address = /\S@\S+\.\S|\bat \S+ dot \S|\barroba\b.*\bpunto\b|(^|\s)ات\s.*\sدوت\s/u

export function isSensitive(words: string): boolean {
  const folded = fold(words)
  if (secrets.test(folded) || address.test(folded)) return true
  return digitsIn(folded).longest >= (names.test(folded) ? NAMED : LONG)
}

/** More of it may be said next. */
export const endsInNumber = (words: string): boolean => digitsIn(fold(words)).last > 0

const fold = (words: string): string =>
  words.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ة', 'ه')

/** Of the longest number, and of one that stands last; however they are grouped, written or said. */
function digitsIn(folded: string): { longest: number; last: number } {
  let [longest, run] = [0, 0]
  for (const [word] of folded.matchAll(/\p{Nd}+|[\p{L}']+/gu)) {
    if (between.has(word)) continue
    const said = digitsOf.get(word) ?? digitsOf.get(word.replace(/^و/u, '')) ?? 0
    const digits = /^\p{Nd}/u.test(word) ? word.length : said
    run = digits === 0 ? 0 : run + digits
    longest = Math.max(longest, run)
  }
  return { longest, last: run }
}
