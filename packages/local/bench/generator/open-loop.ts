import { setTimeout as sleep } from 'node:timers/promises'
import type { Told } from './plan.ts'

export type Note = (what: string, ms: number) => void

/** Begins `count` jobs, one each `everyMs`, however long they take, and waits for all of them. */
export async function openLoop(
  count: number,
  everyMs: number,
  job: (at: number, note: Note, tier: (name: string) => void) => Promise<void>,
): Promise<Told> {
  const told: Told = { samples: {}, errors: [], tiers: {}, cpuMs: 0, wallMs: 0 }
  const note: Note = (what, ms) => void (told.samples[what] ??= []).push(ms)
  const tier = (name: string): void => void (told.tiers[name] = (told.tiers[name] ?? 0) + 1)
  const from = performance.now()
  const cpu = process.cpuUsage()
  const jobs: Promise<void>[] = []
  for (let at = 0; at < count; at++) {
    const waitMs = from + at * everyMs - performance.now()
    if (waitMs > 0) await sleep(waitMs)
    jobs.push(job(at, note, tier).catch((error: unknown) => void told.errors.push(wordsOf(error))))
  }
  await Promise.all(jobs)
  const { user, system } = process.cpuUsage(cpu)
  return { ...told, cpuMs: (user + system) / 1000, wallMs: performance.now() - from }
}

export const wordsOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
