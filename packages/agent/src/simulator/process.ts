// Simulated phones: rung, spoken into and hung up by whoever started this process.

import { dispose } from '@livekit/rtc-node'
import { z } from 'zod'
import { type LineEvent, SimulatedLine } from './line.ts'

const line = z.number()
const Ask = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ring'),
    line,
    url: z.string(),
    apiKey: z.string(),
    apiSecret: z.string(),
    agentName: z.string(),
    from: z.string(),
    dialled: z.string(),
    trunkId: z.string(),
    ringingMs: z.number(),
    quality: z.object({ noise: z.number(), loss: z.number(), delayMs: z.number(), jitterMs: z.number() }),
  }),
  z.object({
    kind: z.literal('be-rung'),
    line,
    url: z.string(),
    apiKey: z.string(),
    apiSecret: z.string(),
    room: z.string(),
    identity: z.string(),
    number: z.string(),
    does: z.enum(['answers', 'busy', 'declined']),
    quality: z.object({ noise: z.number(), loss: z.number(), delayMs: z.number(), jitterMs: z.number() }),
  }),
  z.object({ kind: z.literal('say'), line, pcm: z.string() }),
  z.object({ kind: z.literal('press'), line, keys: z.string() }),
  z.object({ kind: z.literal('hang-up'), line }),
])

const lines = new Map<number, SimulatedLine>()

process.on('message', (message) => {
  const ask = Ask.parse(message)
  const { line } = ask
  const tell = (event: LineEvent): void => {
    if (event.kind === 'ended') lines.delete(line)
    if (process.connected) process.send?.({ line, event: { ...event, at: Date.now() } })
  }
  switch (ask.kind) {
    case 'ring':
    case 'be-rung': {
      const rung = new SimulatedLine(ask, tell)
      lines.set(line, rung)
      return void rung.ring().catch(() => tell({ kind: 'ended', by: 'rejected' }))
    }
    case 'say': {
      const bytes = Buffer.from(ask.pcm, 'base64')
      const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
      return lines.get(line)?.say(samples)
    }
    case 'press':
      return void lines.get(line)?.press(ask.keys)
    case 'hang-up':
      return void lines.get(line)?.hangUp()
    default:
      return ask satisfies never
  }
})
process.on('disconnect', () => void dispose().finally(() => process.exit()))
