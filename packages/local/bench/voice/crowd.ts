import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { CrowdAsked, CrowdHeard } from '../../../agent/bench/crowd.ts'
import { AGENT } from '../../src/voice/agent-modules.ts'
import { processorMs } from '../machine.ts'
import type { Stage } from '../../src/voice/test/stage.ts'
import type { Simulated } from './simulated.ts'
import type { Utterance } from './utterances.ts'

/** In parts of a core, while they asked and were answered: they all share the same ones. */
export type Cores = { agent: number; media: number; callers: number; providers: number }
export type Crowd = Pick<CrowdHeard, 'replyMs' | 'holeMs'> & { cores: Cores }

/** How long replies take when so many talk at once, and the longest hole in what they hear. @throws when it breaks */
export async function crowd(
  { media, settings }: Stage,
  simulated: Simulated,
  utterance: Utterance,
  people: number,
): Promise<Crowd> {
  const { samples, rate } = utterance.sound
  const rooms = Array.from({ length: people }, (_, n) => ({ room: `crowd-of-${people}-${people}0${n}`, n }))
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(AGENT, 'bench/crowd.ts')], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  try {
    await once(child, 'message')
    for (const { room } of rooms) {
      simulated.says(room, utterance)
      await media.open(room)
      await media.dispatch(room)
    }
    const asked: CrowdAsked = {
      url: settings.media.url,
      tokens: rooms.map(({ room, n }) => media.token(room, `visitor-${people}0${n}`)),
      pcm: Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength).toString('base64'),
      rate,
    }
    child.send(asked)
    const lost = once(child, 'exit').then(() => Promise.reject(new Error('Somebody was not answered.')))
    await Promise.race([once(child, 'message'), lost])
    const [from, before, own] = [performance.now(), processorMs(), process.cpuUsage()]
    const [heard] = (await Promise.race([once(child, 'message'), lost])) as [CrowdHeard]
    const [forMs, after, { user, system }] = [performance.now() - from, processorMs(), process.cpuUsage(own)]
    const cores: Cores = {
      agent: (after.agent - before.agent) / forMs,
      media: (after.media - before.media) / forMs,
      callers: heard.callersMs / forMs,
      providers: (user + system) / 1000 / forMs,
    }
    return { ...heard, cores }
  } finally {
    child.kill('SIGKILL')
    for (const { room } of rooms) await media.close(room)
  }
}
