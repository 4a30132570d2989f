import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPlatform, type Platform } from '../launcher/platform.ts'
import { soak } from './kills.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'foyer-soak-'))
let platform: Platform

beforeAll(async () => {
  // Slow round trips keep turns under way for longer, so that more kills hit one.
  const env = { VISITORS_PER_ADDRESS_PER_HOUR: '100000' }
  platform = await startPlatform({ dataDir, serverUrl: '', cron: false, delayMs: 30, env })
}, 120_000)

afterAll(async () => {
  await platform?.stop()
  rmSync(dataDir, { recursive: true, force: true })
}, 60_000)

test('killed again and again, worker and database keep and answer every message they acknowledged, once', async () => {
  const seen = await soak(platform, {
    kills: 3,
    visitors: 20,
    atOnce: 8,
    mostMs: 90_000,
    random: Math.random,
    say: () => undefined,
  })
  expect(seen.kills.worker).toBeGreaterThan(0)
  expect(seen.kills.database).toBeGreaterThan(0)
  expect(seen.acknowledged).toBeGreaterThan(40)
  expect(seen).toMatchObject({ lost: [], doubled: [], unanswered: [], refused: [] })
}, 420_000)
