import { addDays, type LocalDate, weekdayOf } from './local-time.ts'

/** Named days over folded text, and the date they fall on in a year. */
const named: [RegExp, (year: number) => LocalDate][] = [
  [/\b(?:christmas|xmas|x-mas) eve\b|\bnochebuena\b|(?:ليله|عشيه) (?:عيد )?(?:الميلاد|الكريسماس)/u, on(12, 24)],
  [/\b(?:christmas|xmas|x-mas)(?: day)?\b|\bnavidad\b|عيد الميلاد|الكريسماس|كريسماس/u, on(12, 25)],
  [/\bboxing day\b/u, on(12, 26)],
  [/\bnew year'?s? eve\b|\bnochevieja\b|\bfin de ano\b|ليله راس السنه/u, on(12, 31)],
  [/\bnew year'?s?(?: day)?\b|\bano nuevo\b|راس السنه/u, on(1, 1)],
  [
    /\b(?:independence day|(?:the )?(?:4th|fourth) of july|july (?:4th|fourth))\b|\bdia de la independencia\b|\b4 de julio\b|عيد الاستقلال/u,
    on(7, 4),
  ],
  [/\bjuneteenth\b/u, on(6, 19)],
  [/\bveterans'?s? day\b|\bdia de los veteranos\b/u, on(11, 11)],
  [/\bhalloween\b/u, on(10, 31)],
  [/\bvalentine'?s?(?: day)?\b|\bsan valentin\b/u, on(2, 14)],
  [/\bthanksgiving(?: day)?\b|\baccion de gracias\b|عيد الشكر/u, (year) => nth(year, 11, 'thu', 4)],
  [/\bblack friday\b|\bviernes negro\b/u, (year) => addDays(nth(year, 11, 'thu', 4), 1)],
  [/\blabou?r day\b|\bdia del trabajo\b|عيد العمال/u, (year) => nth(year, 9, 'mon', 1)],
  [/\bmemorial day\b|\bdia de los caidos\b/u, (year) => lastOf(year, 5, 'mon')],
  [/\b(?:mlk|martin luther king)(?: jr\.?)?(?: day)?\b/u, (year) => nth(year, 1, 'mon', 3)],
  [/\bpresident'?s'? day\b/u, (year) => nth(year, 2, 'mon', 3)],
  [/\bcolumbus day\b/u, (year) => nth(year, 10, 'mon', 2)],
  [/\bgood friday\b|\bviernes santo\b|الجمعه العظيمه/u, (year) => addDays(easter(year), -2)],
  [/\beaster monday\b|\blunes de pascua\b/u, (year) => addDays(easter(year), 1)],
  [/\beaster(?: sunday)?\b|\bpascua\b|\bdomingo de resurreccion\b|عيد الفصح|عيد القيامه/u, easter],
]

function on(month: number, day: number) {
  return (year: number): LocalDate => ({ year, month, day })
}

function nth(year: number, month: number, weekday: string, n: number): LocalDate {
  let date: LocalDate = { year, month, day: 1 }
  while (weekdayOf(date) !== weekday) date = addDays(date, 1)
  return addDays(date, 7 * (n - 1))
}

function lastOf(year: number, month: number, weekday: string): LocalDate {
  let date = addDays(month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 }, -1)
  while (weekdayOf(date) !== weekday) date = addDays(date, -1)
  return date
}

/** Gregorian Easter Sunday (anonymous algorithm, Meeus/Jones/Butcher). */
function easter(year: number): LocalDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return { year, month, day: ((h + l - 7 * m + 114) % 31) + 1 }
}

/** Holidays that stand in folded text, with where; `in` a year. The longest name at a place wins. */
export function holidaysIn(
  folded: string,
): { start: number; end: number; name: string; inYear: (year: number) => LocalDate }[] {
  const found: { start: number; end: number; name: string; inYear: (year: number) => LocalDate }[] = []
  for (const [pattern, inYear] of named) {
    for (const m of folded.matchAll(new RegExp(pattern.source, 'gu'))) {
      const end = m.index + m[0].length
      if (!found.some((f) => f.start < end && m.index < f.end)) found.push({ start: m.index, end, name: m[0], inYear })
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}
