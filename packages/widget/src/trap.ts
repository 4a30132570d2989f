/** Tab goes round among what stands inside (ARIA APG, modal dialog), through every shadow tree. */
export function keepInside(inside: Element, event: KeyboardEvent): void {
  const all = stops(inside.shadowRoot ?? inside)
  const at = all.indexOf(event.composedPath()[0] as HTMLElement)
  const next = event.shiftKey ? (at === 0 ? all.at(-1) : undefined) : at === all.length - 1 ? all[0] : undefined
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

const focusable = 'a[href], button, input, select, textarea, [tabindex]'

function stops(inside: Element | ShadowRoot): HTMLElement[] {
  return [...inside.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    if (element.shadowRoot !== null) return stops(element.shadowRoot)
    return element.matches(focusable) && element.tabIndex >= 0 && element.checkVisibility() ? [element] : []
  })
}
