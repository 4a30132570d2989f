import { type Ctx, requireScope } from '../../core/ctx.ts'
import { matchScenario, type ScenarioModel, type ScenarioVerdict } from '../../engine/classify/index.ts'
import { BytesCache } from '../../shared/bytes-cache.ts'
import { lint, openTrained, train } from './compile.ts'
import { findAssistant } from './service.ts'
import { readStored } from './stored.ts'

const trained = new BytesCache<ScenarioModel>(4 * 1024 * 1024)

/** What the draft would make of these words, by the same training that publishing does. */
export async function tryDraft(ctx: Ctx, assistantId: string, texts: readonly string[]) {
  requireScope(ctx, 'playbook:read')
  const { draft, draftRevision: revision } = await findAssistant(ctx, assistantId)
  const playbook = readStored(revision === 0 ? { name: 'Draft', languages: ['en'] } : draft)
  const key = `${ctx.tenantId}/${assistantId}/${revision}`
  const model = trained.get(key) ?? open(key, train(playbook))
  return {
    revision,
    results: texts.map((text) => ({ text, ...told(matchScenario(model, text)) })),
    findings: lint(playbook),
  }
}

function open(key: string, bytes: string): ScenarioModel {
  const model = openTrained(bytes)
  trained.set(key, model, bytes.length * 2)
  return model
}

function told(verdict: ScenarioVerdict) {
  const { kind, threshold } = verdict
  switch (kind) {
    case 'match':
      return { verdict: kind, scenarioIds: [verdict.id], score: verdict.score, threshold, nearest: verdict.nearest }
    case 'both':
    case 'ask':
      return { verdict: kind, scenarioIds: verdict.ids, score: verdict.score, threshold, nearest: verdict.nearest[0] }
    case 'pass': {
      const { best } = verdict
      return {
        verdict: kind,
        scenarioIds: best === undefined ? [] : [best.id],
        score: best?.score ?? null,
        threshold,
        nearest: '',
      }
    }
    default:
      return verdict satisfies never
  }
}
