import * as happenings from './words-happenings.ts'
import * as more from './words-more.ts'
import * as people from './words-people.ts'
import * as things from './words-things.ts'

/** Everyday words one slip away from a word of danger; they stay as they are. */
const everyday = new Set(
  `small smile shell spell swell smart floor flour blood food flow frame frames flame claims spare shark spark sharks share smoke smokes broke stroke strike stock shocks socks
  water waiter later wafer winter alarms charm house horse mouse hours hoses noses leaks leaks lease least beeps keeps weeps sleep steep breath bread break brake bleach beach reach teach
  chest cheat cheap check cheek chess pipes types wipes tipped burst burns bursa gases games grass glass class fires fired hires wires tires tired first furniture furnish heats heater
  theater cheater weather leather heather heath health toots tooth teeth toothpaste booth smooth sewing sewer fewer power tower shower shower stove store stone story stoves attack attach
  baby babies bags hiding riding sliding siding siting choking joking cooking looking booking smoking soaking shaking making taking waking walking talking working dying drying trying
  lying buying flying killed skilled filled billed spilled bullet wallet shooting shouting pills bills fills hills kills skills knife wife life
  humor humos fugas fuegos juegos juego fuego luego gasto gatos casas gasas cables calles llamas llama llamar llamada llaman cama camas grifo grito pecho techo hecho lecho derecho
  cuesta cuenta cuenta cuanto cuarto quema quemas crema tema incluye incluido agua aguas agra suelo sueldo sangre sangria cierra tierra sierra guerra perro pero puerta puerto muerta
  sparkling snowing factura facturas fracture showing glowing muerto cuerda cuerpo tarde tardes arde ardes tomar tomas tubos todos todo lado lados`.split(
    /\s+/,
  ),
)

const vocabulary = new Set<string>()
const beginnings = new Set<string>()
for (const pattern of [
  ...Object.values(happenings),
  ...Object.values(more),
  ...Object.values(people),
  ...Object.values(things),
]) {
  for (const word of pattern.source.replace(/\\[pP]\{\w+\}|\\[a-z]|\[[^\]]*\]|\(\?[:!<=]*/gu, ' ').match(/\p{L}+/gu) ??
    []) {
    if (word.length >= 4) beginnings.add(word)
    if (word.length >= 5) vocabulary.add(word)
  }
}
const byStart = Map.groupBy(vocabulary, (word) => word.slice(0, 1))

/** A word of danger that was mistyped by one slip, put right; any other word as it is. */
export function mended(word: string): string {
  if (word.length < 5 || word.length > 16 || vocabulary.has(word) || everyday.has(word) || /\d/.test(word)) return word
  for (let cut = word.length - 1; cut >= Math.max(4, word.length - 4); cut -= 1)
    if (beginnings.has(word.slice(0, cut))) return word
  const found = (byStart.get(word.slice(0, 1)) ?? []).filter((other) => oneSlip(word, other))
  return found.length === 1 || (found.length > 1 && word.length >= 6)
    ? (found.toSorted((a, b) => b.length - a.length)[0] ?? word)
    : word
}

/** Two neighbours swapped, one letter doubled, dropped or added inside, or one wrong inside a word of six letters. */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i += 1
  let j = 0
  while (j < Math.min(a.length, b.length) - i && a[a.length - 1 - j] === b[b.length - 1 - j]) j += 1
  const [x, y] = [a.length - i - j, b.length - i - j]
  if (j === 0 && x + y === 1) return false
  if (x + y === 1) return true
  if (x === 1 && y === 1) return a.length >= 7 && j > 0
  return x === 2 && y === 2 && a[i] === b[i + 1] && a[i + 1] === b[i]
}
