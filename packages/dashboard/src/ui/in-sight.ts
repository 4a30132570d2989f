/** On a phone a row of tabs scrolls: brings the open one into sight, sideways only. */
export function keepInSight(page: ParentNode): void {
  const tab = page.querySelector('nav [aria-current]:not([aria-current=false])')
  const nav = tab?.closest('nav')
  if (tab === null || nav === null || nav === undefined) return
  const [inner, outer] = [tab.getBoundingClientRect(), nav.getBoundingClientRect()]
  if (inner.right > outer.right) nav.scrollLeft += inner.right - outer.right
  else if (inner.left < outer.left) nav.scrollLeft += inner.left - outer.left
}
