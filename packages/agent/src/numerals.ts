// Digits as people say them, in three languages.

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

/** Without case and accents. */
export const fold = (words: string): string =>
  words.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ة', 'ه')

/** How many there are, in the longest number, and in one that stands last; however they are grouped, written or said. */
export function digitsIn(words: string): { all: number; longest: number; last: number } {
  let [all, longest, run] = [0, 0, 0]
  for (const [word] of fold(words).matchAll(/\p{Nd}+|[\p{L}']+/gu)) {
    if (between.has(word)) continue
    const said = digitsOf.get(word) ?? digitsOf.get(word.replace(/^و/u, '')) ?? 0
    const digits = /^\p{Nd}/u.test(word) ? word.length : said
    run = digits === 0 ? 0 : run + digits
    all += digits
    longest = Math.max(longest, run)
  }
  return { all, longest, last: run }
}
