import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { pack } from '../src/engine/emergency/linear.ts'
import { causes } from '../src/engine/emergency/rules.ts'
import { fit, meanOf } from './emergency-fit.ts'
import { developmentSayings, emergencyFolder } from './emergency-sayings.ts'

/**
 * Fits the detector's weights to the development sayings and writes `weights.ts`; the same sayings give the same bytes. The
 * test file is not read.
 *   node bench/emergency-train.ts
 */
// What one growth of the grammar says too often or not at all, the mean of several evens out.
const grown = [0, 1, 2, 3, 4].map((seed) => developmentSayings(seed))
const tables = meanOf(grown.map(fit))

/** The step that lets all but the twenty heaviest weights keep their size in 31 steps. */
function written(table: Float32Array): string {
  const heaviest = table.map(Math.abs).toSorted().at(-21) ?? 1
  const step = Number((heaviest / 31).toPrecision(3))
  return `{ step: ${step}, text: '${pack(table, step)}' }`
}

const file = `// Written by bench/emergency-train.ts; see linear.ts for the format.
export const alarm = ${written(tables.alarm)}
export const urgent = ${written(tables.urgent)}
export const cause = {
${causes.map((name, at) => `'${name}': ${written(tables.cause[at] ?? new Float32Array())},`).join('\n')}
}
`
writeFileSync(new URL('weights.ts', emergencyFolder), file)
console.log(
  `${grown.map((sayings) => sayings.length).join(', ')} sayings; weights.ts ${file.length} bytes, ${gzipSync(file).length} with gzip`,
)
