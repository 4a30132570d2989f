import { FoyerError } from '@foyer/sdk/admin'
import { html, type TemplateResult } from 'lit'
import type { Load } from '../data/load.ts'
import { words } from '../strings/index.ts'

/** What was fetched, or its skeleton (seen after 150 ms), or what went wrong and a way on. */
export function loaded<T>(
  load: Load<T>,
  draw: (value: T) => TemplateResult,
  waiting: TemplateResult = skeleton(6),
): TemplateResult {
  switch (load.state.kind) {
    case 'waiting':
      return waiting
    case 'ready':
      return draw(load.state.value)
    case 'failed':
      return failure(load.state.error, () => load.retry())
    default:
      return load.state satisfies never
  }
}

export function skeleton(rows: number): TemplateResult {
  return html`<div class="skeleton" role="status" aria-label=${words().shell.loading}>
    ${Array.from({ length: rows }, () => html`<i></i>`)}
  </div>`
}

export function failure(error: unknown, again: () => void): TemplateResult {
  return html`<div class="failure" role="alert">
    <p>${inWords(error)}</p>
    <button type="button" class="button" @click=${again}>${words().shell.tryAgain}</button>
  </div>`
}

/** In the reader's language: the service's own words, which are English, or our sentence for its code. */
export function inWords(error: unknown): string {
  if (error instanceof FoyerError) {
    if (error.code === 'unreachable' || error.code === 'timeout') return words().shell.unreachable
    if (error.code === 'forbidden') return words().shell.notAllowed
    if (error.code === 'unauthenticated') return words().shell.signedOut
    if (error.code === 'not_found') return words().shell.notThere
    return words().errors?.[error.code] ?? error.message
  }
  return words().shell.wrong
}
