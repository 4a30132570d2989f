import { DurableObject } from 'cloudflare:workers'
import type { HeardAgent, LiveAgent } from '../core/objects.ts'
import type { Bindings } from '../web/bindings.ts'

const goodForMs = 15_000

/** The agents that are alive: each says so every few seconds. Kept in memory; a life that begins hears of them again. */
export class AgentsObject extends DurableObject<Bindings> {
  readonly #heard = new Map<string, { agent: HeardAgent; until: number }>()

  beat(agent: LiveAgent): void {
    const now = Date.now()
    const since = this.#heard.get(agent.agentId)?.agent.since ?? now
    this.#heard.set(agent.agentId, { agent: { ...agent, since }, until: now + goodForMs })
  }

  alive(): HeardAgent[] {
    const now = Date.now()
    for (const [id, { until }] of this.#heard) if (until <= now) this.#heard.delete(id)
    return [...this.#heard.values()].map(({ agent }) => agent)
  }
}
