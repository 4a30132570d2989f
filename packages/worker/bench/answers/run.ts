// pnpm bench:answers [--data DIR] [--quick] [--only PATTERN]: trains, predicts and scores every development set, with the
// peers beside ours in the same run. --quick leaves out the peers' slowest sets; --only runs the sets whose name matches a pattern.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  bootstrap,
  fifthRight,
  firstRight,
  mean,
  percent,
  scoreIntents,
  type IntentScore,
  type Interval,
} from './measure.ts'
import { decideAll, rankAll, type Decision } from './ours.ts'
import { nlpjs } from './peers-intent.ts'
import { PEERS, type Ranked } from './peers-retrieval.ts'
import {
  dataFolder,
  intentTasks,
  readSet,
  retrievalTasks,
  type IntentQuery,
  type IntentTask,
  type RetrievalTask,
} from './sets.ts'
import { printTable, type Row } from './table.ts'

const args = process.argv.slice(2)
const folder = dataFolder(args)
const quick = args.includes('--quick')
const only = args.includes('--only') ? new RegExp(args[args.indexOf('--only') + 1] ?? '', 'iu') : undefined
const wanted = (name: string): boolean => only === undefined || only.test(name)
const rows: Row[] = []
const missing: string[] = []
const say = (text: string): void => void process.stderr.write(`${text}\n`)

function load(file: string): unknown {
  const raw = readSet(join(folder, file))
  if (raw === undefined) missing.push(file)
  return raw
}

async function matching(
  name: string,
  file: string,
  train: 'train' | 'train10',
  goal: string,
  slow = false,
): Promise<void> {
  if (!wanted(name)) return
  const raw = load(file)
  if (raw === undefined) return
  say(`${name}…`)
  const tasks = intentTasks(raw, train)
  const runs = tasks.map((task) => decideAll(task))
  const ours = pooled(
    tasks,
    runs.map((run) => run.decisions),
  )
  const timings = runs.map((run) => run.timing)
  const withPeer = !(quick && slow)
  const theirs: Awaited<ReturnType<typeof nlpjs>>[] = []
  if (withPeer) for (const task of tasks) theirs.push(await nlpjs(task))
  const peer = withPeer
    ? pooled(
        tasks,
        theirs.map((one) => one.decisions),
      )
    : undefined
  const add = (what: string, pick: (score: IntentScore) => number | null, target: string, paired = false): void => {
    const value = pick(ours)
    if (value === null) return
    rows.push({
      name: `${name}: ${what}`,
      ours: value,
      ...(paired ? { interval: bootstrap(ours.closedRight) } : {}),
      peers:
        peer === undefined
          ? []
          : [
              {
                name: 'NLP.js',
                value: pick(peer),
                ...(paired ? { difference: bootstrap(ours.closedRight, peer.closedRight) } : {}),
              },
            ],
      goal: target,
    })
  }
  add('closed', (score) => score.closed, goal, true)
  add('in scope', (score) => score.inScope, name === 'tenants' ? '≥ 84' : '')
  add('wrong accept', (score) => score.wrongAccept, name === 'tenants' ? '≤ 6' : '')
  add('out of scope far', (score) => score.far, '≥ 90')
  add('out of scope near', (score) => score.near, '≥ 65')
  if (ours.near === null) add('out of scope', (score) => score.outRecall, '')
  rows.push({
    name: `${name}: training ms, the first time`,
    ours: Math.max(...timings.map((one) => one.prepareMs)),
    peers: theirs.length === 0 ? [] : [{ name: 'NLP.js', value: Math.max(...theirs.map((one) => one.prepareMs)) }],
    goal: name === 'tenants' ? '≤ 100' : '',
  })
  rows.push(
    {
      name: `${name}: training ms, again`,
      ours: Math.max(...timings.map((one) => one.againMs)),
      peers: [],
      goal: name === 'tenants' ? '≤ 100' : '',
    },
    {
      name: `${name}: opening ms`,
      ours: Math.max(...timings.map((one) => one.openMs)),
      peers: [],
      goal: name === 'tenants' ? '< 20' : '',
    },
  )
  rows.push({
    name: `${name}: ms an utterance`,
    ours: Math.max(...timings.map((one) => one.perQueryMs)),
    peers: theirs.length === 0 ? [] : [{ name: 'NLP.js', value: Math.max(...theirs.map((one) => one.perQueryMs)) }],
    goal: name === 'tenants' ? '≤ 0.5' : '',
  })
  rows.push({
    name: `${name}: largest model, kB`,
    ours: Math.max(...timings.map((one) => one.bytes)) / 1000,
    peers: [],
    goal: '',
  })
  const [task, run] = [tasks[0], runs[0]]
  if (name === 'CLINC150' && task !== undefined && run !== undefined) operatingPoints(task.queries, run.decisions)
}

/** Out-of-scope recall along the curve of one model: at the threshold where in scope is just as good as the goal. */
function operatingPoints(queries: readonly IntentQuery[], decisions: readonly Decision[]): void {
  const said = queries.map((query, at) => ({ query, top: decisions[at]?.top, score: decisions[at]?.score ?? -9 }))
  const within = said.filter(({ query }) => query.intent !== null)
  const outside = said.filter(({ query }) => query.intent === null)
  const right = within
    .filter(({ query, top }) => query.intent === top)
    .map(({ score }) => score)
    .toSorted((a, b) => b - a)
  for (const [inScope, goal] of [
    [92.5, 65],
    [89.5, 88],
  ] as const) {
    const threshold = right[Math.ceil((within.length * inScope) / 100) - 1]
    if (threshold === undefined) continue
    const recall = percent(outside.map(({ score }) => score < threshold))
    rows.push({
      name: `CLINC150: out of scope where in scope is ${inScope}`,
      ours: recall,
      peers: [],
      goal: `≥ ${goal}`,
    })
  }
}

function pooled(tasks: readonly IntentTask[], decisions: readonly Parameters<typeof scoreIntents>[1][]): IntentScore {
  const queries = tasks.flatMap((task) =>
    task.queries.map((query) => ({ ...query, intent: query.intent === null ? null : `${task.name}/${query.intent}` })),
  )
  const all = tasks.flatMap((task, at) =>
    (decisions[at] ?? []).map((one) => ({
      ...one,
      top: `${task.name}/${one.top}`,
      intent: one.intent === null ? null : `${task.name}/${one.intent}`,
    })),
  )
  return scoreIntents(queries, all)
}

async function retrieval(name: string, file: string, goals: Readonly<Record<string, string>>): Promise<void> {
  if (!wanted(name)) return
  const raw = load(file)
  if (raw === undefined) return
  for (const whole of retrievalTasks(raw, name)) {
    say(`${whole.name}…`)
    const task = { ...whole, queries: whole.queries.filter((query) => query.target) }
    const { rankings, timing } = rankAll(task)
    const ranked = rankings.map((one) => one.ranked)
    const right = firstRight(task.queries, ranked)
    const peers: { name: string; value: number; difference: Interval }[] = []
    const fives: { name: string; value: number }[] = []
    for (const [peer, kinds] of Object.entries(PEERS)) {
      let best: Ranked | undefined
      for (const kind of kinds)
        for (const queries of phrasings(task)) {
          const found = await kind(task, queries)
          if (best === undefined || mean(firstRight(task.queries, found)) > mean(firstRight(task.queries, best)))
            best = found
        }
      const theirs = firstRight(task.queries, best ?? [])
      peers.push({ name: peer, value: mean(theirs), difference: bootstrap(right, theirs) })
      fives.push({ name: peer, value: mean(fifthRight(task.queries, best ?? [])) })
    }
    rows.push({
      name: `${task.name}: R@1`,
      ours: mean(right),
      interval: bootstrap(right),
      peers,
      goal: goals[task.lang] ?? 'above every peer',
    })
    rows.push({ name: `${task.name}: R@5`, ours: mean(fifthRight(task.queries, ranked)), peers: fives, goal: '' })
    rows.push({ name: `${task.name}: ms a question`, ours: timing.perQueryMs, peers: [], goal: '' })
  }
}

/** What a peer may be asked: the turn alone, and in a dialogue also with the turns before it. */
function phrasings(task: RetrievalTask): string[][] {
  const alone = task.queries.map((query) => query.text)
  if (!task.dialogue) return [alone]
  return [alone, task.queries.map((query) => [...query.before.slice(-2), query.text].join(' '))]
}

await matching('tenants', 'tenants_dev.json', 'train', '')
await matching('CLINC150 ten-shot', 'intent_clinc150_dev.json', 'train10', '≥ 83.5')
await matching('BANKING77 ten-shot', 'intent_banking77_dev.json', 'train10', '≥ 78')
await matching('BANKING77', 'intent_banking77_dev.json', 'train', '', true)
await matching('HINT3 shop', 'intent_hint3_sofmattress_dev.json', 'train', '')
await matching('Corpus50 en', 'intent_corpus50_en.json', 'train', '')
await matching('Corpus50 es', 'intent_corpus50_es.json', 'train', '')
await matching('ArBanking77', 'intent_arbanking77_dev.json', 'train', '', true)
await matching('CLINC150', 'intent_clinc150_dev.json', 'train', '≥ 93.5', true)
await retrieval('XQuAD', 'retrieval_xquad_dev.json', { en: '≥ 95', es: '≥ 94.5', ar: '≥ 92' })
await retrieval('XQuAD sentences', 'retrieval_xquadr_sentences_dev.json', {})
await retrieval('StackFAQ', 'retrieval_stackfaq_dev.json', {})
await retrieval('DSTC11', 'retrieval_dstc11_dev.json', {})

if (missing.length > 0)
  say(`Left out, because ${folder} does not hold them: ${missing.join(', ')}. Name the folder with --data DIR.`)
if (rows.length > 0) {
  printTable(rows)
  const out = join(import.meta.dirname, '../../../../.foyer/bench')
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'answers.json'), `${JSON.stringify({ rows }, null, 2)}\n`)
}
