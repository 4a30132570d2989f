// pnpm voice:latency: where the time of a spoken turn goes, with providers of known delay; how often somebody is cut off;
// LiveKit's own pipeline beside it; answers that were rendered beforehand; talking over; and how many calls one process
// holds. How long a killed agent is silent is measured on the whole platform: pnpm soak.

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installTestVoice } from '../../src/speech/install.ts'
import { robotVoice } from '../../src/speech/voice.ts'
import { AGENT, installAgent } from '../../src/voice/agent-modules.ts'
import { openScriptedWorker } from '../../src/voice/test/scripted-worker.ts'
import { openStage } from '../../src/voice/test/stage.ts'
import { machine } from '../machine.ts'
import { against, type Row } from '../row.ts'
import { ms, pair, summarise } from '../samples.ts'
import { tableOf } from '../table.ts'
import { crowd } from './crowd.ts'
import { converse, type Reply, stagesOf } from './measure.ts'
import { DELAYS, openSimulated } from './simulated.ts'
import { talkOver, type TalkedOver } from './talk-over.ts'
import { makeUtterances } from './utterances.ts'

const { values } = parseArgs({
  options: {
    recordings: { type: 'string', default: '100' },
    'at-once': { type: 'string', default: '3' },
    fixed: { type: 'string', default: '20' },
    overlaps: { type: 'string', default: '5' },
    crowds: { type: 'string', default: '2,4,6,8,10' },
  },
})
const count = Number(values.recordings)
const atOnce = Number(values['at-once'])
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const print = (line = ''): void => void process.stdout.write(`${line}\n`)
const providersMs = DELAYS.recognition + DELAYS.brain + DELAYS.voice

const SENTENCES = [
  'This is the first sentence of an answer that goes on for a while.',
  'And this is the second one of it.',
]
const FIXED = 'This answer stands in the playbook word for word.'
const simulated = await openSimulated(SENTENCES)
const dictates = new Set<string>()
let isFixed = false
const worker = await openScriptedWorker({
  answer: ({ text }) =>
    isFixed
      ? { sentences: [FIXED], pauseMs: 0 }
      : {
          sentences: SENTENCES,
          pauseMs: DELAYS.brain,
          ...(dictates.has(text) ? { expects: 'phone' } : {}),
        },
  phrases: [FIXED],
})
await installAgent('development', say)
const { espeak } = await installTestVoice(say)
const robot = await robotVoice(espeak)
const utterances = await makeUtterances(count, async (text) => ({ samples: await robot(text, 1), rate: 24_000 }))
const plain = utterances.filter(({ kind }) => kind === 'plain')
// A number is dictated after it was asked for: so the turn before it expects one. The same words come twice in a row, so
// one in ten recordings is something else that is said when a number was asked for.
for (const [n, { kind }] of utterances.entries()) {
  const before = utterances[n - 1]
  if (kind === 'dictated' && before !== undefined) dictates.add(before.words.map(({ text }) => text).join(' '))
}
say(`${count} recordings, ${atOnce} calls at once; load of this machine ${machine().load} …`)
// More than ever call at once: an agent stays for a while with somebody who left.
const ROOM_FOR = '20'
const speech = { SPEECH_BASE_URL: simulated.url, SPEECH_LANGUAGES: 'en', AGENT_CAPACITY: ROOM_FOR }
const stage = await openStage(worker.url, speech)
const rows: Row[] = []

try {
  const emptyMb = await memoryMb()
  const replies = await recordings()
  tellStages(replies)
  rows.push(...(await totals(replies)), ...(await fixed()), ...(await overlaps()))
  await crowds(emptyMb)
} finally {
  await stage.close()
  worker.close()
  simulated.close()
}
print(`\n${tableOf(rows)}`)
print(`\nmachine: ${JSON.stringify(machine())}`)
process.exit()

/** A call whose greeting is over. */
async function greeted(): Promise<Awaited<ReturnType<typeof stage.call>> & { greetedMs: number }> {
  const call = await stage.call()
  const greetedMs = await call.caller.hearsFrom(0, 30_000)
  await call.caller.quietFrom(greetedMs, 900)
  return { ...call, greetedMs }
}

async function recordings(): Promise<Reply[]> {
  const shares = Array.from({ length: atOnce }, (_, n) =>
    utterances.slice((n * count) / atOnce, ((n + 1) * count) / atOnce),
  )
  const said = await Promise.all(
    shares.map(async (share) => {
      const call = await greeted()
      const heard = await converse(call, share, simulated, worker)
      await call.caller.leave()
      return heard
    }),
  )
  return said.flat()
}

/** By the agent's own clock, from the end of speech as it noticed it. */
function tellStages(replies: readonly Reply[]): void {
  const timings = replies.filter(({ cutEarly }) => !cutEarly).map((reply) => stagesOf(worker, reply))
  print('stage, ms from the end of speech            p50 / p95')
  const row = (what: string, stage: string): void =>
    print(`  ${what.padEnd(40)}  ${pair(summarise(timings.map((each) => each[stage] ?? NaN)))}`)
  for (const stage of ['transcribed', 'decided', 'answering', 'voiced', 'published']) row(stage, stage)
  row('before: from the mouth to the agent', 'noticed')
  row('after: from the agent to the ear', 'underway')
  print()
  for (const kind of ['plain', 'hesitant', 'trailing', 'dictated'] as const) {
    const own = replies.filter((each) => each.kind === kind)
    const total = summarise(own.filter(({ cutEarly }) => !cutEarly).map(({ totalMs }) => totalMs))
    const cut = own.filter(({ cutEarly }) => cutEarly).length
    if (own.length > 0) print(`  ${kind.padEnd(9)} ${String(own.length).padStart(3)}: total ${pair(total)}, cut ${cut}`)
  }
}

async function totals(replies: readonly Reply[]): Promise<Row[]> {
  const cut = replies.filter(({ cutEarly }) => cutEarly).length
  const silent = replies.filter(({ totalMs }) => Number.isNaN(totalMs)).length
  const total = summarise(replies.filter(({ cutEarly }) => !cutEarly).map(({ totalMs }) => totalMs))
  const share = (100 * cut) / replies.length
  const recognitions = simulated.recognitions() / replies.length
  const theirs = summarise(await defaultPipeline())
  const own = total.p50 - providersMs
  return [
    {
      what: `end of speech → heard, minus the providers' ${providersMs} ms, p50`,
      value: ms(own),
      goal: '≤ 450 ms',
      met: against(own, 450),
      beside: `total p50 / p95 ${pair(total)}; LiveKit's default pipeline ${pair(theirs)} (plain ones)`,
      numbers: { ...total },
    },
    {
      what: 'cut early',
      value: `${cut} of ${replies.length} = ${share.toFixed(1)} %`,
      goal: '≤ 2 %',
      met: against(share, 2),
      beside: `${silent} not answered; ${recognitions.toFixed(2)} recognitions a recording`,
      numbers: { cut, share },
    },
  ]
}

async function fixed(): Promise<Row[]> {
  isFixed = true
  const call = await greeted()
  const asked = Array.from({ length: Number(values.fixed) }, (_, n) => plain[n % plain.length] ?? plain[0]).flatMap(
    (each) => each ?? [],
  )
  const replies = await converse(call, asked, simulated, worker)
  await call.caller.leave()
  isFixed = false
  const after = summarise(
    replies.map((reply) => {
      const { noticed = NaN, decided = NaN } = stagesOf(worker, reply)
      return reply.totalMs - noticed - decided
    }),
  )
  return [
    bar('rendered beforehand: end of turn decided → heard, p95', after.p95, 500, `p50 ${ms(after.p50)}`),
    bar('page opened → greeting heard, room made before', call.greetedMs, 2000, 'one call'),
  ]
}

async function overlaps(): Promise<Row[]> {
  const [utterance] = plain
  if (utterance === undefined || Number(values.overlaps) === 0) return []
  const call = await greeted()
  const seen: TalkedOver[] = []
  for (let n = 0; n < Number(values.overlaps); n++) seen.push(await talkOver(call, utterance, simulated))
  await call.caller.leave()
  const row = (what: string, of: keyof TalkedOver, goalMs: number): Row => {
    const each = summarise(seen.map((one) => one[of]))
    return bar(`${what}, p95`, each.p95, goalMs, `p50 ${ms(each.p50)}, ${each.count} of ${seen.length}`)
  }
  return [
    row('talked over: softer', 'duckedMs', 200),
    row('talked over: silent', 'silentMs', 650),
    row('after a grunt: back to full', 'backMs', 1000),
  ]
}

function bar(what: string, value: number, goalMs: number, beside: string): Row {
  return { what, value: ms(value), goal: `≤ ${goalMs} ms`, met: against(value, goalMs), beside, numbers: { value } }
}

async function defaultPipeline(): Promise<number[]> {
  const room = 'default-pipeline'
  await stage.media.open(room)
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(AGENT, 'bench/default-pipeline.ts')],
    {
      env: {
        ...process.env,
        ROOM_URL: stage.settings.media.url,
        ROOM_TOKEN: stage.media.token(room, 'agent-default'),
        SPEECH_URL: simulated.url,
      },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    },
  )
  try {
    await new Promise((resolve) => child.once('message', resolve))
    const caller = await stage.join(room)
    const replies = await converse({ caller, room }, plain.slice(0, 10), simulated, worker)
    await caller.leave()
    return replies.map(({ totalMs }) => totalMs)
  } finally {
    child.kill('SIGKILL')
  }
}

async function crowds(emptyMb: number): Promise<void> {
  const [utterance] = plain
  if (utterance === undefined || values.crowds === '') return
  for (const people of values.crowds.split(',').map(Number)) {
    let peakMb = 0
    const looking = setInterval(() => void memoryMb().then((mb) => (peakMb = Math.max(peakMb, mb))), 1000)
    const seen = await crowd(stage, simulated, utterance, people).catch((error: unknown) => String(error))
    clearInterval(looking)
    const what = `${people} calls at once: longest hole`
    if (typeof seen === 'string') {
      rows.push({ what, value: 'broke', goal: '≤ 60 ms', met: 'no', beside: seen, numbers: {} })
      continue
    }
    const each = ((peakMb - emptyMb) / people).toFixed(0)
    const shares = Object.entries(seen.cores).map(([who, cores]) => `${who} ${(100 * cores).toFixed(0)} %`)
    const beside = `reply p50 / p95 ${pair(summarise(seen.replyMs))}; agent ${peakMb} MB, ${each} MB a call; of a core: ${shares.join(', ')}`
    rows.push(bar(what, seen.holeMs, 60, beside))
  }
}

async function memoryMb(): Promise<number> {
  const log = readFileSync(join(stage.dataDir, 'log/agent.log'), 'utf8')
  const port = /"healthPort":(\d+)/.exec(log)?.[1] ?? '0'
  const health = (await fetch(`http://127.0.0.1:${port}/healthz`).then((reply) => reply.json())) as { memoryMb: number }
  return health.memoryMb
}
