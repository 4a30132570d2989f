// One simulated phone: rung, spoken into and hung up by whoever started this process.

import { dispose } from '@livekit/rtc-node'
import { z } from 'zod'
import { type LineEvent, SimulatedLine } from './line.ts'

const Ask = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ring'),
    url: z.string(),
    apiKey: z.string(),
    apiSecret: z.string(),
    agentName: z.string(),
    from: z.string(),
    dialled: z.string(),
    trunkId: z.string(),
    ringingMs: z.number(),
  }),
  z.object({ kind: z.literal('say'), pcm: z.string() }),
  z.object({ kind: z.literal('press'), keys: z.string() }),
  z.object({ kind: z.literal('hang-up') }),
])

let line: SimulatedLine | undefined
const tell = (event: LineEvent): void => {
  if (process.connected) process.send?.({ ...event, at: Date.now() })
}

process.on('message', (message) => {
  const ask = Ask.parse(message)
  switch (ask.kind) {
    case 'ring':
      line = new SimulatedLine(ask, tell)
      return void line.ring().catch(() => tell({ kind: 'ended', by: 'rejected' }))
    case 'say': {
      const bytes = Buffer.from(ask.pcm, 'base64')
      return line?.say(new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)))
    }
    case 'press':
      return void line?.press(ask.keys)
    case 'hang-up':
      return void line?.hangUp()
    default:
      return ask satisfies never
  }
})
process.on('disconnect', () => void dispose().finally(() => process.exit()))
