interface Numerals {
  /** Words that stand for a number by themselves. */
  plain: Record<string, number>
  /** Words that multiply what came before: hundred, thousand. */
  times: Record<string, number>
  /** A word between two parts of one number. */
  and: RegExp
  /** Article or pronoun as often as number: only a value before a unit. */
  weak: ReadonlySet<string>
}

const count = (words: string, from = 0, step = 1): Record<string, number> =>
  Object.fromEntries(words.split(' ').flatMap((group, i) => group.split('|').map((word) => [word, from + i * step])))

const en: Numerals = {
  plain: {
    ...count(
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    ),
    ...count('twenty thirty forty|fourty fifty sixty seventy eighty ninety', 20, 10),
    dozen: 12,
  },
  times: { hundred: 100, thousand: 1000, grand: 1000 },
  and: /^and$/,
  weak: new Set(['one']),
}

const es: Numerals = {
  plain: {
    ...count(
      'cero un|uno|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve',
    ),
    ...count(
      'veinte veintiuno|veintiun veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve',
      20,
    ),
    ...count('treinta cuarenta cincuenta sesenta setenta ochenta noventa', 30, 10),
    ...count(
      'cien|ciento doscientos|doscientas trescientos|trescientas cuatrocientos quinientos|quinientas seiscientos setecientos ochocientos novecientos',
      100,
      100,
    ),
  },
  times: { mil: 1000 },
  and: /^y$/,
  weak: new Set(['un', 'uno', 'una']),
}

const ar: Numerals = {
  plain: {
    ...count(
      'صفر واحد|واحده اثنان|اثنين|اثنتين|اثنتان ثلاث|ثلاثه اربع|اربعه خمس|خمسه ست|سته سبع|سبعه ثمان|ثماني|ثمانيه تسع|تسعه عشر|عشره',
    ),
    ...count(
      'عشرون|عشرين ثلاثون|ثلاثين اربعون|اربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين تسعون|تسعين',
      20,
      10,
    ),
    مايه: 100,
    ميه: 100,
    مئه: 100,
    مايتان: 200,
    مايتين: 200,
    ميتين: 200,
    الف: 1000,
  },
  times: {},
  and: /^$/,
  weak: new Set(['واحد', 'واحده', 'اثنين']),
}

const ordinalHours = count('واحده ثانيه ثالثه رابعه خامسه سادسه سابعه ثامنه تاسعه عاشره|العاشره', 1)
const byLang: Record<string, Numerals> = { en, es, ar }
const unitAhead =
  /^\s*(?:dollars?|euros?|pounds?|percent|per cent|hours?|minutes?|days?|weeks?|months?|years?|miles?|am|pm|a\.m|p\.m|o'clock|dolar(?:es)?|horas?|minutos?|dias?|semanas?|mes(?:es)?|anos?|por ciento|de la (?:manana|tarde|noche)|ساعه|ساعات|يوم|ايام|سنه|سنوات|دولار|ريال|درهم|صباحا|مساء)/

/** Writes number words as digits ("eighty-nine dollars" → "89 dollars"); expects folded text. */
export function digitsFromWords(folded: string, lang: string): string {
  const table = byLang[lang] ?? en
  let text = folded
  if (lang === 'ar') {
    text = text.replace(/(الساعه\s+)ال(\p{L}+)/gu, (all, before: string, word: string) =>
      word in ordinalHours ? `${before}${ordinalHours[word]}` : all,
    )
  }
  const tokens = [...text.matchAll(/\p{L}+/gu)].map((m) => ({ word: m[0], start: m.index, end: m.index + m[0].length }))
  let out = ''
  let last = 0
  for (let i = 0; i < tokens.length;) {
    const run = numberAt(tokens, i, text, table)
    const first = tokens[i]
    if (run === null || first === undefined) {
      i += 1
      continue
    }
    const weak = run.count === 1 && table.weak.has(first.word) && !unitAhead.test(text.slice(run.end))
    if (!weak) {
      out += text.slice(last, first.start) + String(run.value)
      last = run.end
    }
    i += run.count
  }
  return out + text.slice(last)
}

function numberAt(tokens: { word: string; start: number; end: number }[], from: number, text: string, table: Numerals) {
  let total = 0
  let group = 0
  let used = 0
  let end = 0
  for (let i = from; i < tokens.length; i += 1) {
    const token = tokens[i]
    const before = tokens[i - 1]
    if (token === undefined) break
    if (used > 0 && before !== undefined && !/^[\s-]+$/.test(text.slice(before.end, token.start))) break
    const word = table === ar && used > 0 && token.word.startsWith('و') ? token.word.slice(1) : token.word
    const plain = table.plain[word]
    const times = table.times[word]
    if (plain !== undefined && Object.hasOwn(table.plain, word) && fits(group, plain, used > 0 && word !== token.word))
      group += plain
    else if (times !== undefined && Object.hasOwn(table.times, word) && (used > 0 || word === 'mil')) {
      group = Math.max(group, 1) * times
      if (times === 1000) {
        total += group
        group = 0
      }
    } else if (used > 0 && table.and.test(token.word) && Object.hasOwn(table.plain, tokens[i + 1]?.word ?? '')) continue
    else break
    used = i - from + 1
    end = token.end
  }
  return used > 0 ? { value: total + group, count: used, end } : null
}

/** "eighty nine" is one number, "eight nine" is two; Arabic joins ones before tens with "and". */
function fits(group: number, next: number, joined: boolean): boolean {
  if (group === 0 || joined) return true
  const size = group % 1000
  if (next < 10) return size % 10 === 0 && size % 100 !== 10
  if (next < 100) return size % 100 === 0
  return false
}
