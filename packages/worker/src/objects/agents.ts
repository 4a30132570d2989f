import { DurableObject } from 'cloudflare:workers'
import type { LiveAgent } from '../core/objects.ts'
import type { Bindings } from '../web/bindings.ts'

const goodForMs = 15_000

/** The agents that are alive: each says so every few seconds. Kept in memory; a life that begins hears of them again. */
export class AgentsObject extends DurableObject<Bindings> {
  readonly #heard = new Map<string, { agent: LiveAgent; until: number }>()

  beat(agent: LiveAgent): void {
    this.#heard.set(agent.agentId, { agent, until: Date.now() + goodForMs })
  }

  alive(): LiveAgent[] {
    const now = Date.now()
    for (const [id, { until }] of this.#heard) if (until <= now) this.#heard.delete(id)
    return [...this.#heard.values()].map(({ agent }) => agent)
  }
}
