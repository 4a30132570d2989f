import type { Replay, Trace, TraceStep } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import type { Again } from '../../../data/again.ts'
import { fill, words } from '../../../strings/index.ts'
import { icons } from '../../../ui/icons.ts'

type Said = { text: string; tier: string | null; steps: readonly TraceStep[] }

/** One turn made again: that all is the same, or then and now beside each other, step by step. */
export function oneView({ verdict, answer, differences, engine }: Replay, trace: Trace, again: Again): TemplateResult {
  const { again: say } = words()
  const changed = Object.values(again).some((wish) => wish !== '')
  switch (verdict) {
    case 'not_replayable':
      return html`<p class="note">${say.cannot}</p>`
    case 'identical':
      return html`<p class="note pine same">${icons.check} ${changed ? say.sameAnswer : say.identical}</p>`
    case 'different': {
      if (answer === null) return html`<p class="note">${say.cannot}</p>`
      const otherwise = new Set(differences.map(({ step }) => step))
      return html`<div class="stack">
        <p class="note">
          ${otherwise.has('text') ? say.different : say.sameWords}
          ${engine.recorded === engine.now ? nothing : fill(say.engine, { n: engine.recorded })}
        </p>
        ${besideView(trace.answer === '' ? null : { ...trace, text: trace.answer }, answer, otherwise)}
      </div>`
    }
    default:
      return verdict satisfies never
  }
}

/** A table, so that a step then and the same step now are told as belonging together. */
function besideView(then: Said | null, now: Said, otherwise: ReadonlySet<string>): TemplateResult {
  const { again: say, conversations } = words()
  const [was, is] = [stepsOf(then?.steps ?? []), stepsOf(now.steps)]
  const tiers = [...new Set([...was.keys(), ...is.keys()])]
  const others = [...otherwise].flatMap((step) =>
    step in say.steps ? [say.steps[step as keyof typeof say.steps]] : [],
  )
  const tierName = (tier: string | null) => conversations.tiers[(tier ?? 'none') as keyof typeof conversations.tiers]
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say.before} · ${say.after}">
      <table class="beside">
        <thead>
          <tr>
            <td></td>
            <th scope="col">${say.before}</th>
            <th scope="col">${say.after}</th>
          </tr>
        </thead>
        <tbody>
          ${tiers.map(
            (tier) =>
              html`<tr class=${otherwise.has(tier) ? 'otherwise' : ''}>
                <th scope="row">
                  ${tierName(tier) ?? tier}${otherwise.has(tier) ? html`<span class="unseen"> (${say.differs})</span>` : nothing}
                </th>
                <td>${stepView(was.get(tier))}</td>
                <td>${stepView(is.get(tier))}</td>
              </tr>`,
          )}
          <tr class="said ${otherwise.has('text') ? 'otherwise' : ''}">
            <th scope="row">${say.said}</th>
            <td dir="auto">${then?.text ?? '–'} <span class="tag">${tierName(then?.tier ?? null)}</span></td>
            <td dir="auto">${now.text} <span class="tag">${tierName(now.tier)}</span></td>
          </tr>
        </tbody>
      </table>
    </div>
    ${others.length === 0 ? nothing : html`<p class="soft small">${fill(say.also, { what: new Intl.ListFormat(words().lang).format(others) })}</p>`}`
}

const stepsOf = (steps: readonly TraceStep[]) => new Map(steps.map((step) => [step.tier, step]))

function stepView(step: TraceStep | undefined): TemplateResult {
  const { again: say } = words()
  if (step === undefined) return html`<span class="soft">${say.notReached}</span>`
  const { verdict, reason, score, threshold } = step
  const sign = score !== null && threshold !== null ? ` ${score >= threshold ? '≥' : '<'} ${threshold.toFixed(2)}` : ''
  return html`<b class="verdict ${verdict}">${say.verdicts[verdict]}</b>
    ${score === null ? nothing : html`<bdi class="figures">${score.toFixed(2)}${sign}</bdi>`}
    <small class="soft" dir="auto">${reason}</small>`
}
