/** The names of digits and of how often one is said, folded (lower case, without accents or Arabic vowel signs). */
export const digitWords: Readonly<Record<string, string>> = {
  ...named('zero one two three four five six seven eight nine'),
  oh: '0',
  o: '0',
  nought: '0',
  ...named('cero uno dos tres cuatro cinco seis siete ocho nueve'),
  un: '1',
  una: '1',
  ...named('صفر واحد اثنان ثلاثة اربعة خمسة ستة سبعة ثمانية تسعة'),
  ...named('زيرو واحده اثنين ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه'),
  ...named('_ _ اثنتين ثلاث اربع خمس ست سبع ثمان تسع'),
}

/** Ten to nineteen, and the tens; "forty two" is 42. */
export const teens: Readonly<Record<string, string>> = {
  ...from(10, 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'),
  ...from(10, 'diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve'),
}

export const tens: Readonly<Record<string, string>> = {
  ...byTen('twenty thirty forty fifty sixty seventy eighty ninety'),
  ...byTen('veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa'),
  ...byTen('عشرون ثلاثون اربعون خمسون ستون سبعون ثمانون تسعون'),
  ...byTen('عشرين ثلاثين اربعين خمسين ستين سبعين ثمانين تسعين'),
}

/** Spanish writes 21 to 29 in one word. */
export const twenties: Readonly<Record<string, string>> = from(
  21,
  'veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve',
)

export const times: Readonly<Record<string, number>> = {
  double: 2,
  triple: 3,
  treble: 3,
  doble: 2,
  مرتين: 2,
  دبل: 2,
}

function named(list: string): Record<string, string> {
  return from(0, list)
}

function from(first: number, list: string): Record<string, string> {
  return Object.fromEntries(list.split(' ').flatMap((word, at) => (word === '_' ? [] : [[word, String(first + at)]])))
}

function byTen(list: string): Record<string, string> {
  return Object.fromEntries(list.split(' ').map((word, at) => [word, String(at + 2)]))
}
