import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DoorReply, DoorRequest } from '../web-door/process.ts'
import { ask } from './ask-child.ts'
import { offlineEnvironment } from './environment.ts'
import { Part } from './part.ts'

const PROCESS = fileURLToPath(new URL('../web-door/process.ts', import.meta.url))

export type WebDoor = { part: Part; url: string; allowLoopback(origin: string): void }
export type DoorChoice = {
  dataDir: string
  port: number
  secret: string
  loopbackOrigins: string[]
  onCrash: (name: string) => void
}

export async function startWebDoor({ dataDir, port, secret, loopbackOrigins, onCrash }: DoorChoice): Promise<WebDoor> {
  const origins = new Set(loopbackOrigins.map((each) => new URL(each).origin))
  const part = new Part({
    name: 'web-door',
    args: ['--disable-warning=ExperimentalWarning', PROCESS],
    env: { ...offlineEnvironment(), FOYER_DATA: dataDir },
    logDir: join(dataDir, 'log'),
    awaken: async (child) =>
      void (await ask<DoorRequest, DoorReply>(child, { kind: 'open', port, secret, loopbackOrigins: [...origins] })),
    onCrash,
  })
  await part.start()
  return {
    part,
    url: `http://127.0.0.1:${port}`,
    allowLoopback: (origin) => {
      origins.add(new URL(origin).origin)
      part.process.send({ kind: 'allow', origin: new URL(origin).origin } satisfies DoorRequest)
    },
  }
}
