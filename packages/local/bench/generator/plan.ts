import type { Service } from '../../src/soak/client.ts'

/** What the generator is to do; it sends at its own times, whether or not anything has come back (an open loop). */
export type Plan =
  | {
      kind: 'turns'
      service: Service
      perSecond: number
      seconds: number
      visitors: number
      questions: readonly string[]
    }
  | { kind: 'ready'; apiUrl: string; perSecond: number; seconds: number }
  | { kind: 'visitors'; service: Service; visitors: number; arriveOverMs: number; questions: readonly string[] }

export type Told = {
  /** Milliseconds each; what failed is counted in `errors` alone. */
  samples: Record<string, number[]>
  errors: string[]
  /** How often each tier answered. */
  tiers: Record<string, number>
  /** Processor time of the generator itself while it measured, and how long that was. */
  cpuMs: number
  wallMs: number
}

export type Report = { kind: 'connected' } | { kind: 'told'; told: Told } | { kind: 'failed'; message: string }
