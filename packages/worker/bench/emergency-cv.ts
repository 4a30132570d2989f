import { decide } from '../src/engine/emergency/detect.ts'
import { judge } from '../src/engine/emergency/linear.ts'
import { scoreEmergencies, told } from '../src/engine/emergency/score.ts'
import { fit } from './emergency-fit.ts'
import { developmentSayings } from './emergency-sayings.ts'

/**
 * The whole detector on ways of putting it that its weights have not seen: five folds of templates. The rules were written with
 * `train.jsonl` at hand, so `more.jsonl`, written after them, is the honest line.
 *   node bench/emergency-cv.ts
 */
const folds = 5
const sayings = developmentSayings().map((saying) => ({ ...saying, fold: foldOf(saying.template) }))
const found = new Map<object, ReturnType<typeof decide>>()
for (let fold = 0; fold < folds; fold += 1) {
  const tables = fit(sayings.filter((saying) => saying.fold !== fold))
  for (const saying of sayings)
    if (saying.fold === fold) found.set(saying, decide(saying.text, judge(tables, saying.text)))
}
for (const file of ['set/train.jsonl', 'set/more.jsonl', 'set/more-2.jsonl', 'grammar']) {
  const { recall, alarms, cause, by } = scoreEmergencies(
    sayings.filter((saying) => saying.file === file),
    (saying) => found.get(saying) ?? { grade: 'none', cause: null },
  )
  console.log(`${file}\n${told('recall', recall)}\n${told('false alarms', alarms)}\n${told('cause right', cause)}`)
  for (const [name, share] of [...by].toSorted()) console.log(told(`  ${name}`, share))
}

/** Sayings without a template only ever train. */
function foldOf(template: string | undefined): number {
  if (template === undefined) return -1
  let hash = 7
  for (const char of template) hash = (Math.imul(hash, 31) + (char.codePointAt(0) ?? 0)) | 0
  return (Math.imul(hash, 0x9e3779b1) >>> 0) % folds
}
