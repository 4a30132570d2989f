/** Arrow keys, Home and End move among the buttons and links of a group, which is one stop for Tab (ARIA APG, toolbar). */
export function rove(event: KeyboardEvent): void {
  const group = event.currentTarget as HTMLElement
  const stops = [...group.querySelectorAll<HTMLElement>('button, a[href]')]
  const at = stops.indexOf(event.target as HTMLElement)
  if (at < 0) return
  const forward = getComputedStyle(group).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
  const to = {
    [forward]: at + 1,
    ArrowDown: at + 1,
    [backward]: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: stops.length - 1,
  }[event.key]
  if (to === undefined) return
  event.preventDefault()
  const next = stops.at(to % stops.length)
  for (const stop of stops) stop.tabIndex = stop === next ? 0 : -1
  next?.focus()
}
