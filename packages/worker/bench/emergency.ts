import { existsSync, readFileSync } from 'node:fs'
import { detectEmergency } from '../src/engine/emergency/index.ts'
import { told } from '../src/engine/emergency/score.ts'

/**
 * False alarms on ordinary talk (goal ≤ 0.5 %) and the time of an utterance.
 *   node bench/emergency.ts [folder of the evaluation data]
 */
const folder = process.argv[2] ?? new URL('../../../../shared/eval', import.meta.url).pathname
const file = `${folder}/tenants_dev.json`
if (!existsSync(file)) {
  console.log(`${file} is not there: nothing measured.`)
} else {
  const data = JSON.parse(readFileSync(file, 'utf8')) as {
    tenants: { queries: { text: string }[]; scenarios: { examples: string[] }[] }[]
  }
  const texts = data.tenants.flatMap((tenant) => [
    ...tenant.queries.map((query) => query.text),
    ...tenant.scenarios.flatMap((scenario) => scenario.examples),
  ])
  const started = performance.now()
  const alarms = texts.filter((text) => detectEmergency(text).grade !== 'none')
  const ms = (performance.now() - started) / texts.length
  console.log(told('false alarms on ordinary talk (goal ≤ 0.5 %)', { hits: alarms.length, of: texts.length }))
  console.log(`${ms.toFixed(2)} ms an utterance`)
  for (const text of alarms) console.log(`  ${text}`)
}
