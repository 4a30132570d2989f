import { executeServerCommand } from '@web/test-runner-commands'
import { define, type FoyerWidget } from '../index.ts'

define()

interface Order {
  pace?: number
  config?: object
  faults?: { on: string; status?: number; code?: string; cutAfter?: number }[]
  drop?: boolean
}

interface Desk {
  url: string
  /** Origin of the page under a strict policy. */
  built: string
  requests: string[]
  leads: Record<string, string>[]
  ratings: unknown[]
}

/** Tells the test desk how to behave, and hears what it saw. */
export function desk(order: Order = {}): Promise<Desk> {
  return executeServerCommand<Desk, Order>('desk', order)
}

/** A page with the widget, and nothing remembered from the test before. */
export async function visit(attributes: Record<string, string> = {}): Promise<FoyerWidget> {
  leave()
  localStorage.clear()
  sessionStorage.clear()
  return arrive(attributes)
}

/** The same device comes again. */
export async function arrive(attributes: Record<string, string> = {}): Promise<FoyerWidget> {
  const { url } = await desk({ pace: 0, faults: [] })
  const widget = document.createElement('foyer-widget')
  for (const [name, value] of Object.entries({
    'publishable-key': 'pk_test_1',
    'base-url': url,
    lang: 'en',
    ...attributes,
  }))
    widget.setAttribute(name, value)
  document.body.append(widget)
  return widget
}

export function leave(): void {
  for (const widget of document.querySelectorAll('foyer-widget')) widget.remove()
}

/** Everything inside, through every shadow tree. */
export function within(node: Element | ShadowRoot, selector: string): HTMLElement[] {
  const roots = [...node.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot === null ? [] : [element.shadowRoot],
  )
  const own = 'shadowRoot' in node && node.shadowRoot !== null ? within(node.shadowRoot, selector) : []
  return [...own, ...node.querySelectorAll<HTMLElement>(selector), ...roots.flatMap((root) => within(root, selector))]
}

/** Waits until it is there; the test's time-out ends the wait. */
export async function until<T>(look: () => T | Promise<T>): Promise<Exclude<T, undefined | null | false>> {
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false && found !== null) return found as Exclude<T, undefined | null | false>
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
}

export function find(widget: FoyerWidget, selector: string, text = ''): Promise<HTMLElement> {
  return until(() =>
    within(widget, selector).find((element) => (element.textContent ?? '').includes(text) && element.checkVisibility()),
  )
}

/** Opens the panel and asks; resolves with the finished answer. */
export async function ask(widget: FoyerWidget, text: string): Promise<HTMLElement> {
  await widget.ask(text)
  return until(() => {
    const last = within(widget, '.answer').at(-1)
    return last?.querySelector('.bar') === null ? undefined : last
  })
}

/** The innermost element that has the focus. */
export function focused(): Element | null {
  let at = document.activeElement
  while (at?.shadowRoot?.activeElement !== null && at?.shadowRoot?.activeElement !== undefined)
    at = at.shadowRoot.activeElement
  return at
}
