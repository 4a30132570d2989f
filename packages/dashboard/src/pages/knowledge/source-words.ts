import type { Source } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { count, words } from '../../strings/index.ts'

/** How it stands with a source, in a sentence. */
export function sourceState(source: Source): TemplateResult {
  const { sources: say } = words().knowledge
  const { counters } = source.lastRead ?? {}
  const read = (counters?.read ?? 0) + (counters?.unchanged ?? 0)
  const left = (counters?.skipped ?? 0) + (counters?.failed ?? 0)
  const site = source.kind === 'site'
  switch (source.state) {
    case 'waiting':
      return html`<span class="tag">${say.states.waiting}</span>`
    case 'reading':
      return html`<span class="tag brass">${say.states.reading}</span> ${count(say.readSoFar, read)}`
    case 'failed':
      return html`<span class="tag brick">${say.states.failed}</span> ${source.note}`
    case 'read':
      return html`<span class="tag pine">${say.states.read}</span> ${site ? count(say.pagesRead, read) : source.note}
        ${site && left > 0 ? count(say.leftOut, left) : nothing}`
    default:
      return source.state satisfies never
  }
}
