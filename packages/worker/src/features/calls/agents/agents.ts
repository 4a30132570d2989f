import type { z } from '@hono/zod-openapi'
import { type Ctx, type PlatformCtx, requireScope } from '../../../core/ctx.ts'
import type { LiveAgent } from '../../../core/objects.ts'
import type { Config } from '../../../shared/config.ts'
import type { PlaybookDocument } from '../../playbook/index.ts'
import type { AgentHeartbeat } from './agent-schema.ts'

const validMs = 15_000
const cachedMs = 2000

export async function agentBeat(ctx: PlatformCtx, agent: z.output<typeof AgentHeartbeat>) {
  requireScope(ctx, 'agent:serve')
  await ctx.agents.beat(agent)
  return { now: ctx.now().toISOString(), validMs }
}

const heard = new WeakMap<Config, { agents: LiveAgent[]; at: number }>()

/** Those that live, as of two seconds ago at most: every page view asks. */
async function liveAgents(ctx: Ctx): Promise<LiveAgent[]> {
  const now = ctx.now().getTime()
  const known = heard.get(ctx.config)
  if (known !== undefined && now - known.at < cachedMs) return known.agents
  const agents = await ctx.agents.alive()
  heard.set(ctx.config, { agents, at: now })
  return agents
}

export type VoiceOffer = { kind: 'offered'; languages: string[]; busy: boolean } | { kind: 'none'; why: string }

/** Whether somebody could answer a call of this playbook, and in which of its languages. */
export async function voiceOffer(ctx: Ctx, playbook: PlaybookDocument | undefined): Promise<VoiceOffer> {
  if (playbook?.voice.enabled !== true)
    return { kind: 'none', why: 'The playbook does not switch voice on: set voice.enabled, and publish it.' }
  if (ctx.ports.media === undefined || ctx.config.FOYER_AGENT_KEY === undefined)
    return { kind: 'none', why: 'No media server is set up: see LIVEKIT_URL in the guide.' }
  const agents = (await liveAgents(ctx)).filter((agent) => !agent.draining)
  if (agents.length === 0) return { kind: 'none', why: 'No agent is running at the moment.' }
  const able = agents.filter(({ speech }) => common(playbook.languages, speech).length > 0)
  const languages = playbook.languages.filter((lang) => able.some(({ speech }) => common([lang], speech).length > 0))
  if (languages.length === 0)
    return { kind: 'none', why: `No agent that is running understands ${playbook.languages.join(', ')}.` }
  return { kind: 'offered', languages, busy: able.every(({ calls, capacity }) => calls >= capacity) }
}

const common = (languages: readonly string[], speech: LiveAgent['speech']) =>
  languages.filter((lang) => speech.recognises.includes(lang) && speech.speaks.includes(lang))
