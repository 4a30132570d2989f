import { html, type TemplateResult } from 'lit'
import { icons } from './icons.ts'

interface OrderTools<Each> {
  all: readonly Each[]
  at: number
  /** What the two buttons are called. */
  up: string
  drop: string
  dropIcon?: TemplateResult
  change: (all: Each[]) => void
}

/** Of several in order, one goes before the one above it, or goes. */
export function orderTools<Each>({
  all,
  at,
  up,
  drop,
  dropIcon = icons.trash,
  change,
}: OrderTools<Each>): TemplateResult {
  const raised = () => all.toSpliced(at - 1, 2, ...all.slice(at, at + 1), ...all.slice(at - 1, at))
  return html`<button type="button" class="quiet" ?hidden=${at === 0} aria-label=${up} @click=${() => change(raised())}>
      ${icons.raise}
    </button>
    <button type="button" class="quiet" aria-label=${drop} @click=${() => change(all.toSpliced(at, 1))}>
      ${dropIcon}
    </button>`
}
