import { html, nothing, type TemplateResult } from 'lit'
import { type Draft } from '../../data/draft.ts'
import { mayRun } from '../../data/role.ts'
import { fill, words } from '../../strings/index.ts'
import { empty } from '../../ui/empty.ts'
import { inWords } from '../../ui/loaded.ts'
import { notice } from '../../ui/notices.ts'
import { ago } from '../../ui/when.ts'

/** What was published, newest first; any of them can be the draft again. */
export function versionsView(draft: Draft): TemplateResult {
  const { playbook: say } = words()
  if (draft.versions.length === 0) return empty(say.never, say.empty.what)
  const restore = (number: number) =>
    void draft
      .restore(number)
      .then(() => notice(fill(say.restored, { n: number })))
      .catch((error: unknown) => notice(inWords(error), { kind: 'wrong' }))
  return html`<ul class="rows narrow">
    ${draft.versions.map(
      ({ number, note, published, createdAt }) =>
        html`<li>
          <div class="plain version">
            <b>${fill(say.version, { n: number })}</b>
            ${published ? html`<span class="tag pine">${say.answering}</span>` : nothing}
            <span class="soft small">${ago(createdAt)}${note === '' ? nothing : html` · <bdi>${note}</bdi>`}</span>
            <button type="button" class="button" ?disabled=${!mayRun()} @click=${() => restore(number)}>
              ${say.restore}
            </button>
          </div>
        </li>`,
    )}
  </ul>`
}
