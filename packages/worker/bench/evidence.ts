import { existsSync, readFileSync } from 'node:fs'
import { coverageOf } from '../src/engine/evidence/coverage.ts'
import { verifySentence } from '../src/engine/evidence/index.ts'

/**
 * How the coverage threshold of `verifySentence` was chosen: the share of true and of shuffled pairs that pass it.
 *   node bench/evidence.ts [folder of the evaluation data]
 */
const folder = process.argv[2] ?? new URL('../../../../shared/eval', import.meta.url).pathname

type Pair = [sentence: string, quote: string]
const paraphrases: Record<string, Pair[]> = {
  en: [
    ['A tune-up costs $89.', 'Air conditioner tune-up: $89'],
    [
      'The diagnostic visit is $79 and is taken off the repair.',
      'A diagnostic visit costs $79, which we take off the price of the repair.',
    ],
    ['We repair all major brands.', 'We repair and maintain all major brands of heating and cooling equipment.'],
    ['Repairs are guaranteed for one year.', 'Every repair is guaranteed for one year, parts and labor.'],
    [
      'You can cancel until 5 pm the day before.',
      'You can cancel or move an appointment free of charge until 5 pm on the business day before.',
    ],
    [
      'Financing is offered for jobs of $2,000 and more.',
      'For jobs of $2,000 and more we offer financing through a credit union.',
    ],
    ['We do not clean dryer vents.', 'We clean supply and return ducts. We do not clean dryer vents or chimneys.'],
    ['The office is closed on Sundays.', 'The office is closed on Sundays and holidays.'],
    ['Tips are not expected.', 'No, tips are not expected.'],
    ['Installing a heat pump takes one to two days.', 'Installing a ducted heat pump takes one to two days.'],
  ],
  es: [
    ['La revisión del aire cuesta $89.', 'La revisión del aire acondicionado o de la calefacción cuesta $89.'],
    [
      'Puede cancelar sin costo hasta las 5 de la tarde.',
      'Puede cancelar o cambiar su cita sin costo hasta las 5 de la tarde del día hábil anterior.',
    ],
    [
      'Las reparaciones tienen un año de garantía.',
      'Toda reparación tiene un año de garantía, en piezas y mano de obra.',
    ],
    ['Aceptamos Visa y cheques.', 'Aceptamos Visa, Mastercard, American Express y cheques.'],
    ['Los sábados cuesta lo mismo.', 'Los sábados la visita cuesta lo mismo que entre semana.'],
    ['La limpieza de ductos cuesta $429.', 'La limpieza de ductos cuesta $429 hasta diez salidas.'],
    ['Trabajamos en Albuquerque y Rio Rancho.', 'Trabajamos en casas de Albuquerque, Rio Rancho y Corrales.'],
    ['No arreglamos electrodomésticos.', 'No arreglamos electrodomésticos ni lavadoras.'],
  ],
  ar: [
    ['صيانة المكيف تكلف $89.', 'صيانة المكيف أو التدفئة تكلف $89.'],
    ['الزيارة الطارئة تكلف $149.', 'الزيارة الطارئة خارج ساعات العمل تكلف $149.'],
    ['لكل إصلاح ضمان سنة.', 'لكل إصلاح ضمان سنة على القطع والعمل.'],
    ['نقبل بطاقات الائتمان والشيكات.', 'نقبل بطاقات الائتمان والشيكات والتحويل المصرفي والنقد.'],
    ['المكتب مغلق يوم الأحد.', 'المكتب مغلق يوم الأحد وفي العطل.'],
    ['تنظيف مجاري الهواء يكلف $429.', 'تنظيف مجاري الهواء يكلف $429 حتى عشر فتحات.'],
  ],
}

const thresholds = [0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9]
const percent = (n: number, of: number) => `${((100 * n) / Math.max(1, of)).toFixed(1)} %`

function report(name: string, truth: number[], shuffled: number[]): void {
  console.log(`\n${name}: ${truth.length} true, ${shuffled.length} shuffled`)
  for (const t of thresholds)
    console.log(
      `  ≥ ${t.toFixed(2)}   true pass ${percent(truth.filter((s) => s >= t).length, truth.length)}   shuffled pass ${percent(shuffled.filter((s) => s >= t).length, shuffled.length)}`,
    )
}

const quoteOf = (text: string, lang: string) => ({
  documentId: 'd',
  versionId: 'v',
  url: '/',
  title: '',
  anchor: '',
  lang,
  text,
  start: 0,
  end: text.length,
  headings: [],
})
for (const [lang, pairs] of Object.entries(paraphrases)) {
  const others = pairs.flatMap(([sentence], i) =>
    pairs.filter((_, j) => j !== i).map(([, quote]): Pair => [sentence, quote]),
  )
  const share = ([sentence, quote]: Pair) => coverageOf(sentence, lang, quote, lang).share
  report(`own paraphrases, ${lang}, coverage alone`, pairs.map(share), others.map(share))
  const passes = (list: Pair[]) =>
    list.filter(([sentence, quote]) => verifySentence(sentence, quoteOf(quote, lang), quote, lang).ok).length
  console.log(
    `  the whole check: true pass ${percent(passes(pairs), pairs.length)}   shuffled pass ${percent(passes(others), others.length)}`,
  )
}

const file = `${folder}/retrieval_xquadr_sentences_dev.json`
if (existsSync(file)) {
  const data = JSON.parse(readFileSync(file, 'utf8')) as {
    sets: { lang: string; docs: { id: string; text: string }[] }[]
  }
  for (const { lang, docs } of data.sets) {
    const claims = docs.map(({ text }) =>
      text
        .split(/\s+/)
        .filter((_, i) => i % 4 !== 3)
        .join(' '),
    )
    report(
      `public sentences, ${lang}: every fourth word left out, against itself and against the next of its text`,
      claims.map((claim, i) => coverageOf(claim, lang, docs[i]?.text ?? '', lang).share),
      claims.slice(0, -1).map((claim, i) => coverageOf(claim, lang, docs[i + 1]?.text ?? '', lang).share),
    )
  }
} else console.log(`\n${file} is not there: public sentences skipped.`)
