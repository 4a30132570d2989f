// kill -9 of the worker and of the database, again and again, while visitors talk.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Platform } from '../launcher/platform.ts'
import { openBusiness, QUESTIONS } from './business.ts'
import { type Said, talk } from './talker.ts'
import { judge, type Verdict } from './verdict.ts'

export type SoakOptions = {
  /** How often each of the two is killed. */
  kills: number
  /** Visitors altogether, and how many of them talk at once. */
  visitors: number
  atOnce: number
  /** No kill after this; the visitors still finish what they say. */
  mostMs: number
  random: () => number
  say: (line: string) => void
}

export type Soak = Verdict & {
  kills: { worker: number; database: number }
  visitors: number
  /** Messages that needed more than one try; what visitors were told in the end. */
  retried: number
  failed: number
  /** Milliseconds from each kill to the next answer of /healthz/ready. */
  awayMs: number[]
}

export async function soak(platform: Platform, options: SoakOptions): Promise<Soak> {
  const { kills, atOnce, mostMs, random, say } = options
  const { secretKey, ...service } = await openBusiness(platform, `soak-${Date.now().toString(36)}`)
  const said: Said[] = []
  const done = { worker: 0, database: 0 }
  const awayMs: number[] = []
  let visitors = 0
  let isKilling = true
  const talkers = Array.from({ length: atOnce }, async () => {
    while (isKilling || visitors < options.visitors) {
      visitors++
      await talk({ service, questions: QUESTIONS, random, messages: 3, isOver: () => false, said })
    }
  })
  const killer = async (): Promise<void> => {
    const from = Date.now()
    for (let round = 0; round < kills && Date.now() - from < mostMs; round++) {
      for (const part of ['worker', 'database'] as const) {
        await untilTheyTalk(said, atOnce)
        await sleep(random() * 1000)
        platform.kill(part)
        done[part]++
        const killed = Date.now()
        await untilReady(platform.apiUrl)
        awayMs.push(Date.now() - killed)
      }
      say(
        `  ${round + 1} of ${kills}: ${visitors} visitors, ${said.length} messages, away ${awayMs.slice(-2).join(' and ')} ms`,
      )
    }
  }
  const killing = killer().finally(() => (isKilling = false))
  await Promise.all([killing, ...talkers])
  const verdict = await judge(service, secretKey, said, 150_000)
  return {
    ...verdict,
    kills: done,
    visitors,
    awayMs,
    retried: said.filter(({ tries }) => tries > 1).length,
    failed: said.filter(({ end }) => end === 'failed').length,
  }
}

/** A kill says something only when it hits somebody: as many as talk at once have been acknowledged since the last one. */
async function untilTheyTalk(said: readonly Said[], howMany: number): Promise<void> {
  const heard = (): number => said.filter(({ turnId }) => turnId !== '').length
  const enough = heard() + howMany
  for (let waits = 0; heard() < enough && waits < 300; waits++) await sleep(50)
}

async function untilReady(apiUrl: string): Promise<void> {
  const from = Date.now()
  for (;;) {
    await sleep(50)
    const isReady = await fetch(`${apiUrl}/healthz/ready`, { signal: AbortSignal.timeout(5000) }).then(
      (reply) => reply.ok,
      () => false,
    )
    if (isReady) return
    if (Date.now() - from > 120_000) throw new Error('The platform did not come back within two minutes of a kill.')
  }
}
