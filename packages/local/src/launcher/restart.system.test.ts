import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPlatform, type PartName, type Platform } from './platform.ts'

let dataDir: string
let platform: Platform
const said: string[] = []
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'foyer-restart-'))
  platform = await startPlatform({ dataDir, serverUrl: '', cron: false, progress: (line) => said.push(line) })
}, 180_000)
afterAll(async () => {
  await platform.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const isReady = (): Promise<number> =>
  fetch(`${platform.apiUrl}/healthz/ready`).then(
    (response) => response.status,
    () => 0,
  )

test.each<PartName>(['database', 'worker', 'web-door'])(
  'a %s that crashes is started again at the same address',
  { timeout: 120_000 },
  async (part) => {
    platform.kill(part)
    await expect.poll(() => said.some((line) => line.includes(`The ${part} crashed`)), { timeout: 10_000 }).toBe(true)
    await expect.poll(isReady, { timeout: 90_000, interval: 200 }).toBe(200)
    await expect
      .poll(
        () =>
          fetch(platform.webDoorUrl).then(
            (response) => response.status,
            () => 0,
          ),
        { timeout: 20_000 },
      )
      .toBe(401)
  },
)
