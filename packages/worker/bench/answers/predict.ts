// pnpm engine:predict SET.json > PRED.jsonl: what the engine says, with the product's own defaults, for any set of the
// formats intent/v1, intent-multi/v1, tenants/v1, retrieval/v1, faq/v1 and dialogue-faq/v1. `--train train10` trains on
// the ten-shot phrases of a set.
import { formatOf, intentTasks, readSet, retrievalTasks } from './sets.ts'
import { decideAll, rankAll } from './ours.ts'

const args = process.argv.slice(2)
const path = args.find((arg, at) => !arg.startsWith('--') && !args[at - 1]?.startsWith('--'))
const raw = path === undefined ? undefined : readSet(path)
if (raw === undefined) {
  process.stderr.write(
    `usage: engine:predict SET.json [--train train10] > PRED.jsonl\n${path === undefined ? '' : `There is no file ${path}.\n`}`,
  )
  process.exit(2)
}
const write = (row: unknown): void => void process.stdout.write(`${JSON.stringify(row)}\n`)
const format = formatOf(raw)
switch (format) {
  case 'intent/v1':
  case 'intent-multi/v1':
  case 'tenants/v1': {
    const train = args.includes('train10') ? 'train10' : 'train'
    for (const task of intentTasks(raw, train)) {
      for (const { id, top, intent, score } of decideAll(task).decisions)
        write({ id, top, intent, score: Number(score.toFixed(5)) })
    }
    break
  }
  case 'retrieval/v1':
  case 'faq/v1':
  case 'dialogue-faq/v1':
    for (const task of retrievalTasks(raw, 'set')) {
      for (const { id, ranked, target } of rankAll(task).rankings) {
        write(task.dialogue ? { id, target, ranked } : { id, lang: task.lang, ranked })
      }
    }
    break
  default:
    process.stderr.write(`Sets of the format “${format}” are not known here.\n`)
    process.exit(2)
}
