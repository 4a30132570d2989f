// node src/main.ts: the agent process. The environment says where everything is (config.ts).

import { dispose } from '@livekit/rtc-node'
import { Agent, setGlobalDispatcher } from 'undici'
import { readConfig, type Config } from './config.ts'
import { Dispatch } from './dispatch.ts'
import { enter } from './entry.ts'
import { serveHealth } from './health.ts'
import { jsonLog, wordsOf } from './log.ts'
import { warmModels } from './models.ts'
import { RunningCalls } from './running-calls.ts'
import { speechOf } from './speech/speech.ts'
import { Worker } from './worker.ts'

const BEAT_MS = 5000
/** Between two turns a provider's connection stays open: a new one costs two or three round trips (Node keeps it 4 s). */
const KEPT_MS = 30_000
/** A deploy waits this long for the calls that run. */
const DRAIN_MS = 15 * 60_000

async function serve(config: Config): Promise<void> {
  const log = jsonLog((line) => process.stdout.write(`${line}\n`), { agentId: config.agentId })
  setGlobalDispatcher(new Agent({ keepAliveTimeout: KEPT_MS }))
  // A provider's stray rejection must not take the other calls along.
  process.on('unhandledRejection', (reason) => log('stray_rejection', { why: wordsOf(reason) }))
  const worker = new Worker(config.FOYER_URL, config.FOYER_AGENT_KEY)
  const speech = speechOf(config)
  const calls = new RunningCalls(config.AGENT_CAPACITY)
  const dispatch = new Dispatch({
    url: config.LIVEKIT_URL,
    apiKey: config.LIVEKIT_API_KEY,
    apiSecret: config.LIVEKIT_API_SECRET,
    agentName: config.LIVEKIT_AGENT_NAME,
    load: () => calls.load,
    log,
    onTerminated: (jobId) => calls.leave(jobId),
    onJob: (job) => calls.add(job.job.id, enter(job, { config, worker, speech, log }), () => dispatch.report()),
  })
  const health = await serveHealth(config.AGENT_HEALTH_PORT, () => ({
    connected: dispatch.connected,
    ...calls.load,
    memoryMb: Math.round(process.memoryUsage.rss() / 2 ** 20),
  }))
  warmModels(config.TURN_DETECTOR)
  const warming = new AbortController()
  // Not waited for: a voice that hangs must not keep calls away.
  void speech.warm(log, warming.signal)
  const beat = async (): Promise<void> => {
    // Nobody is sent to us before LiveKit could.
    if (!dispatch.connected) return
    const beat = { agentId: config.agentId, ...calls.load, speech: speech.abilities }
    await worker
      .beat(beat)
      .catch((error: unknown) => log('worker.not_told', { what: 'heartbeat', why: wordsOf(error) }))
  }
  const beats = setInterval(() => void beat(), BEAT_MS)
  const drain = async (): Promise<void> => {
    if (calls.load.draining) return process.exit(1)
    log('agent.draining', { calls: calls.load.calls })
    await calls.drain(DRAIN_MS, () => {
      dispatch.report()
      void beat()
    })
    clearInterval(beats)
    warming.abort()
    dispatch.close()
    health.close()
    await dispose()
    log('agent.stopped')
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void drain())
  log('agent.started', { healthPort: health.port, ...speech.abilities })
  const first = setInterval(() => {
    if (!dispatch.connected) return
    clearInterval(first)
    void beat()
    process.send?.('ready')
  }, 50)
  await dispatch.run()
}

try {
  await serve(readConfig(process.env))
} catch (error) {
  process.stderr.write(`${wordsOf(error)}\n`)
  process.exit(1)
}
