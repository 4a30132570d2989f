// pnpm voice:latency: where the time of a spoken turn goes, with providers of known delay; how often somebody is cut off;
// LiveKit's own pipeline beside it; and how many calls one process holds.

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installTestVoice } from '../../src/speech/install.ts'
import { robotVoice } from '../../src/speech/voice.ts'
import { AGENT } from '../../src/voice/agent-modules.ts'
import { openScriptedWorker } from '../../src/voice/test/scripted-worker.ts'
import { openStage } from '../../src/voice/test/stage.ts'
import { machine } from '../machine.ts'
import { ms, pair, summarise } from '../samples.ts'
import { converse, crowd, type Reply } from './measure.ts'
import { DELAYS, openSimulated } from './simulated.ts'
import { makeUtterances } from './utterances.ts'

const { values } = parseArgs({
  options: {
    recordings: { type: 'string', default: '100' },
    'at-once': { type: 'string', default: '3' },
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
const simulated = await openSimulated(SENTENCES)
const dictates = new Set<string>()
const worker = await openScriptedWorker({
  answer: ({ text }) => ({
    sentences: SENTENCES,
    pauseMs: DELAYS.brain,
    ...(dictates.has(text) ? { expects: 'phone' } : {}),
  }),
})
const { espeak } = await installTestVoice(say)
const robot = await robotVoice(espeak)
const utterances = await makeUtterances(count, async (text) => ({ samples: await robot(text, 1), rate: 24_000 }))
// A number is dictated after it was asked for: so the turn before it expects one.
for (const [n, { kind }] of utterances.entries()) {
  const before = utterances[n - 1]
  if (kind === 'dictated' && before !== undefined) dictates.add(before.words.map(({ text }) => text).join(' '))
}
say(`${count} recordings, ${atOnce} calls at once; load of this machine ${machine().load} …`)
const stage = await openStage(worker.url, { SPEECH_BASE_URL: simulated.url, SPEECH_LANGUAGES: 'en' })

try {
  const empty = await memoryMb()
  const shares = Array.from({ length: atOnce }, (_, n) =>
    utterances.slice((n * count) / atOnce, ((n + 1) * count) / atOnce),
  )
  const replies = (
    await Promise.all(
      shares.map(async (share) => {
        const call = await stage.call()
        await call.caller.quietFrom(await call.caller.hearsFrom(0, 30_000), 900)
        const heard = await converse(call, share, simulated, worker)
        await call.caller.leave()
        return heard
      }),
    )
  ).flat()
  tell(replies)
  await stagesOf()
  print()
  const theirs = await defaultPipeline()
  const beside = summarise(theirs)
  print(`LiveKit's default pipeline, same recordings: total p50 / p95  ${pair(beside)}  (${beside.count} plain ones)`)
  print()
  await crowds(empty)
} finally {
  await stage.close()
  worker.close()
  simulated.close()
}
print(`\nmachine: ${JSON.stringify(machine())}`)
process.exit()

function tell(replies: readonly Reply[]): void {
  const cut = replies.filter(({ cutEarly }) => cutEarly)
  const silent = replies.filter(({ totalMs }) => Number.isNaN(totalMs))
  const total = summarise(replies.filter(({ cutEarly }) => !cutEarly).map(({ totalMs }) => totalMs))
  print(`end of speech → first audio in the browser, total        p50 / p95  ${pair(total)}`)
  print(
    `  minus the providers' ${providersMs} ms                         p50 / p95  ${ms(total.p50 - providersMs)} / ${ms(total.p95 - providersMs)}   (goal p50 ≤ 450 ms)`,
  )
  print(
    `  cut early                                                         ${cut.length} of ${replies.length} = ${((100 * cut.length) / replies.length).toFixed(1)} %   (goal ≤ 2 %)`,
  )
  if (silent.length > 0) print(`  not answered                                                      ${silent.length}`)
  for (const kind of ['plain', 'hesitant', 'trailing', 'dictated'] as const) {
    const own = replies.filter((each) => each.kind === kind)
    if (own.length === 0) continue
    const summary = summarise(own.filter(({ cutEarly }) => !cutEarly).map(({ totalMs }) => totalMs))
    print(
      `  ${kind.padEnd(9)} ${String(own.length).padStart(3)}: total ${pair(summary)}, cut ${own.filter(({ cutEarly }) => cutEarly).length}`,
    )
  }
}

/** By the agent's own clock, from the end of speech as it noticed it. */
async function stagesOf(): Promise<void> {
  const timings = worker.of('turns/:id/timings').map(({ body }) => body['stages'] as Record<string, number>)
  print('\nstage, ms from the end of speech            p50 / p95')
  for (const stage of ['transcribed', 'decided', 'answering', 'voiced', 'published']) {
    const summary = summarise(timings.map((each) => each[stage] ?? NaN))
    print(`  ${stage.padEnd(40)}  ${pair(summary)}`)
  }
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
    const plain = utterances.filter(({ kind }) => kind === 'plain').slice(0, 10)
    const replies = await converse({ caller, room }, plain, simulated, worker)
    await caller.leave()
    return replies.map(({ totalMs }) => totalMs)
  } finally {
    child.kill('SIGKILL')
  }
}

async function crowds(emptyMb: number): Promise<void> {
  const [utterance] = utterances
  if (utterance === undefined) return
  print('calls at once   reply p50 / p95        longest hole   agent memory   a call')
  for (const people of values.crowds.split(',').map(Number)) {
    let peakMb = 0
    const looking = setInterval(() => void memoryMb().then((mb) => (peakMb = Math.max(peakMb, mb))), 1000)
    const seen = await crowd(stage, simulated, utterance, people).catch((error: unknown) => String(error))
    clearInterval(looking)
    if (typeof seen === 'string') {
      print(`${String(people).padStart(13)}   broke: ${seen}`)
      continue
    }
    const each = ((peakMb - emptyMb) / people).toFixed(0)
    print(
      `${String(people).padStart(13)}   ${pair(summarise(seen.totalMs)).padEnd(20)}   ${`${seen.holeMs} ms`.padEnd(12)}   ${peakMb} MB         ${each} MB`,
    )
  }
}

async function memoryMb(): Promise<number> {
  const log = readFileSync(join(stage.dataDir, 'log/agent.log'), 'utf8')
  const port = /"healthPort":(\d+)/.exec(log)?.[1] ?? '0'
  const health = (await fetch(`http://127.0.0.1:${port}/healthz`).then((reply) => reply.json())) as { memoryMb: number }
  return health.memoryMb
}
