import type { Passage } from '../../worker/src/engine/passage.ts'

const THINGS = [
  'furnace',
  'air conditioner',
  'water heater',
  'thermostat',
  'boiler',
  'heat pump',
  'air filter',
  'gas line',
  'drain',
  'duct',
  'compressor',
  'swamp cooler',
  'fan',
  'humidifier',
  'vent',
  'sump pump',
]
const WORK = [
  'repair',
  'tune-up',
  'replacement',
  'inspection',
  'cleaning',
  'installation',
  'diagnosis',
  'estimate',
  'flush',
  'calibration',
  'maintenance plan',
  'emergency visit',
]
const PLACES = [
  'Rio Rancho',
  'Bernalillo',
  'Corrales',
  'Los Lunas',
  'Belen',
  'Placitas',
  'Edgewood',
  'Moriarty',
  'Socorro',
  'Santa Fe',
  'Algodones',
  'Tijeras',
]
const WHEN = [
  'on weekdays',
  'on Saturdays',
  'the same day',
  'within two hours',
  'before winter',
  'in spring',
  'after a storm',
  'at night',
]
const MORE = [
  'financing',
  'warranty',
  'rebate',
  'permit',
  'refrigerant',
  'noise',
  'leak',
  'efficiency',
  'insulation',
  'draft',
  'odor',
  'pilot light',
  'breaker',
  'invoice',
  'deposit',
  'senior discount',
]

/** A repeatable sequence of numbers below 2³² (mulberry32, T. Ettinger). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** What a tenant might have said, some 50 words a passage; made up, the same each time. */
export function passagesOf(tenant: number, count: number): Passage[] {
  const random = randomFrom(tenant + 1)
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? ''
  return Array.from({ length: count }, (_, at): Passage => {
    const [thing, work, place] = [pick(THINGS), pick(WORK), pick(PLACES)]
    const price = 40 + Math.floor(random() * 900)
    const text = `A ${thing} ${work} in ${place} costs $${price} ${pick(WHEN)}. Ask about ${pick(MORE)} and ${pick(MORE)} before you book; job ${tenant}-${at} took ${1 + Math.floor(random() * 9)} hours. Our technician checks the ${pick(THINGS)}, explains the ${pick(MORE)} and writes down what a ${pick(THINGS)} ${pick(WORK)} would need. We come to ${pick(PLACES)} ${pick(WHEN)} too.`
    return {
      id: `v${tenant}.${at}`,
      documentId: `d${Math.floor(at / 10)}`,
      versionId: `v${tenant}-${Math.floor(at / 10)}`,
      url: `https://t${tenant}.example/${Math.floor(at / 10)}`,
      title: `${thing} ${work}`,
      lang: 'en',
      headings: [`${thing} ${work}`, place],
      anchor: '',
      kind: 'text',
      text,
      start: 0,
      end: text.length,
      dated: '',
    }
  })
}

export function questionFrom(random: () => number): string {
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? ''
  return `How much is a ${pick(THINGS)} ${pick(WORK)} in ${pick(PLACES)} and is there a ${pick(MORE)}?`
}
